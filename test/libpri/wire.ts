import { setTimeout as sleep } from "node:timers/promises";
import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { find, findAll } from "../../codecs/q931/element.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { Component } from "../../codecs/rose/component.ts";
import type { OperationName } from "../../codecs/rose/operations.ts";
import type { LibpriPeer } from "../peers/libpri/peer.ts";
import type { PeerFrame } from "../peers/libpri/protocol.ts";
import { patienceMs } from "../until.ts";

/** One layer-3 message of the trunk, seen from the gateway: `>` it sent, `<` it received. */
export interface WireMessage {
  readonly direction: ">" | "<";
  readonly octets: Uint8Array;
  readonly message: Message;
  readonly components: readonly Component[];
  /** `> FACILITY ccExecPossible`, `< DISCONNECT 17`, `> CONNECT ccbsRequest.result`. */
  readonly line: string;
}

/** Messages that show their cause in the line. */
const withCause = new Set(["DISCONNECT", "RELEASE", "RELEASE COMPLETE", "STATUS"]);

/** The messages of libpri's frames, each once: layer 2 may send a frame again. Throws where one cannot be read. */
export function wireOf(frames: readonly PeerFrame[]): WireMessage[] {
  return withoutRepeats(frames).map(({ direction, octets }) => {
    const layer3 = octets.subarray(layer2Octets);
    const message = decodeMessage(layer3);
    if (message instanceof DecodeError) throw new Error(`unreadable on the trunk: ${hex(layer3)} (${message.code})`);
    return wireMessage(direction === "received" ? ">" : "<", layer3, message);
  });
}

export function wireMessage(direction: ">" | "<", octets: Uint8Array, message: Message): WireMessage {
  const components = findAll(message, facility).flatMap((value) => value.components);
  return { direction, octets, message, components, line: `${direction} ${text(message, components)}` };
}

const layer2Octets = 4;

/** Information frames; a repeated one has the N(S) of one before it since the link was established. */
function withoutRepeats(frames: readonly PeerFrame[]): PeerFrame[] {
  const seen = { sent: new Set<number>(), received: new Set<number>() };
  return frames.filter(({ direction, octets }) => {
    const control = octets[2] ?? 0xff;
    if (setsUp(control)) for (const numbers of Object.values(seen)) numbers.clear();
    if ((control & 1) !== 0 || octets.length <= layer2Octets) return false;
    const numbers = seen[direction];
    if (numbers.has(control)) return false;
    numbers.add(control);
    // Numbers come again after 128 frames; a window is at most 7 wide, so half a round is far enough back.
    numbers.delete((control + 128) & 0xff);
    return true;
  });
}

/** SABME, UA, with either P or F bit (Q.921 3.6.2, 3.6.8): between the two a frame may still go by the old numbers. */
function setsUp(control: number): boolean {
  return [0x6f, 0x63].includes(control & 0xef);
}

function text(message: Message, components: readonly Component[]): string {
  const name = message.message ?? `type ${message.type}`;
  const why = withCause.has(name) ? find(message, cause)?.cause : undefined;
  return [name, ...(why === undefined ? [] : [why]), ...components.map(componentText)].join(" ");
}

export function componentText(component: Component): string {
  switch (component.component) {
    case "invoke":
      return component.operation ?? `operation ${component.code}`;
    case "returnResult":
      return component.operation ? `${component.operation}.result` : "result";
    case "returnError":
      return component.error ?? `error ${component.code}`;
    case "reject":
      return `reject ${component.problem}`;
    case "unknown":
      return "unreadable";
    default:
      return component satisfies never;
  }
}

/** The argument of the first invoke of that operation; undefined where there is none. */
export function firstArgument(messages: readonly WireMessage[], operation: OperationName): unknown {
  for (const component of messages.flatMap(({ components }) => components)) {
    if (component.component === "invoke" && component.operation === operation) return component.argument;
  }
  return undefined;
}

/**
 * One line, or several that may come in any order: the two directions are not in step. `repeated`: each of them once or
 * more. `oneOf`: any of these lines.
 */
export type Expected =
  | string
  | readonly string[]
  | { readonly repeated: readonly string[] }
  | { readonly oneOf: readonly string[] };

/**
 * Where the wire differs from what is expected, as text to read: both ladders, the first difference marked; undefined
 * where it does not. A callingName may stand or not: an expected line without it matches one with it.
 */
export function wireDifference(actual: readonly string[], expected: readonly Expected[]): string | undefined {
  let at = 0;
  for (const one of expected) {
    const length = lengthOf(actual.slice(at), one);
    if (length === undefined) return ladder(actual, at, `expected ${textOf(one)}`);
    at += length;
  }
  return at === actual.length ? undefined : ladder(actual, at, "expected nothing more");
}

/** How often what is to come is looked for. */
const betweenLooksMs = 50;

/** Resolves when the trunk of that libpri has carried the line, `times` times. */
export async function carries(libpri: LibpriPeer, line: string, times = 1): Promise<void> {
  const end = performance.now() + patienceMs;
  while (wireOf(libpri.frames).filter((carried) => carried.line === line).length < times) {
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms: ${times} times ${line}`);
    await sleep(betweenLooksMs);
  }
}

/**
 * As `wireDifference`, of all that the trunk carried when it says nothing more. Where other gateways are between, an
 * answer may take longer than silence is waited for: what is not there yet is waited for itself.
 */
export async function wireDifferenceAtRest(
  libpri: LibpriPeer,
  frames: () => readonly PeerFrame[],
  expected: readonly Expected[],
): Promise<string | undefined> {
  const difference = (): string | undefined =>
    wireDifference(
      wireOf(frames()).map(({ line }) => line),
      expected,
    );
  const end = performance.now() + patienceMs;
  while (difference() !== undefined && performance.now() < end) {
    await sleep(betweenLooksMs);
  }
  await libpri.quiet();
  return difference();
}

/** How many lines at the start of `actual` are the expected ones; undefined where they are not. */
function lengthOf(actual: readonly string[], expected: Expected): number | undefined {
  if (typeof expected === "string") return lengthOf(actual, [expected]);
  if ("oneOf" in expected) return expected.oneOf.some((line) => sameLines(actual.slice(0, 1), [line])) ? 1 : undefined;
  if (!("repeated" in expected))
    return sameLines(actual.slice(0, expected.length), expected) ? expected.length : undefined;
  const isOne = (line: string) => expected.repeated.includes(line);
  const other = actual.findIndex((line) => !isOne(line));
  const length = other === -1 ? actual.length : other;
  return new Set(actual.slice(0, length)).size === expected.repeated.length ? length : undefined;
}

function textOf(expected: Expected): string {
  if (typeof expected === "string") return expected;
  if ("oneOf" in expected) return expected.oneOf.join(" or ");
  return "repeated" in expected ? `${expected.repeated.join(" and ")}, repeated` : expected.join(" and ");
}

function sameLines(actual: readonly string[], expected: readonly string[]): boolean {
  const rest = [...actual];
  return (
    actual.length === expected.length &&
    expected.every((line) => {
      const at = rest.findIndex((got) => got === line || withoutNames(got) === line);
      if (at !== -1) rest.splice(at, 1);
      return at !== -1;
    })
  );
}

function withoutNames(line: string): string {
  return line.replace(/ (calling|called|connected|busy)Name\b/g, "");
}

function ladder(actual: readonly string[], at: number, complaint: string): string {
  const lines = actual.map((line, index) => `${index === at ? "* " : "  "}${line}`);
  return `${complaint}${at < actual.length ? " at *" : " at the end"}, the trunk carried:\n${lines.join("\n")}`;
}

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}
