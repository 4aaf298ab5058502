import type { PinxCore } from "../../src/pinx.ts";
import { createPinx } from "../../src/pinx.ts";
import type { Input, Output } from "../../src/seam.ts";

/** What a spoilt core does otherwise than ours. */
export interface Spoiling {
  /** What it is given instead. */
  readonly input?: (input: Input) => Input;
  /** What it gives instead of one output. */
  readonly output?: (output: Output) => readonly Output[];
  readonly handle?: (input: Input) => void;
  readonly nextTimeout?: (now: number) => number;
  readonly held?: (held: PinxCore["held"]) => PinxCore["held"];
}

/** Makes cores that break a rule on purpose: what judges them must see it. */
export function spoilt(how: Spoiling): () => PinxCore {
  return () => new SpoiltPinx(how);
}

class SpoiltPinx implements PinxCore {
  readonly #core = createPinx();
  readonly #how: Spoiling;
  readonly #waiting: Output[] = [];
  #now = 0;

  constructor(how: Spoiling) {
    this.#how = how;
  }

  get held(): PinxCore["held"] {
    const { held } = this.#core;
    return this.#how.held?.(held) ?? held;
  }

  handle(input: Input, now: number): void {
    this.#now = now;
    this.#how.handle?.(input);
    this.#core.handle(this.#how.input?.(input) ?? input, now);
    for (let output = this.#core.poll(); output !== undefined; output = this.#core.poll()) {
      this.#waiting.push(...(this.#how.output?.(output) ?? [output]));
    }
  }

  poll(): Output | undefined {
    return this.#waiting.shift();
  }

  nextTimeout(): number | undefined {
    return this.#how.nextTimeout?.(this.#now) ?? this.#core.nextTimeout();
  }
}
