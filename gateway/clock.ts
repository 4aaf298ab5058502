/** The only way the rim reads time and waits. Tests put a virtual one in its place. */
export interface Clock {
  /** Unix time in milliseconds; never goes back while the process lives. */
  now(): number;
  /** Calls `run` once, at `at` or soon after it, never from inside this call. Returns what takes it back. */
  at(at: number, run: () => void): () => void;
  /** Calls `run` once in a later turn of the event loop. */
  soon(run: () => void): void;
}

/** setTimeout fires at once above 2^31-1 ms; waking early is harmless, the pump looks at what is due. */
const longestWaitMs = 2 ** 31 - 1;

/** Wall clock read once, then the monotonic clock: setting the machine's clock never moves a timer. */
export function systemClock(): Clock {
  const startedAt = Date.now() - performance.now();
  const now = () => Math.floor(startedAt + performance.now());
  return {
    now,
    at(at, run) {
      // Rounded up: waking a part of a millisecond early would only make the pump wait again.
      const timer = setTimeout(run, Math.min(Math.max(at - now(), 0) + 1, longestWaitMs));
      return () => clearTimeout(timer);
    },
    soon: (run) => void setImmediate(run),
  };
}
