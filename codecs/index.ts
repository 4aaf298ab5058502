/** The public interface of `qsig-gateway/codecs`: octets to values and back, pure. */
export type { Dialect } from "./dialect.ts";
export { isoDialect } from "./dialect.ts";
export type { DecodeErrorCode } from "./error.ts";
export { DecodeError, decodeErrorTexts } from "./error.ts";
export * from "./facility/index.ts";
export * from "./h225/index.ts";
export * from "./iua/index.ts";
export * from "./lapd/index.ts";
export type { Leniency, LeniencyRow } from "./leniencies.ts";
export { leniencies, leniencyNames, Strictness } from "./leniencies.ts";
export * from "./q931/index.ts";
export * from "./rose/index.ts";
export type { Json } from "./shape.ts";
export { fromHex, ShapeError, toHex } from "./shape.ts";
export * from "./view/index.ts";
