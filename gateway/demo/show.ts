import type { SendEvent } from "../api/route.ts";
import type { Gateway } from "../gateway.ts";
import { Ladder, type LadderRow, type Side, lanes } from "./ladder.ts";
import type { DemoSite } from "./site.ts";

export type Sites = Readonly<Record<Side, DemoSite>>;

/** Rows kept for who comes later. */
export const rowsKept = 500;

const sides = ["west", "east"] as const;

/** What there is to see: the phones of both clusters, the ladder of both gateways, the line between them. */
export class DemoShow {
  readonly #sites: Sites;
  readonly #ladder = new Ladder();
  readonly #rows: LadderRow[] = [];
  readonly #watchers = new Set<SendEvent>();
  #cutUntil: number | undefined;

  constructor(sites: Sites) {
    this.#sites = sites;
  }

  /** Follows phones and traces from now on; returns what ends that. */
  follow(gateways: Readonly<Record<Side, Gateway>>): () => void {
    const ends = sides.flatMap((side) => [
      this.#sites[side].subscribe((phone) => this.#tell("phone", phone)),
      gateways[side].inspect.subscribe((entry) => this.#add(this.#ladder.row(side, entry))),
    ]);
    return () => {
      for (const end of ends) end();
    };
  }

  /** The line is cut until then, or whole: undefined. */
  wire(cutUntil: number | undefined): void {
    this.#cutUntil = cutUntil;
    const seconds = Math.round(this.#cutForMs / 1000);
    const text = cutUntil === undefined ? "trunk whole again" : `trunk cut for ${seconds} s`;
    this.#add({ kind: "wire", at: Date.now(), whole: cutUntil === undefined, text });
    this.#tell("wire", { cutForMs: this.#cutForMs });
  }

  /** One page: everything there is, then whatever happens. Returns what ends that. */
  watch(send: SendEvent): () => void {
    const phones = sides.flatMap((side) => this.#sites[side].views());
    send("start", { phones, lanes, rows: this.#rows, cutForMs: this.#cutForMs });
    this.#watchers.add(send);
    return () => void this.#watchers.delete(send);
  }

  get #cutForMs(): number {
    return this.#cutUntil === undefined ? 0 : Math.max(0, this.#cutUntil - Date.now());
  }

  #add(row: LadderRow | undefined): void {
    if (row === undefined) return;
    this.#rows.push(row);
    if (this.#rows.length > rowsKept) this.#rows.shift();
    this.#tell("row", row);
  }

  #tell(event: string, data: unknown): void {
    for (const send of this.#watchers) send(event, data);
  }
}
