import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "../root.ts";

/** The independent programs our work is checked against, each with what a test needs of it. */
export const peers = {
  libpri: {
    /** Our program on libpri; `make peers` builds it. */
    program: () => existing(join(root, "build/libpri-peer")),
    reason: () => {
      if (findProgram("gcc") === undefined) return "no gcc";
      if (!existsSync("/usr/include/libpri.h")) return "no libpri.h: apt-get install libpri-dev";
      return "build/libpri-peer is not built: make peers";
    },
  },
  usrsctp: {
    /** Our program on libusrsctp; `make peers` builds it. */
    program: () => existing(join(root, "build/usrsctp-peer")),
    reason: () =>
      existsSync("/usr/include/usrsctp.h")
        ? "build/usrsctp-peer is not built: make peers"
        : "no usrsctp.h: apt-get install libusrsctp-dev",
  },
  openssl: { program: () => findProgram("openssl"), reason: () => "no openssl: apt-get install openssl" },
  tshark: { program: () => findProgram("tshark"), reason: () => "no tshark: apt-get install tshark" },
  erlang: {
    program: () => (hasErlangAsn1() ? findProgram("erlc") : undefined),
    reason: () => "no erlc with the asn1 application: apt-get install erlang-base erlang-asn1",
  },
  kamailio: {
    program: () => findProgram("kamailio"),
    reason: () => "no kamailio: apt-get install kamailio kamailio-extra-modules",
  },
  baresip: { program: () => findProgram("baresip"), reason: () => "no baresip: apt-get install baresip-core" },
  sipp: { program: () => findProgram("sipp"), reason: () => "no sipp: apt-get install sip-tester" },
  rawIp: {
    /** The package that opens raw sockets, and the right to. */
    program: () => (opensRawSockets() ? "raw-socket" : undefined),
    reason: () => "no raw sockets: run as root or with CAP_NET_RAW, and npm install raw-socket",
  },
  chromium: { program: () => findProgram("chromium"), reason: () => "no chromium: apt-get install chromium" },
} as const satisfies Record<string, { program(): string | undefined; reason(): string }>;

export type Peer = keyof typeof peers;

/** What the tests of this run asked for: the path of the program, or why there is none. */
const asked = new Map<Peer, { readonly program: string } | { readonly reason: string }>();

/**
 * Call it first in a test or a `before` hook that needs the peer; returns the path of its program. Without the peer the
 * tests are skipped, and fail where QSIG_PEERS=required.
 */
export function requirePeer(context: Mocha.Context, peer: Peer): string {
  const found = look(peer);
  if ("program" in found) return found.program;
  if (process.env["QSIG_PEERS"] === "required") {
    throw new Error(`QSIG_PEERS=required, but ${peer} is missing: ${found.reason}`);
  }
  return context.skip();
}

/** One line that names each peer: `peers: libpri ok, tshark skipped (no tshark: ...)`. */
export function summary(): string {
  const words = (Object.keys(peers) as Peer[]).map((peer) => {
    const found = asked.get(peer) ?? { reason: "no test of this run needs it" };
    return `${peer} ${"program" in found ? "ok" : `skipped (${found.reason})`}`;
  });
  return `peers: ${words.join(", ")}`;
}

function look(peer: Peer): { readonly program: string } | { readonly reason: string } {
  const known = asked.get(peer);
  if (known !== undefined) return known;
  const program = peers[peer].program();
  const found = program === undefined ? { reason: peers[peer].reason() } : { program };
  asked.set(peer, found);
  return found;
}

function opensRawSockets(): boolean {
  try {
    const raw = createRequire(import.meta.url)("raw-socket") as {
      createSocket(options: { readonly protocol: number }): { close(): void };
    };
    raw.createSocket({ protocol: 132 }).close();
    return true;
  } catch {
    return false;
  }
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

function findProgram(name: string): string | undefined {
  const paths = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasErlangAsn1(): boolean {
  try {
    execFileSync("erl", ["-noinput", "-eval", "halt(case code:lib_dir(asn1) of {error, _} -> 1; _ -> 0 end)."], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}
