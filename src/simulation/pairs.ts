import { decodeOctets } from "../../codecs/ber/codec.ts";
import { DecodeError } from "../../codecs/error.ts";
import { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";
import { fromHex } from "../../codecs/shape.ts";
import { partiesOfArgument, plainDigits } from "../completion/parties.ts";
import type { StoredRequest } from "../completion/record.ts";

/** The numbers of user A and user B of a service. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

/** Whose service this is; undefined without a record. A number that is withheld is empty. */
export function pairOf(record: StoredRequest | null): Pair | undefined {
  if (record === null) return undefined;
  if (record.role === "originating") return { a: lastOf(record.user), b: record.to };
  const argument = decodeOctets(CcRequestArg, fromHex(record.argument) ?? new Uint8Array());
  if (argument instanceof DecodeError) return undefined;
  const { a, b } = partiesOfArgument(argument);
  return { a: plainDigits(a.digits), b: plainDigits(b.digits) };
}

function lastOf(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}
