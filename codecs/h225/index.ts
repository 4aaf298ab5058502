/** H.225.0 call signalling and the QSIG it tunnels (Annex M.1). */
export type { H225Message } from "./message.ts";
export { decodeH225, isH225, h225OctetsLimit, qsigTunnel } from "./message.ts";
