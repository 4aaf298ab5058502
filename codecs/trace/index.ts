/** `qsig-gateway/codecs/trace`: trace files of any format to rows, and rows to text and JSON. */
export type { Content } from "./content.ts";
export type { TraceOptions, TraceRow } from "./decoder.ts";
export { TraceDecoder } from "./decoder.ts";
export type { FormatName } from "./formats.ts";
export { formats } from "./formats.ts";
export type { Carrier, Direction } from "./frame.ts";
export { Ladder } from "./ladder.ts";
export type { TraceItem } from "./message.ts";
export { pcapngHeader, pcapngPacket } from "./pcapng-writer.ts";
export { rowFromJson } from "./row-from-json.ts";
export type { RowJson } from "./row-json.ts";
export { rowToJson } from "./row-json.ts";
export { RowJsonWriter } from "./row-json-text.ts";
export { rowToText } from "./row-text.ts";
