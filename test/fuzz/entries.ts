import { isDeepStrictEqual } from "node:util";
import {
  decodeComponent,
  DecodeError,
  decodeElements,
  decodeFacility,
  decodeFrame,
  decodeMessage,
  encodeOctets,
  leniencyNames,
  Strictness,
} from "../../codecs/index.ts";
import { decodeH225, H225Forms, type H225Message, spliceTunnel } from "../../codecs/h225/index.ts";
import { decodeIua } from "../../codecs/iua/index.ts";
import { AutoReader, formats } from "../../codecs/trace/formats.ts";
import { TraceDecoder, type TraceRow } from "../../codecs/trace/decoder.ts";
import { Network } from "../../codecs/trace/net/network.ts";
import type { TraceReader } from "../../codecs/trace/frame.ts";
import { rowFromJson } from "../../codecs/trace/row-from-json.ts";
import { RowJsonWriter } from "../../codecs/trace/row-json-text.ts";
import { rowToJson } from "../../codecs/trace/row-json.ts";
import { problemsOf } from "../../codecs/trace/row-problems.ts";
import { Ladder } from "../../codecs/trace/ladder.ts";
import { rowToText } from "../../codecs/trace/row-text.ts";
import { ShapeError } from "../../codecs/shape.ts";
import { readItem } from "../../codecs/trace/content.ts";

/** One way into the decoders. It throws where a promise of theirs is broken, beyond "a value or a DecodeError". */
export interface Entry {
  readonly name: string;
  /** Of the inputs only each so many goes in here, where much is done with each one. Absent: all of them. */
  readonly every?: number;
  read(octets: Uint8Array): void;
}

/** ONE table: every way octets from outside come in. */
export const entries: readonly Entry[] = [
  { name: "decodeMessage", read: readMessage },
  { name: "decodeElements", read: readElements },
  { name: "decodeMessage, leniencies counted", read: (octets) => checked(decodeMessage(octets, new Strictness())) },
  { name: "decodeMessage, leniencies refused", read: (octets) => checked(decodeMessage(octets, refusing())) },
  { name: "decodeH225, leniencies refused", read: (octets) => checked(decodeH225(octets, refusing())) },
  { name: "decodeFacility", read: (octets) => checked(decodeFacility(octets)) },
  { name: "decodeFacility as DSS1", read: (octets) => checked(decodeFacility(octets, "dss1")) },
  { name: "decodeComponent", read: (octets) => checked(decodeComponent(octets)) },
  { name: "components in two forms", every: 4, read: readTwoForms },
  { name: "decodeH225", read: (octets) => checked(decodeH225(octets)) },
  { name: "spliceTunnel", read: readSplice },
  { name: "H225Forms", read: readForms },
  { name: "decodeIua", read: (octets) => checked(decodeIua(octets)) },
  { name: "packets of a network", read: readPacket },
  { name: "decodeFrame", read: (octets) => checked(decodeFrame(octets)) },
  ...Object.entries(formats).map(([name, format]) => ({
    name: `${name} reader`,
    read: (octets: Uint8Array) => readTrace(format.open(), octets),
  })),
  { name: "auto reader", read: (octets) => readTrace(new AutoReader(), octets) },
  { name: "rows of a trace", every: 10, read: readRows },
  { name: "rows of a message", every: 10, read: readAsRow },
];

const writer = new RowJsonWriter();

const every = new Set(leniencyNames);
const refusing = (): Strictness => new Strictness(every);

/** What was spliced carries what was put in, and reads. */
function readSplice(octets: Uint8Array): void {
  const spliced = checked(spliceTunnel(octets, [Uint8Array.of(8, 0, 0x7d)]));
  if (spliced instanceof Uint8Array && decodeH225(spliced) instanceof DecodeError) throw new Error("cannot be read");
}

/** Of one neighbour, whatever it sent before. */
const forms = new H225Forms(() => undefined);

/** As it is read whole, also where a message of its form came before. */
function readForms(octets: Uint8Array): void {
  const read = forms.read(octets);
  checked(read);
  if (read instanceof DecodeError) return;
  const whole = decodeH225(octets);
  const tunnelled = whole instanceof DecodeError ? undefined : whole.tunnelled;
  if (!isDeepStrictEqual(plainTunnel(read.tunnelled), plainTunnel(tunnelled))) throw new Error("another tunnel");
}

