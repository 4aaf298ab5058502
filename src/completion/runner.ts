import { runningOf, withoutTimer } from "../held-timers.ts";
import type { Row, Table } from "../machine.ts";
import { step } from "../machine.ts";
import type { RequestId } from "../ids.ts";
import type { CompletionPort } from "./completion.ts";
import type { StoredRequest } from "./record.ts";
import { type RunningTimer, timersRunning } from "./running-timers.ts";
import type { Kind, TimerConfig, TimerName } from "./timers.ts";
import { durationMs } from "./timers.ts";

/** What every service has, whichever side it serves. */
export interface Service<State extends string> {
  readonly request: RequestId;
  state: State;
  kind: Kind;
  /** Those that run. */
  timers: RunningTimer | undefined;
  /** The store holds a record of it. */
  stored: boolean;
  /** Idle was entered: it is forgotten. */
  over: boolean;
  /** Who is logged in at the line that is watched, as first seen; empty for nobody (S-70). */
  lineUser: string | undefined;
}

/** A step that was taken. */
export interface Stepped<State extends string, Event extends { readonly type: string }, By> {
  readonly event: Event;
  readonly from: State;
  readonly to: State;
  readonly by: By;
  /** In words why, as its timeline has it. */
  readonly reason: string | undefined;
}

/** One side of call completion: its table, and what its actions do. */
export interface Side<
  S extends Service<State>,
  State extends string,
  Event extends { type: string },
  Action extends { type: string },
  Context,
  By,
> {
  readonly role: StoredRequest["role"];
  readonly table: Table<State, Event, Action, Context>;
  /** States that a restart must not lose. */
  readonly durable: ReadonlySet<State>;
  contextOf(service: S): Context;
  timerConfig(service: S): TimerConfig;
  perform(service: S, action: Action, by: By): void;
  /** The state that was entered is another one. */
  entered(service: S): void;
  /** Every step, last of all. */
  stepped(service: S, step: Stepped<State, Event, By>): void;
  /** Actions that change what the store keeps. */
  readonly durableActions: ReadonlySet<Action["type"]>;
  /** In words why this step was taken, for the timeline. */
  reason(service: S, event: Event, taken: Row<State, Action>, by: By): string | undefined;
  record(service: S): StoredRequest;
}

/** Events in the order they happened, one step at a time: what a step leads to waits until it is done. */
export class Steps {
  readonly #queue: (() => void)[] = [];
  #running = false;

  /** `take` is called with these, now or when the steps before it are done. */
  post<Service, Event, By>(
    take: (service: Service, event: Event, by: By) => void,
    service: Service,
    event: Event,
    by: By,
  ): void {
    if (this.#running) {
      this.#queue.push(() => take(service, event, by));
      return;
    }
    this.#running = true;
    try {
      take(service, event, by);
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) next();
    } finally {
      this.#running = false;
      this.#queue.length = 0;
    }
  }
}

/** Runs the services of one side through its table; timers, trace and store follow from the steps. */
export class Runner<
  S extends Service<State>,
  State extends string,
  Event extends { type: string },
  Action extends { type: string },
  Context,
  By,
> {
  readonly #port: CompletionPort;
  readonly #steps: Steps;
  readonly #side: Side<S, State, Event, Action, Context, By>;

  constructor(port: CompletionPort, steps: Steps, side: Side<S, State, Event, Action, Context, By>) {
    this.#port = port;
    this.#steps = steps;
    this.#side = side;
  }

  /** `by`: what brought the event, for the actions of its row. */
  post(service: S, event: Event, by: By): void {
    this.#steps.post(this.#take, service, event, by);
  }

  start(service: S, timer: TimerName, afterMs = this.durationMs(service, timer)): void {
    const before = runningOf(service.timers, timer);
    if (before !== undefined) this.#port.stopTimer(before);
    const others = withoutTimer(service.timers, timer);
    service.timers = this.#port.startTimer(service.request, timer, afterMs);
    service.timers.also = others;
    this.#traceTimer(service, timer, "start", afterMs);
  }

  /**
   * After a restart what was left of a timer runs on. Never longer than the whole of it: the clock may have been set
   * back meanwhile, and T2 is the bound of every service (R26).
   */
  resume(service: S, timer: TimerName, due: number, wholeMs = this.durationMs(service, timer)): void {
    this.start(service, timer, Math.min(Math.max(0, due - this.#port.now), wholeMs));
  }

  /** Stopping a timer that does not run is allowed. Returns how long it would still have run. */
  stop(service: S, timer: TimerName): number {
    const running = runningOf(service.timers, timer);
    if (running === undefined) return 0;
    service.timers = withoutTimer(service.timers, timer);
    this.#port.stopTimer(running);
    this.#traceTimer(service, timer, "stop");
    return Math.max(0, running.at - this.#port.now);
  }

  /** The timer ran out: it runs no more, and its event is next. */
  expired(service: S, timer: TimerName, event: Event, by: By): void {
    service.timers = withoutTimer(service.timers, timer);
    this.#traceTimer(service, timer, "expired");
    this.post(service, event, by);
  }

  durationMs(service: S, timer: TimerName): number {
    return durationMs(timer, service.kind, this.#side.timerConfig(service));
  }

  /** Brings the store up to date; pinx lets what this step sends leave when that is durable. */
  save(service: S): void {
    if (!service.over && this.#side.durable.has(service.state)) {
      service.stored = true;
      this.#port.save(service.request, this.#side.record(service));
    } else if (service.stored) {
      service.stored = false;
      this.#port.save(service.request, null);
    }
  }

  tell(service: S, text: string): void {
    this.#port.trace({ at: this.#port.now, type: "request", request: service.request, text });
  }

  readonly #take = (service: S, event: Event, by: By): void => {
    if (service.over) return;
    const { role: machine, table } = this.#side;
    const [at, of, from] = [this.#port.now, service.request, service.state];
    const context = this.#side.contextOf(service);
    const taken = step<State, Event, Action, Context>(table, from, context, event);
    if ("unexpected" in taken) {
      this.#port.trace({ at, type: "ignored", machine, of, event: event.type, state: from });
      return;
    }
    const reason = this.#side.reason(service, event, taken, by);
    const { to } = taken;
    this.#port.trace(
      reason === undefined
        ? { at, type: "transition", machine, of, event: event.type, from, to }
        : { at, type: "transition", machine, of, event: event.type, from, to, reason },
    );
    service.state = taken.to;
    for (const action of taken.do) this.#side.perform(service, action, by);
    if (taken.to === ("Idle" as State)) this.#end(service);
    if (taken.to !== from) this.#side.entered(service);
    this.#side.stepped(service, { event, from, to: taken.to, by, reason });
    const isDurable = taken.do.some((action) => this.#side.durableActions.has(action.type));
    if (taken.to !== from || isDurable) this.save(service);
  };

  #end(service: S): void {
    service.over = true;
    for (const timer of timersRunning(service.timers)) this.stop(service, timer);
  }

  #traceTimer(service: S, timer: TimerName, change: "start" | "stop" | "expired", afterMs?: number): void {
    const [at, of] = [this.#port.now, service.request];
    this.#port.trace(
      afterMs === undefined
        ? { at, type: "timer", of, timer, change }
        : { at, type: "timer", of, timer, change, afterMs },
    );
  }
}
