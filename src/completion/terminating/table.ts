import type { TerminatingTable } from "../terminating.ts";
import { recall } from "./recall.ts";
import { request } from "./request.ts";
import { waiting } from "./waiting.ts";

/** ONE table, in the order of a service's life. */
export const terminating = { ...request, ...waiting, ...recall } satisfies TerminatingTable;
