import { ApiError, type ApiRequest, type ApiResponse, type Route } from "../api/route.ts";
import type { PhoneAction } from "../../src/pbx/cluster.ts";
import type { DemoShow, Sites } from "./show.ts";
import type { DemoSite } from "./site.ts";
import type { Wire } from "./wire.ts";

/** The longest time the line may be cut for. */
export const longestCutMs = 10 * 60_000;

type Make = (body: Readonly<Record<string, unknown>>) => PhoneAction | undefined;

/** ONE table: what can be done at a phone, and the body it takes; undefined: the body does not fit. */
const actions: Readonly<Record<string, { readonly body: string; readonly make: Make }>> = {
  dial: {
    body: '{"to": "2001"}',
    make: ({ to }) => (typeof to === "string" ? { action: "dial", to } : undefined),
  },
  answer: { body: "{}", make: () => ({ action: "answer" }) },
  hangup: { body: "{}", make: () => ({ action: "hangup" }) },
  offhook: { body: "{}", make: () => ({ action: "offhook" }) },
  onhook: { body: "{}", make: () => ({ action: "onhook" }) },
  callBack: {
    body: '{} or {"to": "2001"}',
    make: ({ to }) => {
      if (to === undefined) return { action: "callBack" };
      return typeof to === "string" ? { action: "callBack", to } : undefined;
    },
  },
  press: {
    body: '{"key": "dial"}, "cancel" or "exit"',
    make: ({ key }) => (key === "dial" || key === "cancel" || key === "exit" ? { action: "press", key } : undefined),
  },
};

/** The API of the demo, for its page and for tests. */
export function demoRoutes(demo: { readonly sites: Sites; readonly show: DemoShow; readonly wire: Wire }): Route[] {
  const { sites, show, wire } = demo;
  const all = Object.values(sites);
  return [
    {
      method: "GET",
      path: "/api/demo/phones",
      handle: () => ok({ phones: all.flatMap((site) => site.views()) }),
    },
    {
      method: "POST",
      path: "/api/demo/phones/:number/:action",
      handle: (request) => act(all, request),
    },
    {
      method: "POST",
      path: "/api/demo/cut",
      handle: ({ body }) => {
        const { ms, failure = "ended" } = fields(body);
        if (typeof ms !== "number" || !(ms >= 1 && ms <= longestCutMs)) {
          throw new ApiError(400, `send {"ms": 3000}, a time from 1 to ${longestCutMs}`);
        }
        if (failure !== "ended" && failure !== "silent") {
          throw new ApiError(400, '"failure" is "ended" (both gateways see their connection end) or "silent"');
        }
        wire.cut(ms, failure);
        return ok({ cutForMs: ms });
      },
    },
    { method: "GET", path: "/api/demo/events", handle: () => ({ follow: (send) => show.watch(send) }) },
  ];
}

function act(sites: readonly DemoSite[], { parameters, body }: ApiRequest): ApiResponse {
  const { number = "", action: name = "" } = parameters;
  const site = sites.find((one) => one.has(number));
  if (site === undefined) throw new ApiError(404, `there is no phone ${number}: GET /api/demo/phones lists them`);
  const row = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (row === undefined) throw new ApiError(404, `a phone cannot ${name}, only ${Object.keys(actions).join(", ")}`);
  const action = row.make(fields(body));
  if (action === undefined) throw new ApiError(400, `${name} takes ${row.body}`);
  const refusal = site.act(number, action);
  if (refusal !== undefined) throw new ApiError(409, refusal);
  return ok({ phone: site.views().find((view) => view.number === number) });
}

function fields(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

function ok(json: unknown): ApiResponse {
  return { status: 200, json };
}
