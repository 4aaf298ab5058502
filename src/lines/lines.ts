import { added, itemsOf, type OneOrMany, removed } from "../one-or-many.ts";
import { isFree } from "./facts.ts";
import type { LineKey, LineReport } from "./line.ts";
import { Register } from "../register.ts";

interface Watched<Watcher extends object | string> {
  watchers: OneOrMany<Watcher>;
  report: LineReport | undefined;
  /** When the line became free and stayed so, as far as was seen. */
  freeSince: number | undefined;
}

/** What the registry of lines may use. */
export interface LinesPort {
  readonly now: number;
  watch(line: LineKey): void;
  unwatch(line: LineKey): void;
}

/** The lines that services watch: one subscription a line, however many wait for it. */
export class Lines<Watcher extends object | string> {
  readonly #port: LinesPort;
  readonly #lines = new Register<LineKey, Watched<Watcher>>();

  constructor(port: LinesPort) {
    this.#port = port;
  }

  get size(): number {
    return this.#lines.size;
  }

  /** What is known of the line already; undefined where the monitor has yet to speak. */
  watch(line: LineKey, watcher: Watcher): LineReport | undefined {
    const known = this.#lines.get(line);
    if (known !== undefined) {
      known.watchers = added(known.watchers, watcher);
      return known.report;
    }
    this.#lines.set(line, { watchers: watcher, report: undefined, freeSince: undefined });
    this.#port.watch(line);
    return undefined;
  }

  unwatch(line: LineKey, watcher: Watcher): void {
    const known = this.#lines.get(line);
    if (known === undefined) return;
    const left = removed(known.watchers, watcher);
    if (left !== undefined) {
      known.watchers = left;
      return;
    }
    this.#lines.delete(line);
    this.#port.unwatch(line);
  }

  /** Takes what the monitor says, and returns who waits for it, in the order they came. */
  report(line: LineKey, report: LineReport, busyTrigger: number): readonly Watcher[] {
    const known = this.#lines.get(line);
    if (known === undefined) return [];
    known.report = report;
    if (typeof report === "object" && isFree(report, busyTrigger)) known.freeSince ??= this.#port.now;
    else known.freeSince = undefined;
    // A copy: what it leads to may end some of them.
    return [...itemsOf(known.watchers)];
  }

  reportOf(line: LineKey): LineReport | undefined {
    return this.#lines.get(line)?.report;
  }

  /** As the monitor saw it last; a line it does not see is not free. */
  isFree(line: LineKey): boolean {
    return this.#lines.get(line)?.freeSince !== undefined;
  }

  /** How long the line has been free without a gap in what was seen; 0 where it is not. */
  freeForMs(line: LineKey): number {
    const since = this.#lines.get(line)?.freeSince;
    return since === undefined ? 0 : this.#port.now - since;
  }

  /** Who watches the line, in the order they came. */
  watchersOf(line: LineKey): readonly Watcher[] {
    return itemsOf(this.#lines.get(line)?.watchers);
  }

  /** How many services watch the line. */
  watchers(line: LineKey): number {
    return this.watchersOf(line).length;
  }
}
