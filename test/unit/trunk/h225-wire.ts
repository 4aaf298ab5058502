import { DecodeError } from "../../../codecs/error.ts";
import { decodeH225 } from "../../../codecs/h225/index.ts";
import type { H323TrunkConfig } from "../../../src/config.ts";
import type { Output } from "../../../src/seam.ts";
import { H225Trunk } from "../../../src/trunk/h225.ts";
import { TrunkBench, trunk } from "./bench.ts";

interface Connection {
  readonly near: string;
  readonly far: string;
}

/** Two h323 trunks and the connections between them; messages arrive at once and in order. `left` has two peers. */
export class H225Wire {
  readonly left: TrunkBench;
  readonly right: TrunkBench;
  /** Each outer message as it crossed, with what was in its tunnel: `> SETUP [SETUP]`. */
  readonly crossed: string[] = [];
  /** Peers that refuse to be connected. */
  readonly dead = new Set<string>();
  /** While true, what is sent gets lost on its way. */
  deaf = false;
  readonly #connections: Connection[] = [];
  #accepted = 0;

  /** How both write their messages. */
  constructor(manner: Omit<H323TrunkConfig, "type" | "peers" | "listen"> = {}) {
    this.left = new TrunkBench(new H225Trunk(trunk, { type: "h323", peers: [peer(0), peer(1)], ...manner }));
    this.right = new TrunkBench(new H225Trunk(trunk, { type: "h323", peers: [peer(2)], ...manner }));
    for (const end of [this.left, this.right]) end.handle({ type: "start" });
    for (const end of [this.left, this.right]) end.told();
  }

  settle(): void {
    for (;;) {
      const all = [this.left, this.right].flatMap((from) => from.taken().map((output) => ({ from, output })));
      if (all.length === 0) return;
      for (const { from, output } of all) this.#carry(from, output);
    }
  }

  taken(): string[] {
    return this.crossed.splice(0);
  }

  /** Connections that stand. */
  get open(): number {
    return this.#connections.length;
  }

  cut(): void {
    for (const connection of this.#connections.splice(0)) {
      this.#ends(connection, "left").forEach(([end, channel]) =>
        end.handle({ type: "closed", channel, reason: "reset by peer" }),
      );
    }
    this.settle();
  }

  #carry(from: TrunkBench, output: Output): void {
    if (output.type === "open") return this.#connect(from, output.channel);
    if (output.type !== "send" && output.type !== "close") return;
    const connection = this.#connections.find(({ near, far }) =>
      from === this.left ? near === output.channel : far === output.channel,
    );
    if (connection === undefined) return;
    const [to, channel] =
      from === this.left ? ([this.right, connection.far] as const) : ([this.left, connection.near] as const);
    if (output.type === "close") {
      this.#connections.splice(this.#connections.indexOf(connection), 1);
      from.handle({ type: "closed", channel: output.channel, reason: output.reason });
      return to.handle({ type: "closed", channel, reason: "closed by the peer" });
    }
    if (output.pdu.carrier !== "h225") throw new Error(output.pdu.carrier);
    this.crossed.push(`${from === this.left ? ">" : "<"} ${namesOf(output.pdu.octets)}`);
    if (!this.deaf) to.handle({ type: "received", channel, pdu: output.pdu });
  }

  #connect(from: TrunkBench, channel: string): void {
    const target = channel.split("/")[1] ?? "";
    if (this.dead.has(target)) return from.handle({ type: "closed", channel, reason: "connection refused" });
    this.#accepted += 1;
    const other = `in-${this.#accepted}`;
    const connection = from === this.left ? { near: channel, far: other } : { near: other, far: channel };
    this.#connections.push(connection);
    const to = from === this.left ? this.right : this.left;
    to.handle({ type: "opened", channel: other, by: "peer" });
    from.handle({ type: "opened", channel, by: "us" });
  }

  #ends({ near, far }: Connection, _first: "left"): readonly (readonly [TrunkBench, string])[] {
    return [
      [this.left, near],
      [this.right, far],
    ];
  }
}

function peer(last: number) {
  return { host: `10.0.0.${last}`, port: 1720 };
}

function namesOf(octets: Uint8Array): string {
  const read = decodeH225(octets);
  if (read instanceof DecodeError) throw new Error(read.code);
  const inner = (read.tunnelled?.messages ?? []).map((message) => types[message[4] ?? 0] ?? message[4]);
  return `${read.message.message ?? "?"} [${inner.join(" ")}]`;
}

const types: { readonly [type: number]: string } = {
  5: "SETUP",
  2: "CALL PROCEEDING",
  1: "ALERTING",
  7: "CONNECT",
  0x0f: "CONNECT ACKNOWLEDGE",
  0x62: "FACILITY",
  0x45: "DISCONNECT",
  0x4d: "RELEASE",
  0x5a: "RELEASE COMPLETE",
};
