import { readFileSync } from "node:fs";
import { decodeMessage } from "../../../codecs/q931/decode.ts";
import { DecodeError } from "../../../codecs/error.ts";
import { elements } from "../../../codecs/q931/element.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import type { InformationElement, Message } from "../../../codecs/q931/message.ts";
import { fromHex, toHex } from "../../../codecs/shape.ts";

const lines = readFileSync("test/vectors/flows.txt", "utf8").split("\n");

/** Step `number` of a flow, as libpri sent it; a response answers our invoke 1, where libpri's own had another id. */
export function step(flow: string, number: number): Message {
  const line = lines.find((text) => text.startsWith(`${flow} ${number} `));
  const hex = (line?.split(" ")[3] ?? "").replace(/(8b0100a[23]..0201)../, "$101");
  const message = decodeMessage(fromHex(hex) ?? new Uint8Array(0));
  if (message instanceof DecodeError) throw new Error(`${flow} ${number}: ${message.code}`);
  return message;
}

/** The Facility elements of call completion as hex, their invoke ids struck out (R41). */
export function facilityHex(ies: readonly InformationElement[]): string[] {
  return elements({ ies }, facility)
    .filter(({ value }) => value?.components.every((each) => each.component !== "invoke" || each.code !== 0))
    .map(({ octets }) => toHex(octets).replace(/(8b010[01]a[1-4](?:81)?..0201)../, "$1--"));
}
