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
  /**
   * By call reference, of the carrier where it has one; the highest of the 16 bits says that the relay allocated it.
   */
  readonly legs = new Map<number, LegEnd>();
  /** Messages that were written, but for those of no call. */
  sent = 0;
  #last = 0;

  /** A reference of ours for a leg, as we write it. */
  open(leg: LegEnd): number {
    do this.#last = (this.#last % 0x7fff) + 1;
    while (this.legs.has(this.#last));
    this.legs.set(this.#last, leg);
    return this.#last;
  }

  /** `reference`: that of the leg, as we write it. */
  abstract send(key: MessageKey, reference: number, particulars: Particulars): void;

  /** The reference of the leg that a frame is for, as we write it: the other way round. */
  referenceOf(frame: Uint8Array, at: number): number {
    return (((frame[at + 2] ?? 0) << 8) | (frame[at + 3] ?? 0)) ^ 0x8000;
  }
}

export type Templates = { readonly [key in MessageKey]: Template };

/** A path that carries each message in a frame of its own. */
export abstract class FramePath extends Path {
  readonly #templates: Templates;

  constructor(templates: Templates) {
    super();
    this.#templates = templates;
  }

  override send(key: MessageKey, reference: number, particulars: Particulars): void {
    this.sent += 1;
    this.write(this.#templates[key].fill(this.innerOf(reference), reference, particulars));
  }

  /** Of a message in a carrier that has references of its own. */
  protected innerOf(reference: number): number {
    return reference;
  }

  protected abstract write(frame: Uint8Array): void;
}

/** What a load needs of one end of a relay. */
export interface Station {
  /** For the next call from here. */
  path(): Path;
}
