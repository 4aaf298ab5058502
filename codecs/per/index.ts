/** Packed Encoding Rules, basic aligned variant, X.691. */
export { decodePer } from "./decode.ts";
export { perLimits } from "./reader.ts";
export type { Field, PerType, PerValue, Size } from "./type.ts";
