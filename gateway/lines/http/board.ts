import type { FailedCall, LineKey } from "../../../src/lines/line.ts";
import { lineAfter, type LineEvent, type LineState, snapshotOf } from "../../../src/lines/line-state.ts";
import type { AdapterContext } from "../../adapter.ts";

export const boardLimits = {
  /** Lines whose state is kept, watched or not. */
  lines: 50_000,
  /** How long a feeder has to answer for a line that is to be watched. */
  answerMs: 2_000,
} as const;

export type BoardLimits = { readonly [limit in keyof typeof boardLimits]: number };

export interface BoardPort {
  readonly context: AdapterContext;
  /** Without a word of the feeder for so long, nothing is known any more. */
  readonly silenceMs: number;
  readonly limits: BoardLimits;
  /** Tells the feeder what is wanted of a line. */
  ask(type: "watch" | "unwatch", line: string): void;
}

/** What a feeder said of a line: its state, or that the cluster has none. */
type Told = LineState | "absent";

/** The lines as their feeder told them, and which of them the core wants to hear of. */
export class LineBoard {
  readonly #port: BoardPort;
  readonly #told = new Map<string, Told>();
  /** The last report of each watched line, as JSON; "" for none yet. */
  readonly #watched = new Map<string, string>();
  readonly #questions = new Map<string, NodeJS.Timeout>();
  #silence: NodeJS.Timeout | undefined;

  constructor(port: BoardPort) {
    this.#port = port;
  }

  get watched(): readonly string[] {
    return [...this.#watched.keys()];
  }

  told(line: string): Told | undefined {
    return this.#told.get(line);
  }

  watch(line: string): void {
    this.#watched.set(line, "");
    if (this.#silence === undefined) return this.#report(line, "lost");
    if (this.#told.has(line)) this.#tell(line);
    else this.#question(line);
    this.#port.ask("watch", line);
  }

  unwatch(line: string): void {
    if (!this.#watched.delete(line)) return;
    this.#answered(line);
    this.#port.ask("unwatch", line);
  }

  /** The feeder gave a sign of life. After a silence everything is asked for anew. */
  heard(): void {
    const wasSilent = this.#silence === undefined;
    if (this.#silence === undefined) this.#silence = setTimeout(() => this.silent(), this.#port.silenceMs);
    else this.#silence.refresh();
    if (!wasSilent) return;
    for (const line of this.#watched.keys()) {
      this.#question(line);
      this.#port.ask("watch", line);
    }
  }

  /** The feeder is gone: what it said before may be wrong by now. */
  silent(): void {
    if (this.#silence === undefined) return;
    clearTimeout(this.#silence);
    this.#silence = undefined;
    this.#told.clear();
    if (this.#watched.size > 0) this.#port.context.warn("the feeder of lines is silent: watched lines are lost");
    for (const line of this.#watched.keys()) {
      this.#answered(line);
      this.#report(line, "lost");
    }
  }

  /** False where there is no room for one more line. */
  tell(line: string, told: Told): boolean {
    if (!this.#told.has(line) && this.#told.size >= this.#port.limits.lines) return false;
    this.#told.set(line, told);
    this.#tell(line);
    return true;
  }

  /** Watched or not: the line's user may ask for call back (R15). */
  failed(line: string, { to, cause, alerted }: Pick<FailedCall, "to" | "cause" | "alerted">): void {
    const { neighbour, post } = this.#port.context;
    post({ type: "callFailed", call: { line: `${neighbour}/${line}`, to, cause, alerted } });
  }

  /** False where nothing is known that the event could change: a snapshot comes first. */
  event(line: string, event: LineEvent): boolean {
    const told = this.#told.get(line);
    if (told === undefined || told === "absent") return false;
    return this.tell(line, lineAfter(told, event));
  }

  stop(): void {
    clearTimeout(this.#silence);
    for (const line of [...this.#questions.keys()]) this.#answered(line);
    this.#watched.clear();
  }

  #tell(line: string): void {
    const told = this.#told.get(line);
    if (told === undefined || !this.#watched.has(line)) return;
    this.#answered(line);
    this.#report(line, told === "absent" ? told : snapshotOf(told));
  }

  #question(line: string): void {
    this.#answered(line);
    const timer = setTimeout(() => {
      this.#questions.delete(line);
      this.#report(line, "lost");
    }, this.#port.limits.answerMs);
    this.#questions.set(line, timer);
  }

  #answered(line: string): void {
    clearTimeout(this.#questions.get(line));
    this.#questions.delete(line);
  }

  /** The whole truth of a watched line, where it differs from what was said last. */
  #report(line: string, snapshot: ReturnType<typeof snapshotOf> | "absent" | "lost"): void {
    const now = JSON.stringify(snapshot);
    if (this.#watched.get(line) === now) return;
    this.#watched.set(line, now);
    const { neighbour, post } = this.#port.context;
    post({ type: "line", line: `${neighbour}/${line}` satisfies LineKey, snapshot });
  }
}
