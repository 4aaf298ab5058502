import { codecs } from "./codecs/part.ts";
import { decode, decodeLong } from "./decode/part.ts";
import type { Part } from "./harness.ts";
import { watchedLines } from "./lines/part.ts";
import { session, sessionLong } from "./session/part.ts";
import { trunks } from "./trunks/part.ts";

/** ONE table: what `make bench` measures, in this order. */
export const parts: readonly Part[] = [codecs, decode, session, trunks, watchedLines, decodeLong, sessionLong];
