import type http from "node:http";
import { isIP } from "node:net";
import { ApiError } from "./route.ts";

/**
 * The API has no login: it listens on loopback and belongs to whoever uses the machine. What must be kept out is a page
 * of another site in that person's browser. Such a page can reach us under a name of its own (DNS rebinding), so Host
 * must be an address or localhost; and it can send requests, which browsers mark with its Origin.
 */
export function refusal(request: http.IncomingMessage): ApiError | undefined {
  const { host, origin } = request.headers;
  if (host === undefined || !isOwnHost(host)) {
    return new ApiError(403, "use the address of the gateway or localhost, not another name");
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return new ApiError(403, "pages of other sites may not use the gateway");
  }
  return undefined;
}

function isOwnHost(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, "");
  const address = name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name;
  return name.toLowerCase() === "localhost" || isIP(address) !== 0;
}
