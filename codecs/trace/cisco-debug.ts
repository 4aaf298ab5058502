import { DecodeError } from "../error.ts";
import { ciscoElementId, ciscoMessageType } from "./cisco-names.ts";
import type { TraceFrame, TraceReader } from "./frame.ts";
import { readHex } from "./hex.ts";
import { LineSplitter } from "./lines.ts";

// The text of "debug isdn q931" of Cisco IOS. It tells each message by its name, its call reference and its elements,
// these as contents without identifier and length: the octets are made again, element by element as printed. What the
// text does not show is lost: shifts, and the character set octet of a Display.

/** Octets of contents that one length octet can say. */
const contentsLimit = 255;
/** Octets of a message: elements of many messages ran together where it is longer. */
export const ciscoMessageOctetsLimit = 4096;

const header = new RegExp(
  [
    String.raw`(?:\bISDN (?<line>\S+?):? +(?:(?:Q931|SC)?: +)?)?`,
    String.raw`(?<direction>[TR]X) *(?:->|<-|\xe2\x86[\x90\x92]) *(?<type>[A-Z_]+) +`,
    String.raw`pd = (?<discriminator>\d{1,3}) +callref = 0x(?<reference>(?:[0-9A-Fa-f]{2}){1,2})\b`,
  ].join(""),
);
/** `Channel ID i = 0xA98381`; the name may have words of the line before in front of it. */
const element = /(?<words>[A-Z][\w/-]*(?: [A-Z][\w/-]*)*| 0x[0-9A-F]{2}) +i *= */;
const token = new RegExp(`${header.source}|${element.source}`, "g");
/** Quotes as IOS prints them and as word processors make them, octet by octet of UTF-8. */
const quote = String.raw`(?:['\x60]|\xe2\x80[\x98\x99])`;
const value = new RegExp(String.raw`(?:0x(?<hex>[0-9A-Fa-f]*))?(?:,? *${quote}(?<text>.*?)${quote}(?=[\s,]|$))?`, "y");
const sendingComplete = /^[\s\d:.]*Sending Complete\s*$/;
const sendingCompleteOctet = 0xa1;
/** A long value goes on in a line of its own. */
const continuation = /^\s*(?<mark>0x)?(?<hex>(?:[0-9A-Fa-f]{2})+)\s*$/;
const clock = /(?:[A-Z][a-z]{2} +\d{1,2} (?:\d{4} )?)?\d\d:\d\d:\d\d(?:\.\d+)?/g;

type Groups = Readonly<Record<string, string | undefined>>;

/** A message whose elements are still coming. */
interface Block {
  readonly frame: Pick<TraceFrame, "direction" | "line" | "clock">;
  readonly octets: number[];
  readonly problems: DecodeError[];
  /** Contents of the last element; they may go on in the next line. */
  open: { readonly id: number; readonly contents: number[] } | undefined;
}

/** Whether a line begins a message of this format. */
export function isCiscoDebug(text: string): boolean {
  return header.test(text);
}

export class CiscoDebugReader implements TraceReader {
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

  /** A line may hold several headers and elements: pastes lose their line ends. */
  #read(text: string): void {
    let isToken = false;
    for (const match of text.matchAll(token)) {
      const groups: Groups = match.groups ?? {};
      isToken = true;
      if (groups["type"] !== undefined) this.#open(groups, text.slice(0, match.index));
      else if (this.#block) readElement(this.#block, groups["words"] ?? "", text, match.index + match[0].length);
    }
    if (isToken || !this.#block) return;
    if (sendingComplete.test(text)) {
      closeElement(this.#block);
      this.#block.octets.push(sendingCompleteOctet);
      return;
    }
    const more = continuation.exec(text)?.groups;
    const open = this.#block.open;
    // The decoded copy behind a value repeats parts of it with 0x: that is no continuation.
    if (more && open && (more["mark"] === undefined || open.contents.length === 0)) {
      open.contents.push(...readHex(more["hex"] ?? "").octets);
    } else if (text.trim() !== "") closeElement(this.#block);
  }

  #open(groups: Groups, before: string): void {
    this.#close();
    const { line, direction, type = "", discriminator, reference = "" } = groups;
    const at = [...before.matchAll(clock)].at(-1)?.[0];
    const octet = ciscoMessageType(type);
    const referenceOctets = readHex(reference).octets;
    this.#block = {
      frame: {
        direction: direction === "TX" ? "sent" : "received",
        ...(line === undefined ? {} : { line }),
        ...(at === undefined ? {} : { clock: at }),
      },
      octets: [
        Number(discriminator) & 0xff,
        referenceOctets.length,
        ...referenceOctets,
        ...(octet === undefined ? [] : [octet]),
      ],
      problems: octet === undefined ? [new DecodeError("unknownMessageName", 2 + referenceOctets.length, type)] : [],
      open: undefined,
    };
  }

  #close(): void {
    const block = this.#block;
    this.#block = undefined;
    if (!block) return;
    closeElement(block);
    const octets = Uint8Array.from(block.octets);
    const common = { octets, carrier: "lapd", ...block.frame } as const;
    if (block.problems.length === 0) this.#found.push({ layer: "message", ...common });
    else this.#found.push({ layer: isNamed(block) ? "message" : "unknown", ...common, problems: block.problems });
  }
}

function isNamed({ problems }: Block): boolean {
  return !problems.some(({ code }) => code === "unknownMessageName");
}

function readElement(block: Block, words: string, text: string, at: number): void {
  closeElement(block);
  const id = ciscoElementId(words);
  if (id === undefined) {
    block.problems.push(new DecodeError("unknownElementName", block.octets.length, words.trim()));
    return;
  }
  value.lastIndex = at;
  const { hex = "", text: characters = "" }: Groups = value.exec(text)?.groups ?? {};
  const digits = Array.from(characters, (character) => character.charCodeAt(0));
  block.open = { id, contents: [...readHex(hex).octets, ...digits] };
}

/** Writes the element whose contents are complete. */
function closeElement(block: Block): void {
  const { open } = block;
  block.open = undefined;
  if (!open) return;
  const { id, contents } = open;
  if (contents.length > contentsLimit || block.octets.length + contents.length > ciscoMessageOctetsLimit) {
    block.problems.push(new DecodeError("tooLong", block.octets.length, "element"));
    return;
  }
  block.octets.push(id, contents.length, ...contents);
}
