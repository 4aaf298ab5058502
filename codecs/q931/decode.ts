import { DecodeError } from "../error.ts";
import type { Leniency, Strictness } from "../leniencies.ts";
import { hasValueInside, isInForm, isSingleOctet } from "./element.ts";
import type { AnyElementCodec } from "./elements.ts";
import { codecOf, identifierOf } from "./elements.ts";
import type { Shift } from "./ie/shift.ts";
import { shift } from "./ie/shift.ts";
import type { CallReference, InformationElement, Message } from "./message.ts";
import { hold, type Slab } from "../slab.ts";
import type { MandatoryElement } from "./messages.ts";
import { OctetReader } from "./octets.ts";
import { StrictOrder } from "./strict-order.ts";
import { dueOf, mandatoryOf, messageName } from "./messages.ts";

/** Q.931 4.2. */
export const protocolDiscriminator = 0x08;

/** What one message may be. A segmented message put together again has at most 8 segments of 260 octets (2.4). */
export const messageLimits = { octets: 4096, elements: 256, callReferenceOctets: 2 } as const;

/**
 * Reads one QSIG layer 3 message. Only a header that cannot be read fails it (protocol discriminator not 08, call
 * reference longer than two octets, no message type; or more octets than the limit). Everything else stays inside: an
 * element that cannot be read keeps its octets and says so in `problems`.
 */
export function decodeMessage(octets: Uint8Array, strictness?: Strictness): Message | DecodeError {
  if (octets.length > messageLimits.octets) return new DecodeError("tooLong", messageLimits.octets);
  if (octets[0] !== protocolDiscriminator) return new DecodeError("badHeader", 0, "protocolDiscriminator");
  const length = octets[1];
  if (length === undefined || length > messageLimits.callReferenceOctets) {
    return new DecodeError("badHeader", 1, "callReference");
  }
  const type = octets[2 + length];
  if (type === undefined) return new DecodeError("badHeader", octets.length, "messageType");
  // A copy: what stays of a message must not hold, or change with, the buffer it was received in.
  const slab = hold(octets);
  const ies = decodeHeld(slab, slab.free + 3 + length, slab.free + octets.length, 0, strictness);
  return {
    callReference: decodeCallReference(octets, length),
    type,
    message: messageName(type),
    ies,
    problems: missingElements(type, ies, octets.length, strictness),
  };
}

/** That of a message; undefined where it has none that can be read. */
export function callReferenceOf(octets: Uint8Array): CallReference | undefined {
  const length = octets[1] ?? Number.POSITIVE_INFINITY;
  const isRead = octets[0] === protocolDiscriminator && length <= messageLimits.callReferenceOctets;
  return isRead && octets.length >= 2 + length ? decodeCallReference(octets, length) : undefined;
}

/** Q.931 4.3: bit 8 of the first octet is the flag. */
function decodeCallReference(octets: Uint8Array, length: number): CallReference {
  if (length === 0) return { value: 0, flag: 0, length };
  const octet3 = octets[2] ?? 0;
  const high = octet3 & 0x7f;
  return { value: length === 1 ? high : (high << 8) | (octets[3] ?? 0), flag: octet3 & 0x80 ? 1 : 0, length };
}

/**
 * Reads a list of elements, as a message has it behind its header and a PSS1InformationElement has it as a whole.
 * `locked` is the codeset active at its start.
 */
export function decodeElements(octets: Uint8Array, locked = 0, strictness?: Strictness): InformationElement[] {
  const slab = hold(octets);
  return decodeHeld(slab, slab.free, slab.free + octets.length, locked, strictness);
}

