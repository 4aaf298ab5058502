import type { Command } from "./command.ts";

interface CommandRow {
  /** What `qsig --help` says about it, in one line. */
  readonly summary: string;
  /** Loaded when it is used only: `qsig decode` never pays for the gateway. */
  readonly load: () => Promise<Command>;
}

/** ONE table: every command of `qsig`, in the order that help prints them. */
export const commands: { readonly [name: string]: CommandRow } = {
  start: {
    summary: "run the gateway; without a configuration, the demo",
    load: async () => (await import("./start.ts")).start,
  },
  decode: {
    summary: "show the messages of a trace",
    load: async () => (await import("./decode.ts")).decode,
  },
  encode: {
    summary: "turn the JSON of decode back into octets",
    load: async () => (await import("./encode.ts")).encode,
  },
  replay: {
    summary: "play one side of a trace and compare what the core sends",
    load: async () => (await import("./replay.ts")).replayCommand,
  },
  check: {
    summary: "check a configuration and show what it means",
    load: async () => (await import("./check.ts")).check,
  },
  requests: {
    summary: "list, show, activate and cancel call-back requests",
    load: async () => (await import("./requests.ts")).requests,
  },
  lines: {
    summary: "show the lines a running gateway watches",
    load: async () => (await import("./lines.ts")).lines,
  },
  trunks: {
    summary: "show the trunks of a running gateway",
    load: async () => (await import("./trunks.ts")).trunks,
  },
  trace: {
    summary: "follow a running gateway: its ladder, or a capture for tshark",
    load: async () => (await import("./trace.ts")).trace,
  },
  rerun: {
    summary: "run what a gateway recorded again, and compare",
    load: async () => (await import("./rerun.ts")).rerun,
  },
  cert: {
    summary: "make and check the certificates of trunks with TLS",
    load: async () => (await import("./cert.ts")).cert,
  },
  simulate: {
    summary: "let a simulated world of gateways run and judge it",
    load: async () => (await import("./simulate.ts")).simulate,
  },
};
