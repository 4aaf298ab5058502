import { DecodeError } from "../error.ts";
import type { Direction, TraceFrame, TraceReader } from "./frame.ts";
import { readHex } from "./hex.ts";
import { LineSplitter } from "./lines.ts";

// Protocol testers and routers that print a frame in hex behind a line of their own. They differ in that line only, so
// one reader serves all. Their decoded copies of the frame are no lines of hex alone and are passed over.

/** Octets of one frame; more is another text that happens to be hex. */
export const taggedOctetsLimit = 4096;

/** How one program prints its frames. */
export interface TaggedForm {
  readonly layer: "lapd" | "message";
  /**
   * The line that announces a frame, or begins it. Its groups: `sent` or `received` where that mark shows the
   * direction, `hex` the octets in this line, `length` how many there are in all, `clock`, `line`.
   */
  readonly start: RegExp;
  /** A line that goes on with the frame, with its octets as group `hex`; absent: a line of hex alone. */
  readonly more?: RegExp;
}

/** ONE table: the programs, each seen in a public document of its maker or its users. */
export const taggedForms = {
  /** HP Comware routers, "debugging isdn q921": `Net Tx: Len=25 02 01 00 00 08 02`. */
  comware: {
    layer: "lapd",
    start: /\b(?:(?<sent>Tx)|(?<received>Rx)): *Len=(?<length>\d{1,4}) +(?<hex>[0-9A-Fa-f]{2}(?: +[0-9A-Fa-f]{2})*)/,
  },
  /** Enterasys XSR: `Tx ISDN-BRI 1/0 03:33:39:603 CallRef=Dummy INFO`, the frame in the next line. */
  xsr: {
    layer: "lapd",
    start: /(?:(?<sent>\bTx)|(?<received>\bRx)) +(?<line>ISDN-\S+ +\S+) +(?<clock>\d\d:\d\d:\d\d:\d{3}) +CallRef=/,
  },
  /** S0 analysers of Teles: `-----[ 3 ]---[ S ]---[ 31:45.46 ]-----`, then `s[00]:` or not, and the frame. */
  teles: {
    layer: "lapd",
    start: /^-+\[ *\d+ *\]-+\[ *(?:(?<sent>S)|(?<received>R)) *\]-+\[ *(?<clock>[\d:.]+) *\]/,
    more: /^(?:[sr]\[\d+\]:)? *(?<hex>(?:[0-9A-Fa-f]{2}(?: +|$))*)$/,
  },
  /** Linkbit simulators: `10:11:12.345 Tx1 SABME`, then the frame, in this line or the next. */
  linkbit: {
    layer: "lapd",
    start: new RegExp(
      String.raw`(?<clock>\d\d:\d\d:\d\d\.\d{3}) +(?:(?<sent>Tx)|(?<received>Rx))\d*` +
        " +[A-Z][A-Za-z _]*?(?: +(?<hex>[0-9A-Fa-f]{2}(?: +[0-9A-Fa-f]{2})+))? *$",
    ),
  },
  /** isdnlog of HiSax: `HEX: 02 01 00 00 08`. */
  hisax: { layer: "lapd", start: /^HEX: *(?<hex>[0-9A-F]{2}(?: ?[0-9A-F]{2})*) *$/ },
  /** Yate: the header in the line of the reference, each element at the end of its own line. */
  yate: {
    layer: "message",
    start: /\[From initiator=(?:true|false) CallRef=\d+\] +(?<hex>[0-9a-f]{2}(?: [0-9a-f]{2})*) *$/,
    more: /\(codeset=\d+ type=\d+\) +(?<hex>[0-9a-f]{2}(?: [0-9a-f]{2})*) *$/,
  },
} as const satisfies Readonly<Record<string, TaggedForm>>;

const hexAlone = /^\s*(?<hex>[0-9A-Fa-f]{2}(?: +[0-9A-Fa-f]{2})*) *$/;

type Groups = Readonly<Record<string, string | undefined>>;

/** A frame whose octets are still coming. */
interface Open {
  readonly head: Pick<TraceFrame, "direction" | "line" | "clock">;
  readonly length: number | undefined;
  readonly octets: number[];
}

export class TaggedHexReader implements TraceReader {
  readonly #form: TaggedForm;
  readonly #lines = new LineSplitter();
  #found: TraceFrame[] = [];
  #open: Open | undefined;

  constructor(form: TaggedForm) {
    this.#form = form;
  }

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
    const start = this.#form.start.exec(text)?.groups;
    if (start) {
      this.#close();
      this.#open = opened(start);
      this.#append(this.#open, start["hex"]);
      return;
    }
    if (!this.#open) return;
    const more = (this.#form.more ?? hexAlone).exec(text)?.groups;
    if (more) this.#append(this.#open, more["hex"]);
    // Yate's values of an element stand between its elements; with all others any other line ends the frame.
    else if (this.#form.layer === "lapd" && this.#open.octets.length > 0) this.#close();
  }

  #append(open: Open, hex = ""): void {
    open.octets.push(...readHex(hex).octets);
    if (open.octets.length >= (open.length ?? taggedOctetsLimit)) this.#close();
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open || open.octets.length === 0) return;
    const { head, length = open.octets.length } = open;
    const octets = Uint8Array.from(open.octets.slice(0, taggedOctetsLimit));
    const lost = octets.length === length ? [] : [new DecodeError("badLength", octets.length, `Len=${length}`)];
    const carrier = { carrier: "lapd" } as const;
    this.#found.push({
      layer: this.#form.layer,
      octets,
      ...carrier,
      ...head,
      ...(lost.length > 0 ? { problems: lost } : {}),
    });
  }
}

function opened(groups: Groups): Open {
  const { sent, received, line, clock, length } = groups;
  const direction: Direction | undefined = sent ? "sent" : received ? "received" : undefined;
  return {
    head: {
      ...(direction === undefined ? {} : { direction }),
      ...(line === undefined ? {} : { line }),
      ...(clock === undefined ? {} : { clock }),
    },
    length: length === undefined ? undefined : Number(length),
    octets: [],
  };
}
