import { toHex } from "../codecs/shape.ts";
import { maskedText } from "../src/masked.ts";
import type { TraceEntry } from "../src/trace.ts";
import { liveLadder } from "./live-ladder.ts";
import { type Log, logLevels } from "./log.ts";
import type { TraceSubscriber } from "./ring.ts";
import { transitionText } from "./timeline.ts";

/**
 * Log lines out of the trace: alarms warn, requests and data links inform, `debug` is the ladder, `trace` adds the
 * octets of every PDU, and with them numbers as they are. Every record begins with the name of the gateway.
 */
export function traceLog(log: Log, gateway: string): TraceSubscriber {
  const say = (line: string) => log.debug(`${gateway}: ${line.slice(2)}`);
  const ladder = enabled(log, "debug") ? liveLadder(() => "", say) : undefined;
  const octets = enabled(log, "trace");
  return (entry) => {
    tell(log, gateway, entry);
    ladder?.push(entry);
    if (octets && entry.type === "pdu")
      log.trace(`${gateway}: ${entry.trunk} ${entry.channel} ${entry.direction} ${toHex(entry.octets)}`);
  };
}

function tell(log: Log, gateway: string, entry: TraceEntry): void {
  switch (entry.type) {
    case "alarm":
      return log.warn(`${gateway}: trunk ${entry.trunk}: ${maskedText(entry.text)}`);
    case "fault":
      return log.error(`${gateway}: fault in call completion during ${entry.during}: ${maskedText(entry.text)}`);
    case "refused":
      return log.info(
        `${gateway}: trunk ${entry.trunk}: ${entry.kind} refused with cause ${entry.cause}: ${entry.text}`,
      );
    case "dropped":
      return log.warn(`${gateway}: trunk ${entry.trunk}: not passed on: ${entry.text}`);
    case "request":
      return log.info(`${gateway}: request ${entry.request}: ${maskedText(entry.text)}`);
    case "transition":
      return tellStep(log, gateway, entry);
    default:
      return;
  }
}

function tellStep(log: Log, gateway: string, entry: Extract<TraceEntry, { type: "transition" }>): void {
  switch (entry.machine) {
    case "originating":
    case "terminating":
      // Every step of a request is its audit; what changes no state stands in the ladder.
      if (entry.from !== entry.to) log.info(`${gateway}: request ${entry.of}: ${maskedText(transitionText(entry))}`);
      return;
    case "lapd":
      // T203 polls an idle link every few seconds: only up and down are news.
      if (linkUp.has(entry.from) !== linkUp.has(entry.to)) {
        log.info(`${gateway}: trunk ${entry.of}: data link ${transitionText(entry)}`);
      }
      return;
    case "iua":
      if (
        entry.to === "Active" ||
        entry.from === "Active" ||
        entry.to === "Established" ||
        entry.from === "Established"
      ) {
        log.info(`${gateway}: trunk ${entry.of}: ${transitionText(entry)}`);
      }
      return;
    case "h323":
      // Idle between calls and up in them is no news.
      if (troubled.has(entry.from) || troubled.has(entry.to)) {
        log.info(`${gateway}: trunk ${entry.of}: ${transitionText(entry)}`);
      }
      return;
    case "sip":
      if (entry.to === "Up" && entry.from === "Asking") log.info(`${gateway}: trunk ${entry.of}: the server answers`);
      if (entry.to === "Connecting" && upStates.has(entry.from)) {
        log.info(`${gateway}: trunk ${entry.of}: the connection to the server is lost`);
      }
      return;
    case "connection":
      return;
    default:
      entry.machine satisfies never;
  }
}

/** Q.921 states in which the data link carries messages. */
const linkUp: ReadonlySet<string> = new Set(["multiple frame established", "timer recovery"]);

/** States of an h323 trunk whose peers do not answer. */
const troubled: ReadonlySet<string> = new Set(["failing", "down"]);

/** In which the connection to a SIP server carries calls. */
const upStates: ReadonlySet<string> = new Set(["Up", "Up, asking"]);

function enabled(log: Log, level: (typeof logLevels)[number]): boolean {
  return logLevels.indexOf(log.level) >= logLevels.indexOf(level);
}
