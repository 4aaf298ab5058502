import type { MessageKey, Particulars, Template } from "./messages.ts";

/** A leg of a call at one end, as a path keeps it under its call reference. */
export interface LegEnd {
  /** The message of this type came. */
  received(type: number): void;
}

/** A message arrived: the octets of a frame, and where its layer-3 message begins. */
export type Arrival = (path: Path, frame: Uint8Array, at: number) => void;

/** What carries messages between a load and the relay: a data link, a connection, an association. */
export abstract class Path {
  /** By call reference; the highest of the 16 bits says that the relay allocated it. */
  readonly legs = new Map<number, LegEnd>();
  #last = 0;
  readonly #templates: Templates;

  constructor(templates: Templates) {
    this.#templates = templates;
  }

  /** A reference of ours for a leg, as we write it. */
  open(leg: LegEnd): number {
    do this.#last = (this.#last % 0x7fff) + 1;
    while (this.legs.has(this.#last));
    this.legs.set(this.#last, leg);
    return this.#last;
  }

  /** `reference` as we write it. */
  send(key: MessageKey, reference: number, particulars: Particulars): void {
    this.write(this.#templates[key].fill(reference, particulars));
  }

  protected abstract write(frame: Uint8Array): void;
}

export type Templates = { readonly [key in MessageKey]: Template };

/** What a load needs of one end of a relay. */
export interface Station {
  /** For the next call from here. */
  path(): Path;
  stop(): void;
}
