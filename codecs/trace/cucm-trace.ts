import { DecodeError } from "../error.ts";
import { messageTypes } from "../q931/messages.ts";
import type { Direction, TraceFrame, TraceReader } from "./frame.ts";
import { readHex } from "./hex.ts";
import { LineSplitter } from "./lines.ts";

// The CCM and SDL traces of Cisco Unified Communications Manager show a message of a PRI gateway as lines of its
// elements and then, in `IsdnMsgData`, whole. The tokens were read in a program that shows such traces; the layout of
// the lines around them is [MEM]. Where the whole message is missing it is made of its elements, without the call
// reference, which no line shows.

const message = /\bIsdnMsgData\d?\s*[=:]\s*(?<hex>(?:(?:0x)?[0-9A-Fa-f]{2}[\s:-]*)+)/;
const element = /\bIEData\s*=\s*(?<hex>(?:[0-9A-Fa-f]{2}[\s:-]*)+)/;
const heading = /\b(?<direction>In|Out) +Message +-- *(?:Pri)?(?<name>[A-Z][A-Za-z]*?)(?:Msg)?\b/;
const clock = /(?<clock>(?:\d\d\/\d\d\/\d{4} )?\d\d:\d\d:\d\d\.\d{1,6})/;

/** Octets of elements that wait for the end of their message. */
export const cucmMessageOctetsLimit = 4096;

/** A message that a heading announced. */
interface Block {
  readonly frame: Pick<TraceFrame, "direction" | "clock">;
  readonly name: string;
  readonly elements: number[];
}

/** Whether a line shows octets as this format does. */
export function isCucmTrace(text: string): boolean {
  return message.test(text) || element.test(text);
}

export class CucmTraceReader implements TraceReader {
  readonly #lines = new LineSplitter();
  #found: TraceFrame[] = [];
  #block: Block | undefined;

  push(chunk: Uint8Array): TraceFrame[] {
    for (const { text } of this.#lines.push(chunk)) this.#read(text);
    return this.#take();
  }

  end(): TraceFrame[] {
    for (const { text } of this.#lines.end()) this.#read(text);
    this.#close();
    return this.#take();
  }

  #take(): TraceFrame[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #read(text: string): void {
    const whole = message.exec(text)?.groups?.["hex"];
    if (whole !== undefined) {
      const frame = this.#block?.frame ?? clockOf(text);
      this.#block = undefined;
      this.#found.push({ layer: "message", carrier: "lapd", octets: readHex(whole).octets, ...frame });
      return;
    }
    const head = heading.exec(text)?.groups;
    if (head) {
      this.#close();
      const direction: Direction = head["direction"] === "Out" ? "sent" : "received";
      this.#block = { frame: { direction, ...clockOf(text) }, name: head["name"] ?? "", elements: [] };
      return;
    }
    const hex = element.exec(text)?.groups?.["hex"];
    if (hex === undefined || !this.#block) return;
    const { elements } = this.#block;
    if (elements.length < cucmMessageOctetsLimit) elements.push(...readHex(hex).octets);
  }

  /** A message whose octets were never shown whole is made of its elements; nothing where there are none. */
  #close(): void {
    const block = this.#block;
    this.#block = undefined;
    if (!block || block.elements.length === 0) return;
    const type = typeOf(block.name);
    const common = { carrier: "lapd", ...block.frame } as const;
    if (type === undefined) {
      const problems = [new DecodeError("unknownMessageName", 0, block.name)];
      this.#found.push({ layer: "unknown", octets: Uint8Array.from(block.elements), ...common, problems });
      return;
    }
    const octets = Uint8Array.of(protocolDiscriminator, 0, type, ...block.elements);
    const problems = [new DecodeError("callReferenceLost", 1)];
    this.#found.push({ layer: "message", octets, ...common, problems });
  }
}

const protocolDiscriminator = 0x08;

/** `CallProceeding` is CALL PROCEEDING. */
function typeOf(name: string): number | undefined {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
  return Object.entries(messageTypes).find(([standard]) => standard === words)?.[1];
}

function clockOf(text: string): Pick<TraceFrame, "clock"> {
  const at = clock.exec(text)?.groups?.["clock"];
  return at === undefined ? {} : { clock: at };
}
