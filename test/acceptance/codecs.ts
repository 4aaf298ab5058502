import { findAll } from "../../codecs/q931/element.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { Component } from "../../codecs/rose/component.ts";

export { DecodeError } from "../../codecs/error.ts";
export { find } from "../../codecs/q931/element.ts";
export { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
export { encodeMessage } from "../../codecs/q931/encode.ts";
export type { InformationElement } from "../../codecs/q931/message.ts";
export { decodeMessage } from "../../codecs/q931/decode.ts";
export type { Component } from "../../codecs/rose/component.ts";

/** What the Facility elements of a message hold. */
export function componentsOf(message: Message): readonly Component[] {
  return findAll(message, facility).flatMap(({ components }) => components);
}
