import type { Direction } from "./frame.ts";

/** The lines of a "pri debug" text that carry octets; all others are words for people. */
export type PriLine = { readonly direction: Direction; readonly line?: string; readonly clock?: string } & (
  | { readonly type: "queued" }
  | { readonly type: "header"; readonly discriminator: number; readonly length: number }
  /** The octets of the call reference, its length octet first. */
  | { readonly type: "reference"; readonly octets: readonly number[] }
  | { readonly type: "messageType"; readonly value: number }
  /** Octets in brackets: one information element, or with `link` one whole LAPD frame. A paste may wrap them. */
  | { readonly type: "octets"; readonly link: boolean; readonly hex: string; readonly closed: boolean }
);

/** A line's own part, before the logger's and the direction's are added. */
type Body = PriLine extends infer One
  ? One extends PriLine
    ? Omit<One, "direction" | "line" | "clock">
    : never
  : never;

type Groups = Readonly<Record<string, string>>;

/**
 * ONE table: the forms, libpri 1.2 and later. `TEI=` stands before the call reference in the second generation only.
 */
const forms: readonly { readonly pattern: RegExp; read(groups: Groups): Body }[] = [
  { pattern: /^DL-(?:UNIT[- ]?)?DATA request/, read: () => ({ type: "queued" }) },
  {
    pattern: /^Protocol Discriminator: [^(]*\((?<discriminator>\d{1,3})\) +len= *(?<length>\d{1,5})/,
    read: (groups) => ({
      type: "header",
      discriminator: Number(groups["discriminator"]),
      length: Number(groups["length"]),
    }),
  },
  {
    pattern: /^(?:TEI=\d+ +)?Call Ref: len= *(?<length>\d) \(reference (?<value>-?\d{1,6})[^)]*\) +\((?<side>[^)]*)\)/,
    read: (groups) => ({ type: "reference", octets: referenceOctets(groups) }),
  },
  {
    pattern: /^Message [Tt]ype: [^(]*\((?<value>\d{1,3})\)/,
    read: (groups) => ({ type: "messageType", value: Number(groups["value"]) }),
  },
  {
    pattern: /^\[(?<link> ?)(?<hex>[0-9a-fA-F]{2}(?: +[0-9a-fA-F]{2})*) *(?<closed>\]?) *$/,
    read: (groups) => ({
      type: "octets",
      link: groups["link"] === " ",
      hex: groups["hex"] ?? "",
      closed: groups["closed"] === "]",
    }),
  },
];

/** Anything may stand before the direction: a logger's prefix, a list number of a paste. */
const directed =
  /(?:^|\s)(?<direction>[<>]) (?<body>(?:DL-|Protocol D|TEI=|Call R|Message [Tt]|\[ ?[0-9a-fA-F]{2}\b).*)$/;
const span = /PRI Span: (?<span>\d+)/;
const clock = /\[(?<clock>(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2} +\d{1,2}) \d\d:\d\d:\d\d(?:\.\d+)?)\]/;

/** This line of the text, or undefined where it carries no octets. */
export function readPriLine(text: string): PriLine | undefined {
  const found = directed.exec(text);
  if (!found?.groups) return undefined;
  const body = found.groups["body"] ?? "";
  const prefix = text.slice(0, found.index);
  for (const form of forms) {
    const match = form.pattern.exec(body);
    if (match) return { ...form.read((match.groups ?? {}) as Groups), ...origin(prefix, found.groups["direction"]) };
  }
  return undefined;
}

function origin(prefix: string, mark: string | undefined): Pick<PriLine, "direction" | "line" | "clock"> {
  const of = span.exec(prefix)?.groups?.["span"];
  const at = clock.exec(prefix)?.groups?.["clock"];
  return {
    direction: mark === ">" ? "sent" : "received",
    ...(of === undefined ? {} : { line: of }),
    ...(at === undefined ? {} : { clock: at }),
  };
}

/**
 * libpri prints the value without its flag; the flag stands in words behind it: "Terminator" or "Sent to originator".
 */
function referenceOctets(groups: Groups): number[] {
  const length = Number(groups["length"]);
  const value = Number(groups["value"]);
  const flag = /^Terminator|to originator/.test(groups["side"] ?? "") ? 0x80 : 0;
  const octets = Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) & 0xff);
  return [length, ...octets.map((octet, at) => (at === 0 ? octet | flag : octet))];
}

/** The rest of octets in brackets that a paste wrapped, or undefined where this line is something else. */
export function readWrapped(text: string): { readonly hex: string; readonly closed: boolean } | undefined {
  const match = /^\s*(?:[<>] +)?(?<hex>[0-9a-fA-F]{2}(?: +[0-9a-fA-F]{2})*)? *(?<closed>\]?) *$/.exec(text);
  return match?.groups && { hex: match.groups["hex"] ?? "", closed: match.groups["closed"] === "]" };
}