const plainTunnel = (tunnelled: H225Message["tunnelled"]): unknown =>
  tunnelled && { ...tunnelled, messages: tunnelled.messages.map((message) => [...message]) };

/** A value is an object or a list; undefined or a number would be a decoder that forgot its answer. */
function checked(value: unknown): unknown {
  if (typeof value !== "object" || value === null)
    throw new Error(`neither a value nor a DecodeError: ${String(value)}`);
  return value;
}

/** Tags of the four components. */
const firstTag = 0xa1;
const lastTag = 0xa4;

/**
 * What may be a component, wherever it stands: where the reader of the usual form takes it, the reader of all forms
 * gives the same value for it; a long length of its own is what the first one leaves to the second.
 */
function readTwoForms(octets: Uint8Array): void {
  for (let at = 0; at + 2 < octets.length; at += 1) {
    const tag = octets[at] as number;
    const length = octets[at + 1] as number;
    const end = at + 2 + length;
    if (tag < firstTag || tag > lastTag || length >= 0x80 || end > octets.length) continue;
    const component = decodeComponent(octets.subarray(at, end));
    if (component.problems !== undefined) continue;
    const long = Uint8Array.of(tag, 0x81, length, ...octets.subarray(at + 2, end));
    if (!isDeepStrictEqual(decodeComponent(long), component)) throw new Error("another value in another form");
  }
}

/** As raw IP, and as what TCP, UDP and SCTP carry. */
function readPacket(octets: Uint8Array): void {
  const network = new Network();
  const inner = [6, 17, 132].map((protocol) => {
    const header = Uint8Array.of(0x45, 0, 0, 0, 0, 0, 0, 0, 64, protocol, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2);
    return Uint8Array.of(...header, ...octets);
  });
  for (const packet of [octets, ...inner]) {
    if (network.follow({ layer: "ip", octets: packet }).length === 0) throw new Error("a packet without an item");
  }
  network.end();
}

function readMessage(octets: Uint8Array): void {
  const message = decodeMessage(octets);
  checked(message);
  if (message instanceof DecodeError) return;
  const written = encodeOctets(message.callReference, message.type, message.ies);
  if (!Buffer.from(written).equals(octets)) throw new Error("a decoded message does not give its octets back");
}

function readElements(octets: Uint8Array): void {
  const written = Buffer.concat(decodeElements(octets).map((ie) => ie.octets));
  if (!written.equals(octets)) throw new Error("decoded elements do not give their octets back");
}

function readTrace(reader: TraceReader, octets: Uint8Array): void {
  const half = octets.length >> 1;
  for (const frame of [
    ...reader.push(octets.subarray(0, half)),
    ...reader.push(octets.subarray(half)),
    ...reader.end(),
  ]) {
    checked(frame);
  }
}

function readRows(octets: Uint8Array): void {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: true });
  for (const row of [...decoder.push(octets), ...decoder.end()]) {
    if (!(row instanceof DecodeError)) showRow(row);
  }
}

/** A bare message as `qsig decode` would show it, whatever its octets begin with. */
function readAsRow(octets: Uint8Array): void {
  const item = { carrier: "none", holds: "message", octets, problems: [] } as const;
  for (const protocol of ["qsig", "dss1"] as const) {
    showRow({ index: 0, item, content: readItem(item, protocol), problems: [] });
  }
}

/** Every form of a row, and from its JSON the very octets again. */
function showRow(row: TraceRow): void {
  checked(rowToText(row).split("\n"));
  checked(new Ladder().print(row).split("\n"));
  const json: unknown = JSON.parse(JSON.stringify(rowToJson(row)));
  writer.add(row);
  const line: unknown = JSON.parse(Buffer.from(writer.take()).toString());
  if (!isDeepStrictEqual(line, json)) throw new Error(`the writer of rows does not write ${JSON.stringify(json)}`);
  const exact = rowFromJson(json, { exact: true });
  if (row.item.frame === undefined && !(exact instanceof Uint8Array && Buffer.from(exact).equals(row.item.octets))) {
    throw new Error(`--exact gives other octets: ${JSON.stringify(exact)} of ${JSON.stringify(json)}`);
  }
  const canonical = rowFromJson(json);
  // A value that breaks its type is printed as it came; made anew it would have to be right.
  if (canonical instanceof ShapeError && problemsOf(row).length === 0) {
    throw new Error(`encode refuses what decode printed: ${JSON.stringify(canonical)}`);
  }
}