/** Reads octets that a slab holds. */
function decodeHeld(
  slab: Slab,
  start: number,
  stop: number,
  locked: number,
  strictness: Strictness | undefined,
): InformationElement[] {
  const ies: InformationElement[] = [];
  const reader = new OctetReader(slab.octets, start, stop);
  const order = strictness && new StrictOrder(strictness);
  let next: number | undefined;
  for (let offset = start; offset < stop; ) {
    const codeset = next ?? locked;
    next = undefined;
    let ie =
      ies.length < messageLimits.elements
        ? decodeElement(reader, slab, offset, stop, codeset, strictness)
        : remainder(slab.view(offset, stop), codeset);
    if (order !== undefined && codeset === locked) {
      const refused = order.refuses(ie.id);
      if (refused !== undefined) ie = refusedElement(ie, refused);
    }
    ies.push(ie);
    offset += ie.octets.length;
    if (ie.id !== shift.id || ie.value === undefined) continue;
    const value = ie.value as Shift;
    if (value.locking) {
      if (value.codeset <= locked && strictness?.allows("lockingShiftBack") === false) {
        ies[ies.length - 1] = refusedElement(ie, "lockingShiftBack");
      }
      // Refused or not, it says what stands behind it.
      locked = value.codeset;
      order?.begin();
    } else next = value.codeset;
  }
  return ies;
}

/** The octets stay, the value goes: as any element that cannot be read. */
function refusedElement({ id, codeset, octets }: InformationElement, leniency: Leniency): InformationElement {
  return { id, codeset, octets, problems: [new DecodeError("notStrict", 0, leniency)] };
}

function decodeElement(
  reader: OctetReader,
  slab: Slab,
  offset: number,
  stop: number,
  active: number,
  strictness: Strictness | undefined,
): InformationElement {
  const { octets } = slab;
  const id = identifierOf(octets[offset] as number);
  const length = isSingleOctet(id) ? 1 : 2 + (offset + 1 < stop ? (octets[offset + 1] as number) : 0);
  const end = Math.min(offset + length, stop);
  const own = slab.view(offset, end);
  const codec = codecOf(active, id);
  if (end - offset < length) {
    const problems = [new DecodeError("truncated", end - offset)];
    return { id, codeset: codec?.codeset ?? active, octets: own, problems };
  }
  if (codec === undefined) return { id, codeset: active, octets: own };
  reader.open(offset + contentsStart(id), end);
  return decodeContents(codec, own, reader, strictness);
}

/** Where contents begin in an element: behind the length, or in the octet of type 1 itself. */
function contentsStart(id: number): number {
  if (!isSingleOctet(id)) return 2;
  return hasValueInside(id) ? 0 : 1;
}

function decodeContents(
  codec: AnyElementCodec,
  octets: Uint8Array,
  reader: OctetReader,
  strictness: Strictness | undefined,
): InformationElement {
  const { id, codeset } = codec;
  const value = codec.read(reader, strictness);
  if (value instanceof DecodeError) return { id, codeset, octets, problems: shifted([value], id) };
  if (strictness !== undefined && !isInForm(codec, value, octets) && !strictness.allows("elementForm")) {
    return refusedElement({ id, codeset, octets }, "elementForm");
  }
  const problems = codec.problems?.(value);
  if (problems === undefined || problems.length === 0) return { id, codeset, octets, value };
  return { id, codeset, octets, value, problems: shifted(problems, id) };
}

/** Offsets of contents as offsets of the element. */
function shifted(problems: readonly DecodeError[], id: number): DecodeError[] {
  const start = isSingleOctet(id) ? 0 : 2;
  return problems.map(({ code, offset, path }) => new DecodeError(code, start + offset, path));
}

/** Past the limit the rest is one element nobody reads, so that writing the list still gives the octets. */
function remainder(rest: Uint8Array, codeset: number): InformationElement {
  return { id: identifierOf(rest[0] ?? 0), codeset, octets: rest, problems: [new DecodeError("tooMany", 0)] };
}

function missingElements(
  type: number,
  ies: readonly InformationElement[],
  at: number,
  strictness: Strictness | undefined,
): readonly DecodeError[] {
  let problems: readonly DecodeError[] = noProblems;
  for (const { id, name } of mandatoryOf(type) ?? none) {
    if (!has(ies, id)) problems = [...problems, new DecodeError("missingInformationElement", at, name)];
  }
  const due = dueOf(type);
  if (due !== undefined && !has(ies, due.id) && strictness?.allows(due.leniency) === false) {
    problems = [...problems, new DecodeError("notStrict", at, due.leniency)];
  }
  return problems;
}

const none: readonly MandatoryElement[] = [];
const noProblems: readonly DecodeError[] = [];

function has(ies: readonly InformationElement[], id: number): boolean {
  for (const ie of ies) if (ie.id === id && ie.codeset === 0) return true;
  return false;
}
