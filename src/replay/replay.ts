import type { Message } from "../../codecs/q931/message.ts";
import type { Config } from "../config.ts";
import { compareMessages, type Difference, nameOf } from "./compare.ts";
import { excuseFor, type Scene, type Where } from "./excuses.ts";
import { Player, type PlayEvent, type Sent } from "./player.ts";
import { otherSide, type Placed, type Side, type TraceConnection } from "./trace.ts";

/** A difference with the rule that excuses it; without one it is a fault. */
export interface Judged extends Difference {
  readonly rule?: string;
  readonly words?: string;
}

/** One line of what a replay shows. */
export type ReplayLine =
  | { readonly type: "cue"; readonly atMs: number; readonly words: string }
  | {
      readonly type: "message";
      readonly atMs: number;
      readonly from: Side;
      /** Its number in the trace; absent where the core sent one more. */
      readonly number?: number;
      /** The trace's message, or the one that the core sent beyond it. */
      readonly message: Message;
      /** `given` to the core; sent by it alike, excused, or a fault; `lost`: the core never opened its connection. */
      readonly verdict: "given" | "lost" | "same" | "excused" | "fault";
      readonly differences: readonly Judged[];
    };

export interface Replay {
  readonly as: Side;
  readonly lines: readonly ReplayLine[];
  /** Messages of the named side in the trace. */
  readonly compared: number;
  readonly excused: number;
  readonly faults: number;
}

/** The core plays `as`: what it sends beside what the trace's side sent. */
export function replay(config: Config, as: Side, messages: readonly Placed[]): Replay {
  const events = new Player(config, as, messages).play();
  const sent = events.flatMap((event) => (event.type === "sent" ? [event.sent] : []));
  const scene = { as, all: messages, sent };
  const orders = ordersOf(events);
  const lines = events.flatMap((event): ReplayLine[] => {
    switch (event.type) {
      case "cue":
        return [event];
      case "received": {
        const { atMs, number, message } = event.trace;
        const verdict = event.delivered ? "given" : "lost";
        return [{ type: "message", atMs, from: otherSide(as), number, message, verdict, differences: [] }];
      }
      case "expected":
        return [expectedLine(event.trace, event.sent?.message, orders.get(event.trace.number), scene)];
      case "sent":
        return event.sent.of === undefined ? [extraLine(event.sent, scene)] : [];
      default:
        return event satisfies never;
    }
  });
  const verdicts = lines.flatMap((line) => (line.type === "message" ? [line.verdict] : []));
  const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
  return {
    as,
    lines,
    compared: messages.filter(({ from }) => from === as).length,
    excused: count("excused"),
    faults: count("fault"),
  };
}

/** Messages that the core sent before one of the same connection that comes earlier in the trace. */
function ordersOf(events: readonly PlayEvent[]): ReadonlyMap<number, Difference> {
  const sent = events.flatMap((event) => (event.type === "sent" ? [event.sent] : []));
  const orders = new Map<number, Difference>();
  const last = new Map<TraceConnection, Sent>();
  for (const event of events) {
    if (event.type !== "expected" || event.sent === undefined) continue;
    const { trace } = event;
    const before = last.get(trace.connection);
    if (before !== undefined && sent.indexOf(event.sent) < sent.indexOf(before)) {
      const name = nameOf(before.message);
      orders.set(trace.number, { path: "order of messages", trace: `after ${name}`, core: `before ${name}` });
    }
    last.set(trace.connection, event.sent);
  }
  return orders;
}

function expectedLine(
  trace: Placed,
  core: Message | undefined,
  order: Difference | undefined,
  scene: Scene,
): ReplayLine {
  const { atMs, number, message, connection } = trace;
  const differences =
    core === undefined ? [{ path: "message", trace: nameOf(message) }] : compareMessages(message, core);
  const where: Where = { ...scene, connection, number, trace: message, ...(core === undefined ? {} : { core }) };
  const judged = [...(order === undefined ? [] : [order]), ...differences].map((each) => judge(each, where));
  return { type: "message", atMs, from: scene.as, number, message, verdict: verdictOf(judged), differences: judged };
}

function extraLine(sent: Sent, scene: Scene): ReplayLine {
  const { message, atMs, connection, during } = sent;
  const where: Where = { ...scene, connection, number: during, core: message };
  const judged = [judge({ path: "message", core: nameOf(message) }, where)];
  return { type: "message", atMs, from: scene.as, message, verdict: verdictOf(judged), differences: judged };
}

function judge(difference: Difference, where: Where): Judged {
  const excuse = excuseFor(difference, where);
  return excuse === undefined ? difference : { ...difference, rule: excuse.rule, words: excuse.words };
}

function verdictOf(judged: readonly Judged[]): "same" | "excused" | "fault" {
  if (judged.length === 0) return "same";
  return judged.every(({ rule }) => rule !== undefined) ? "excused" : "fault";
}
