import type { Mutable } from "../../ber/codec.ts";
import { DecodeError } from "../../error.ts";
import { decodeH225, qsigTunnel } from "../../h225/index.ts";
import { decodeIua, type IuaMessageName, parameterOf } from "../../iua/index.ts";
import type { TraceFrame } from "../frame.ts";
import { itemOf, type TraceItem } from "../message.ts";
import { type Carried, measure } from "./measure.ts";
import { qsigBodies } from "./sip.ts";

type Items = Mutable<TraceItem>[];

/** ONE table: how a whole message of each carrier gives what it carries. */
const carriers: Readonly<Record<Carried, (octets: Uint8Array, frame: TraceFrame) => Items>> = {
  h225: h225Items,
  iua: iuaItems,
  sip: sipItems,
};

/** The layer 3 messages that one whole message of the carrier holds; one item without any where it holds none. */
export function itemsOf(carrier: Carried, octets: Uint8Array, frame: TraceFrame): Items {
  return carriers[carrier](octets, frame);
}

/** An H.225 message in its TPKT, which came without TCP. */
export function tpktItems(frame: TraceFrame): Items {
  const measured = measure(frame.octets);
  if (measured !== "foreign" && measured.carrier === "h225" && measured.length === frame.octets.length)
    return h225Items(frame.octets.subarray(measured.start), frame);
  return [Object.assign(itemOf(frame, "none", "none", frame.octets), { problems: [new DecodeError("badLength", 2)] })];
}

/** One item for each tunnelled message, the message itself where it carries none. */
function h225Items(octets: Uint8Array, frame: TraceFrame): Items {
  const read = decodeH225(octets);
  const tunnelled = read instanceof DecodeError ? undefined : read.tunnelled;
  if (read instanceof DecodeError || tunnelled?.protocol !== qsigTunnel || tunnelled.messages.length === 0)
    return [itemOf(frame, "h225", "message", octets)];
  const { message, type, callReference } = read.message;
  const outer = { message: message ?? type.toString(16).padStart(2, "0"), callReference };
  return tunnelled.messages.map((inner) =>
    Object.assign(itemOf(frame, "h225", "message", inner), { outer, protocol: "qsig" as const }),
  );
}

/** The messages of IUA that carry one of layer 3 (RFC 4233 3.3.3, 3.3.4). */
const dataMessages: ReadonlySet<IuaMessageName | null> = new Set([
  "DATA request",
  "DATA indication",
  "UNIT DATA request",
  "UNIT DATA indication",
] as const);

function iuaItems(octets: Uint8Array, frame: TraceFrame): Items {
  const message = decodeIua(octets);
  const data = message instanceof DecodeError ? undefined : parameterOf(message, "protocolData");
  if (data) return [itemOf(frame, "iua", "message", data)];
  const item = itemOf(frame, "iua", "none", octets);
  if (message instanceof DecodeError) item.problems = [message];
  else if (dataMessages.has(message.message)) item.problems = [new DecodeError("missingField", 8, "protocolData")];
  else if (message.message !== null) item.frame = message.message;
  return [item];
}

function sipItems(octets: Uint8Array, frame: TraceFrame): Items {
  const bodies = qsigBodies(octets);
  if (bodies.length > 0)
    return bodies.map((body) => ({
      ...itemOf(frame, "sip", "message", body),
      protocol: "qsig" as const,
    }));
  return [Object.assign(itemOf(frame, "sip", "none", octets), { frame: "SIP" })];
}
