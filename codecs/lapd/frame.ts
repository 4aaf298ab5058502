import { DecodeError } from "../error.ts";
import { copyOf, slabFor } from "../slab.ts";

/** Octets of information in one I, UI or XID frame (Q.921 5.9.3). */
export const n201 = 260;

/** Sequence numbers count modulo 128 (Q.921 3.5.2.1). */
export const modulus = 128;

/** Q.921 3.3. A command of the user side has C/R 0 and of the network side 1; a response the other way round. */
export interface Address {
  readonly sapi: number;
  readonly commandResponse: 0 | 1;
  readonly tei: number;
}

export interface InformationFrame extends Address {
  readonly frame: "I";
  readonly ns: number;
  readonly nr: number;
  readonly poll: boolean;
  readonly information: Uint8Array;
}

export interface SupervisoryFrame extends Address {
  readonly frame: SupervisoryName;
  readonly nr: number;
  readonly pollFinal: boolean;
}

export interface UnnumberedFrame extends Address {
  readonly frame: UnnumberedName;
  readonly pollFinal: boolean;
  /** UI, XID and FRMR only. */
  readonly information: Uint8Array;
}

/** A Q.921 frame, modulo 128, without flags and FCS. */
export type Frame = InformationFrame | SupervisoryFrame | UnnumberedFrame;

/** ONE table: the first control octet of each supervisory frame (Q.921 table 5). */
export const supervisoryFrames = { RR: 0x01, RNR: 0x05, REJ: 0x09 } as const;
export type SupervisoryName = keyof typeof supervisoryFrames;

/** ONE table: the control octet of each unnumbered frame with P/F 0; whether information may follow (Q.921 table 5). */
export const unnumberedFrames = {
  SABME: { control: 0x6f, information: false },
  DM: { control: 0x0f, information: false },
  UI: { control: 0x03, information: true },
  DISC: { control: 0x43, information: false },
  UA: { control: 0x63, information: false },
  FRMR: { control: 0x87, information: true },
  XID: { control: 0xaf, information: true },
} as const;
export type UnnumberedName = keyof typeof unnumberedFrames;

const supervisoryNames = byControl(
  Object.entries(supervisoryFrames).map(([name, control]) => [control, name as SupervisoryName]),
);
const unnumberedNames = byControl(
  Object.entries(unnumberedFrames).map(([name, { control }]) => [control, name as UnnumberedName]),
);

const pollFinalOfUnnumbered = 0x10;
const none = new Uint8Array(0);

/**
 * Reads one frame from its address octet on. Errors: `truncated`; `badValue` in address (extension bits) or control
 * (undefined); `trailingOctets` where no information may follow; `tooLong` for more than `most` octets of it: N201 on a
 * link of ours; a trace may come from a line where more was agreed.
 */
export function decodeFrame(octets: Uint8Array, most = n201): Frame | DecodeError {
  const octet2 = octets[0];
  const octet3 = octets[1];
  const octet4 = octets[2];
  const octet5 = octets[3];
  if (octet2 === undefined || octet3 === undefined || octet4 === undefined)
    return new DecodeError("truncated", octets.length);
  if ((octet2 & 1) !== 0) return new DecodeError("badValue", 0, "address");
  if ((octet3 & 1) !== 1) return new DecodeError("badValue", 1, "address");
  const sapi = octet2 >> 2;
  const commandResponse = (octet2 & 2) === 0 ? 0 : 1;
  const tei = octet3 >> 1;
  if ((octet4 & 3) === 3) return decodeUnnumbered({ sapi, commandResponse, tei }, octet4, octets, most);
  if (octet5 === undefined) return new DecodeError("truncated", octets.length, "control");
  const nr = octet5 >> 1;
  const pollFinal = (octet5 & 1) === 1;
  if ((octet4 & 1) === 0) {
    const information = informationOf(octets, 4, most);
    if (information instanceof DecodeError) return information;
    return { sapi, commandResponse, tei, frame: "I", ns: octet4 >> 1, nr, poll: pollFinal, information };
  }
  const frame = supervisoryNames[octet4];
  if (frame === undefined) return new DecodeError("badValue", 2, "control");
  if (octets.length > 4) return new DecodeError("trailingOctets", 4);
  return { sapi, commandResponse, tei, frame, nr, pollFinal };
}

function decodeUnnumbered(
  address: Address,
  control: number,
  octets: Uint8Array,
  most: number,
): UnnumberedFrame | DecodeError {
  const frame = unnumberedNames[control & ~pollFinalOfUnnumbered];
  if (frame === undefined) return new DecodeError("badValue", 2, "control");
  const information = informationOf(octets, 3, most);
  if (information instanceof DecodeError) return information;
  if (information.length > 0 && !unnumberedFrames[frame].information) return new DecodeError("trailingOctets", 3);
  return { ...address, frame, pollFinal: (control & pollFinalOfUnnumbered) !== 0, information };
}

function informationOf(octets: Uint8Array, from: number, most: number): Uint8Array | DecodeError {
  if (octets.length - from > most) return new DecodeError("tooLong", from + most);
  return octets.length === from ? none : copyOf(octets, from);
}

/** Writes one frame. Numbers outside their fields are the caller's mistake: RangeError. */
export function encodeFrame(frame: Frame): Uint8Array {
  const information = "information" in frame ? frame.information : none;
  const length = within(information.length, n201, "octets of information");
  const head = "nr" in frame ? 4 : 3;
  const slab = slabFor(head + length);
  const start = slab.free - head - length;
  const { octets } = slab;
  octets[start] = (within(frame.sapi, 63, "sapi") << 2) | (frame.commandResponse << 1);
  octets[start + 1] = (within(frame.tei, 127, "tei") << 1) | 1;
  writeControl(frame, octets, start + 2);
  for (let i = 0; i < length; i += 1) octets[start + head + i] = information[i] as number;
  return slab.take(start);
}

function writeControl(frame: Frame, into: Uint8Array, at: number): void {
  if (!("nr" in frame)) {
    into[at] = unnumberedFrames[frame.frame].control | (frame.pollFinal ? pollFinalOfUnnumbered : 0);
    return;
  }
  const isInformation = frame.frame === "I";
  into[at] = isInformation ? within(frame.ns, 127, "ns") << 1 : supervisoryFrames[frame.frame];
  into[at + 1] = (within(frame.nr, 127, "nr") << 1) | Number(isInformation ? frame.poll : frame.pollFinal);
}

function within(value: number, most: number, what: string): number {
  if (value < 0 || value > most) throw new RangeError(`LAPD frame: ${what} ${value} is outside 0..${most}`);
  return value;
}

function byControl<Name>(rows: readonly (readonly [control: number, name: Name])[]): readonly (Name | undefined)[] {
  const names: (Name | undefined)[] = [];
  for (const [control, name] of rows) names[control] = name;
  return names;
}
