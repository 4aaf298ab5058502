import { find } from "../../codecs/q931/element.ts";
import { callState } from "../../codecs/q931/ie/call-state.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import type { Message } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";
import { faultOf } from "./faults.ts";
import type { ConnectionInput, PlainName, SendableName } from "./rows.ts";

/** ONE table: the messages of a connection that need no reading. `sendable`: by the user; `clearing`: never refused. */
const plainMessages: Readonly<Record<PlainName, "sendable" | "clearing" | "own">> = {
  "SETUP ACKNOWLEDGE": "sendable",
  "CALL PROCEEDING": "sendable",
  ALERTING: "sendable",
  PROGRESS: "sendable",
  CONNECT: "sendable",
  FACILITY: "sendable",
  NOTIFY: "sendable",
  INFORMATION: "sendable",
  DISCONNECT: "clearing",
  RELEASE: "clearing",
  "RELEASE COMPLETE": "clearing",
  "CONNECT ACKNOWLEDGE": "own",
  "STATUS ENQUIRY": "own",
};

/** The input for each message that the user may send: put together each time, its name would have to be found anew. */
const requests: ReadonlyMap<MessageName, `send ${SendableName}`> = new Map(
  Object.entries(plainMessages).flatMap(([name, kind]) =>
    kind === "sendable" ? [[name as SendableName, `send ${name as SendableName}` as const] as const] : [],
  ),
);

const requested = new Map<string, SendableName>(
  [...requests].map(([name, type]) => [type, name as SendableName] as const),
);

/** The input that sends a message, undefined where it is none of the user's to send. */
export function requestOf(name: MessageName): `send ${SendableName}` | undefined {
  return requests.get(name);
}

/** The message that an input sends, undefined where it sends none of the user's. */
export function requestedBy({ type }: ConnectionInput): SendableName | undefined {
  return requested.get(type);
}

/** The table's input for a message. None for a STATUS that cannot be read: STATUS is never answered by STATUS. */
export function inputOf(message: Message): ConnectionInput | undefined {
  const name = message.message;
  if (name === "SETUP") return { type: name, message };
  if (name === "STATUS") {
    const why = find(message, cause)?.cause;
    const state = find(message, callState)?.state;
    return why === undefined || state === undefined ? undefined : { type: name, message, cause: why, callState: state };
  }
  if (name === null || !isPlain(name)) return { type: "unrecognized", message };
  const fault = plainMessages[name] === "clearing" ? undefined : faultOf(message);
  return fault === undefined ? { type: name, message } : { type: "incomplete", message, fault };
}

function isPlain(name: MessageName): name is PlainName {
  return Object.hasOwn(plainMessages, name);
}
