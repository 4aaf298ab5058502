/** The JSON of a decoded message, both ways. */
export type { EncodeOptions } from "./message-from-json.ts";
export { messageFromJson } from "./message-from-json.ts";
export type { ElementJson, MessageContext, MessageJson, ProblemJson } from "./message-json.ts";
export { messageToJson, problemToJson, unreadToJson } from "./message-json.ts";
