import type { OriginatingTable } from "../originating.ts";
import { calling } from "./calling.ts";
import { recall } from "./recall.ts";
import { request } from "./request.ts";
import { waiting } from "./waiting.ts";

/** ONE table, in the order of a service's life. */
export const originating = { ...request, ...waiting, ...recall, ...calling } satisfies OriginatingTable;
