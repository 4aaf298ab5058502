/** H.225.0 call signalling and the QSIG it tunnels (Annex M.1). */
export { ciscoElements } from "./cisco.ts";
export { formLimits, H225Forms, type OuterMessage } from "./forms.ts";
export type { H225Message } from "./message.ts";
export { decodeH225, isH225, qsigTunnel } from "./message.ts";
export type { NumberChange } from "./numbers.ts";
export { aliasDigits, changeNumbers, haveSameNumbers, numberChanges } from "./numbers.ts";
export { changeUserInformation, spliceTunnel } from "./splice.ts";
export { type TunnelPlace, tunnelReplacedAt } from "./tunnel.ts";
export { h225OctetsLimit, userUserElement } from "./user-user.ts";
