import type http from "node:http";
import { ApiError } from "./route.ts";

/** The body as JSON, undefined where there is none. Only application/json: a form of another site cannot send that. */
export async function readJson(request: http.IncomingMessage, limitOctets: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    octets += chunk.length;
    if (octets > limitOctets) throw new ApiError(413, `the body is longer than ${limitOctets} octets`);
    chunks.push(chunk);
  }
  if (octets === 0) return undefined;
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiError(415, "send the body as application/json");
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new ApiError(400, "the body is not JSON");
  }
}
