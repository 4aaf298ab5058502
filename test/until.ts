/** How long what must come is waited for: far longer than it takes on a machine that does nothing else. */
export const patienceMs = 20_000;

/**
 * What `probe` gives as soon as it gives something, asked now and each time the subscription calls. Rejects with what
 * `complaint` says then.
 */
export function until<Found>(
  probe: () => Found | undefined,
  subscribe: (look: () => void) => () => void,
  { timeoutMs = patienceMs, complaint }: { readonly timeoutMs?: number; readonly complaint: () => string },
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    const look = () => {
      const found = probe();
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`not within ${timeoutMs} ms: ${complaint()}`));
    }, timeoutMs);
    const unsubscribe = subscribe(look);
    look();
  });
}

const stepMs = 2;

/** Resolves when the condition holds, looked at again and again; rejects with what there is instead. */
export async function eventually(condition: () => boolean, instead: () => string = () => ""): Promise<void> {
  const giveUp = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > giveUp) throw new Error(`never: ${String(condition)} ${instead()}`);
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
}
