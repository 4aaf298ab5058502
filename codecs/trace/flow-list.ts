import { DecodeError } from "../error.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { layerOf, readHex } from "./hex.ts";
import { type Line, LineSplitter } from "./lines.ts";

/** `NAME NUMBER SIDE HEX`: which flow, which message of it, who sends it, its octets. `#` begins a comment. */
const flowLine = /^\s*(?<flow>[A-Za-z][\w.-]*)\s+\d+\s+(?<side>[AaBb])\s+(?<hex>(?:0x)?[0-9A-Fa-f]{2}[0-9A-Fa-f\s]*)$/;

export function isFlowList(text: string): boolean {
  return flowLine.test(withoutComment(text));
}

/** Flows of messages written down one a line; each flow is a line of its own, with sides that the text names. */
export class FlowListReader implements TraceReader {
  readonly #lines = new LineSplitter();

  push(chunk: Uint8Array): TraceFrame[] {
    return this.#lines.push(chunk).flatMap(readLine);
  }

  end(): TraceFrame[] {
    return this.#lines.end().flatMap(readLine);
  }
}

function readLine({ text, number, cut }: Line): TraceFrame[] {
  const line = withoutComment(text);
  if (line.trim() === "" && !cut) return [];
  const { flow = "", side = "", hex = "" } = flowLine.exec(line)?.groups ?? {};
  if (flow === "" || cut) {
    const problem = new DecodeError(cut ? "tooLong" : "notHex", 0, `line ${number}`);
    return [{ layer: "unknown", octets: new Uint8Array(0), problems: [problem] }];
  }
  const { octets, fault } = readHex(hex);
  const frame = { octets, line: flow, direction: side.toLowerCase() === "a" ? "sent" : "received" } as const;
  if (fault === undefined) return [{ ...frame, layer: layerOf(octets) }];
  return [{ ...frame, layer: "unknown", problems: [new DecodeError("notHex", octets.length, `line ${number}`)] }];
}

function withoutComment(text: string): string {
  return text.replace(/#.*/, "");
}
