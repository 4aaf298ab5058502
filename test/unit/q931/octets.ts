import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { decodeMessage } from "../../../codecs/q931/decode.ts";
import type { Message } from "../../../codecs/q931/message.ts";
import { fromHex } from "../../../codecs/shape.ts";

/** Octets from hex with blanks between them. */
export function octets(hex: string): Uint8Array {
  return fromHex(hex.replaceAll(" ", "")) ?? expect.fail(`not hex: ${hex}`);
}

/** The message, which must be readable. */
export function message(hex: string): Message {
  const decoded = decodeMessage(octets(hex));
  return decoded instanceof DecodeError ? expect.fail(decoded.code) : decoded;
}
