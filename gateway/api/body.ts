import type http from "node:http";
import { readOctets } from "../http/body.ts";
import { ApiError } from "./route.ts";

/** The body as JSON, undefined where there is none. Only application/json: a form of another site cannot send that. */
export async function readJson(request: http.IncomingMessage, limitOctets: number): Promise<unknown> {
  const octets = await readOctets(request, limitOctets);
  if (octets === undefined) throw new ApiError(413, `the body is longer than ${limitOctets} octets`);
  if (octets.length === 0) return undefined;
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiError(415, "send the body as application/json");
  try {
    return JSON.parse(octets.toString("utf8"));
  } catch {
    throw new ApiError(400, "the body is not JSON");
  }
}
