/** Packed Encoding Rules, basic aligned variant, X.691. */
export { decodePer, readPer } from "./decode.ts";
export { encodePer, writePer } from "./encode.ts";
export { PerForm } from "./form.ts";
export { PerReader, perLimits } from "./reader.ts";
export type { Addition, Field, PerType, PerValue, Size } from "./type.ts";
export { additionBits } from "./type.ts";
export { PerWriter } from "./writer.ts";
