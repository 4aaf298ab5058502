/** One request as a route sees it: the path has matched, the body is read, within its limit, and is JSON. */
export interface ApiRequest {
  /** The values of the `:names` of the path. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** undefined where there is no body. */
  readonly body: unknown;
}

/** Sends one event to one follower; `data` goes as JSON. */
export type SendEvent = (event: string, data: unknown) => void;

export type ApiResponse =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly text: string; readonly contentType: string }
  /** Server-sent events until the client goes: called once, returns what ends the subscription. */
  | { readonly follow: (send: SendEvent) => () => void }
  /** Octets until the client goes, in the same way. */
  | { readonly stream: (write: (octets: Uint8Array) => void) => () => void; readonly contentType: string };

/** One row of the API. `/api/requests/:request` takes one path segment for each `:name`. */
export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  handle(request: ApiRequest): ApiResponse | Promise<ApiResponse>;
}

/** A file of the console: served from memory under exactly this path, so no path leads anywhere else. */
export interface StaticFile {
  readonly path: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/** What a route throws to answer with a status and a sentence. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}
