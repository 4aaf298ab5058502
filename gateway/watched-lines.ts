import type { LineKey, LineReport } from "../src/lines/line.ts";

export interface WatchedLine {
  readonly line: LineKey;
  /** Absent while its monitor has not spoken yet. */
  readonly report?: LineReport;
}

/** The lines the core watches now, as their monitors told them last. */
export class WatchedLines {
  readonly #reports = new Map<LineKey, LineReport | undefined>();

  all(): readonly WatchedLine[] {
    return [...this.#reports].map(([line, report]) => (report === undefined ? { line } : { line, report }));
  }

  watch(line: LineKey): void {
    this.#reports.set(line, undefined);
  }

  unwatch(line: LineKey): void {
    this.#reports.delete(line);
  }

  report(line: LineKey, report: LineReport): void {
    if (this.#reports.has(line)) this.#reports.set(line, report);
  }
}
