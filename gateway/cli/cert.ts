import { X509Certificate } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { PeerRole } from "../tls/judge.ts";
import {
  type Authority,
  createAuthority,
  createRequest,
  createRevocationList,
  firstCertificate,
  signRequest,
} from "../tls/authority.ts";
import { checkChain } from "../tls/check.ts";
import { createKey, readKey } from "../tls/issue.ts";
import { tlsLimits } from "../tls/limits.ts";
import { readBounded } from "../tls/pem.ts";
import { type Command, Failure, type Io, parse, UsageError } from "./command.ts";

const help = `qsig cert: identities of trunks with TLS, for labs and production

Usage: qsig cert ca --name NAME --out BASE [--days N] [--rsa]
       qsig cert key --out FILE [--rsa]
       qsig cert csr --key FILE --name NAME... --out FILE
       qsig cert sign --ca FILE --ca-key FILE --csr FILE --out FILE [--days N]
       qsig cert crl --ca FILE --ca-key FILE [--revoke FILE...] --out FILE
                     [--days N]
       qsig cert check --certificate FILE --anchors FILE [--name NAME...]
                       [--crl FILE] [--as client|server]

  ca      a lab CA: BASE.pem and BASE.key
  key     a private key, readable to its owner alone
  csr     a certificate signing request for a CA: names are those that the
          other end allows: hosts, addresses, URIs such as sip:pbx.example
  sign    what the lab CA makes of a request; 365 days unless told otherwise
  crl     a new revocation list of the lab CA, of these certificates and no
          others; 30 days unless told otherwise
  check   judges a certificate as a trunk would judge its peer's, in words

  --rsa   RSA of 3072 bits instead of ECDSA P-256, for peers that need it
No file is written over. Exit status: 0 fine, 1 refused or not possible.
`;

interface Options {
  readonly name?: string[] | undefined;
  readonly out?: string | undefined;
  readonly days?: string | undefined;
  readonly rsa?: boolean | undefined;
  readonly key?: string | undefined;
  readonly csr?: string | undefined;
  readonly ca?: string | undefined;
  readonly "ca-key"?: string | undefined;
  readonly revoke?: string[] | undefined;
  readonly certificate?: string | undefined;
  readonly anchors?: string | undefined;
  readonly crl?: string | undefined;
  readonly as?: string | undefined;
}

/** ONE table: the steps of an identity's life. */
const steps: Readonly<Record<string, (options: Options, io: Io) => Promise<number>>> = {
  async ca({ name: [name] = [], out, days, rsa }, io) {
    const base = given("out", out);
    const key = createKey(rsa === true ? "rsa" : "ec");
    const pem = await createAuthority(given("name", name), readKey(key, base), dayCount(days, 3650), new Date());
    await keep(`${base}.key`, key, io, 0o600);
    return keep(`${base}.pem`, pem, io);
  },
  async key({ out, rsa }, io) {
    return keep(given("out", out), createKey(rsa === true ? "rsa" : "ec"), io, 0o600);
  },
  async csr({ key, name = [], out }, io) {
    given("name", name[0]);
    const path = given("key", key);
    return keep(given("out", out), await createRequest(name, readKey(await read(path), path)), io);
  },
  async sign({ csr, out, days, ...authority }, io) {
    const request = await read(given("csr", csr));
    return keep(
      given("out", out),
      await signRequest(request, await theAuthority(authority), dayCount(days, 365), new Date()),
      io,
    );
  },
  async crl({ revoke = [], out, days, ...authority }, io) {
    const revoked = await Promise.all(revoke.map(async (path) => firstCertificate(await read(path), path)));
    const pem = await createRevocationList(await theAuthority(authority), revoked, dayCount(days, 30), new Date());
    return keep(given("out", out), pem, io);
  },
  async check({ certificate, anchors, crl, name = [], as = "server" }, io) {
    if (as !== "client" && as !== "server") throw new UsageError(`--as is client or server, not ${as}`);
    const files = {
      certificate: given("certificate", certificate),
      trustAnchors: given("anchors", anchors),
      ...(crl === undefined ? {} : { crl }),
    };
    const { ok, lines } = await checkChain(files, name, as satisfies PeerRole, new Date());
    io.stdout.write(lines.map((line) => `${line}\n`).join(""));
    return ok ? 0 : 1;
  },
};

export const cert: Command = {
  help,
  async run([step, ...args], io) {
    const run = step !== undefined && Object.hasOwn(steps, step) ? steps[step] : undefined;
    if (run === undefined)
      throw new UsageError(`cert takes ${Object.keys(steps).join(", ")}, not ${step ?? "nothing"}`);
    const text = { type: "string" } as const;
    const many = { type: "string", multiple: true } as const;
    const { values, positionals } = parse(args, {
      ...{ name: many, revoke: many, out: text, days: text, key: text, csr: text, ca: text, "ca-key": text },
      ...{ certificate: text, anchors: text, crl: text, as: text, rsa: { type: "boolean" } },
    });
    if (positionals.length > 0) throw new UsageError(`cert ${step ?? ""} takes options only`);
    try {
      return await run(values, io);
    } catch (error) {
      if (error instanceof UsageError || !(error instanceof Error)) throw error;
      throw new Failure(error.message);
    }
  },
};

function given(option: string, value: string | undefined): string {
  if (value === undefined || value === "") throw new UsageError(`give --${option}`);
  return value;
}

function dayCount(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new UsageError(`--days takes a number from 1 to 99999, not ${text}`);
}

async function theAuthority(options: Options): Promise<Authority> {
  const [ca, key] = [given("ca", options.ca), given("ca-key", options["ca-key"])];
  const [pem, keyPem] = [await read(ca), await read(key)];
  const authority = { certificate: firstCertificate(pem, ca), key: readKey(keyPem, key) };
  if (!new X509Certificate(pem).checkPrivateKey(authority.key)) throw new Failure(`${key} is not the key of ${ca}`);
  return authority;
}

function read(path: string): Promise<string> {
  return readBounded(path, "file", tlsLimits.fileOctets);
}

/** An identity that is lost is lost: nothing is written over. */
async function keep(path: string, text: string, io: Io, mode = 0o644): Promise<number> {
  try {
    await writeFile(path, text, { mode, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Failure(`${path} is there already; move it away, or give another --out`);
  }
  io.stdout.write(`${path}\n`);
  return 0;
}
