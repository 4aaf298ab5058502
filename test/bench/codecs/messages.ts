import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialect, Message } from "../../../codecs/index.ts";
import { DecodeError, decodeMessage, elements, facility, fromHex, isoDialect } from "../../../codecs/index.ts";
import { root } from "../../root.ts";

interface Vector {
  readonly name: string;
  readonly kind: string;
  readonly hex: string;
}

const vectors = ["vectors.json", "services.json"].flatMap(
  (file) => JSON.parse(readFileSync(join(root, "test/vectors", file), "utf8")) as readonly Vector[],
);

/** As libpri writes, which sent the messages. */
export const libpriDialect: Dialect = { ...isoDialect, trueOctet: 0x01 };

/** A SETUP of a call-independent signalling connection with a ccbsRequest and the caller's name. */
export const setup: Uint8Array = octetsOf(vectors.find(({ name }) => name === "msg.F1-ccbs-retain.6A")?.hex ?? "");

/** The contents of its two Facility elements. */
export const [requestContents, nameContents] = contentsOfFacilities(decoded(setup)) as [Uint8Array, Uint8Array];

/** The contents of every Facility element of the vectors, those left out that are wrong on purpose. */
export const mixedContents: readonly Uint8Array[] = vectors
  .filter(({ kind }) => kind !== "facility-ie-invalid")
  .flatMap(({ kind, hex }) =>
    kind === "facility-ie" ? [octetsOf(hex).subarray(2)] : contentsOfFacilities(decoded(octetsOf(hex))),
  );

function contentsOfFacilities(message: Message): Uint8Array[] {
  return elements(message, facility).map(({ octets }) => octets.slice(2));
}

export function decoded(octets: Uint8Array): Message {
  const message = decodeMessage(octets);
  if (message instanceof DecodeError) throw new Error(message.code);
  return message;
}

function octetsOf(hex: string): Uint8Array {
  const octets = fromHex(hex);
  if (octets === undefined || octets.length === 0) throw new Error("no such vector");
  return octets;
}
