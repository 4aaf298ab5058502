/** ISDN Q.921-User Adaptation, RFC 4233. */
export type { IuaMessage, IuaMessageName, IuaParameter } from "./message.ts";
export { decodeIua, encodeIua, iuaLimits, iuaMessages, iuaTags, parameterOf } from "./message.ts";
