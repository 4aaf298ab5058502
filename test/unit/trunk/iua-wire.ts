import { DecodeError } from "../../../codecs/error.ts";
import { decodeIua } from "../../../codecs/iua/index.ts";
import type { IuaTrunkConfig } from "../../../src/config.ts";
import type { Output } from "../../../src/seam.ts";
import { IuaTrunk } from "../../../src/trunk/iua.ts";
import { TrunkBench, trunk } from "./bench.ts";

export const aspConfig: IuaTrunkConfig = {
  type: "iua",
  role: "asp",
  transport: "udp",
  bind: { host: "127.0.0.1", port: 0 },
  peer: { host: "127.0.0.1", port: 9899 },
  sctpPort: 9900,
  interfaceIdentifiers: [1],
  side: "user",
  t309Ms: 90_000,
};

/** One gateway end: processes connect to a signalling gateway, messages arrive at once and in order. */
export class IuaWire {
  readonly sg: TrunkBench;
  readonly asps: readonly TrunkBench[];
  /** Each message as it crossed, `> ASPUP 0`: from a process, on stream 0. */
  readonly crossed: string[] = [];
  /** While false, nothing arrives. */
  open = true;
  /** The ends of each association by name: the process calls it as it asked, the gateway as it came. */
  readonly #associations = new Map<TrunkBench, { readonly atAsp: string; readonly atSg: string }>();
  #connections = 0;

  constructor(identifiers: IuaTrunkConfig["interfaceIdentifiers"] = [1], processes = 1) {
    const config = { ...aspConfig, interfaceIdentifiers: identifiers };
    this.sg = new TrunkBench(new IuaTrunk(trunk, { ...config, role: "sg", side: "network" }));
    this.asps = Array.from({ length: processes }, (_, at) => {
      return new TrunkBench(new IuaTrunk(trunk, { ...config, aspIdentifier: at + 1 }));
    });
    this.sg.handle({ type: "start" });
  }

  get asp(): TrunkBench {
    const [first] = this.asps;
    if (first === undefined) throw new Error("no process");
    return first;
  }

  /** The first processes start. */
  start(count = 1): void {
    for (const asp of this.asps.slice(0, count)) asp.handle({ type: "start" });
    this.settle();
  }

  advance(byMs: number): void {
    for (let left = byMs; left > 0; left -= 100) {
      for (const bench of [this.sg, ...this.asps]) bench.advance(Math.min(100, left));
      this.settle();
    }
  }

  settle(): void {
    for (;;) {
      const all = [this.sg, ...this.asps].flatMap((from) => from.taken().map((output) => ({ from, output })));
      if (all.length === 0) return;
      for (const { from, output } of all) this.#carry(from, output);
    }
  }

  /** The association of this process is gone; both ends hear of it. */
  cut(asp: TrunkBench, reason = "cut"): void {
    const association = this.#associations.get(asp);
    if (association === undefined) return;
    this.#associations.delete(asp);
    asp.handle({ type: "closed", channel: association.atAsp, reason });
    this.sg.handle({ type: "closed", channel: association.atSg, reason });
    this.settle();
  }

  /** Since the last call. */
  taken(): string[] {
    return this.crossed.splice(0);
  }

  #carry(from: TrunkBench, output: Output): void {
    if (output.type === "open") return this.#connect(from, output.channel);
    if (output.type !== "send" && output.type !== "close") return;
    const asp = from === this.sg ? this.#ofSg(output.channel) : from;
    const association = asp === undefined ? undefined : this.#associations.get(asp);
    if (asp === undefined || association === undefined) return;
    const [to, channel] = from === this.sg ? [asp, association.atAsp] : [this.sg, association.atSg];
    if (output.type === "close") {
      this.#associations.delete(asp);
      if (this.open) to.handle({ type: "closed", channel, reason: "closed by the peer" });
      return;
    }
    const { pdu } = output;
    if (pdu.carrier !== "iua") throw new Error(`a PDU of ${pdu.carrier}`);
    this.crossed.push(`${from === this.sg ? "<" : ">"} ${nameOf(pdu.octets)} ${pdu.stream}`);
    if (this.open) to.handle({ type: "received", channel, pdu });
  }

  #connect(asp: TrunkBench, asked: string): void {
    if (!this.open) return asp.handle({ type: "closed", channel: asked, reason: "refused" });
    this.#connections += 1;
    const atSg = `in-${this.#connections}`;
    this.#associations.set(asp, { atAsp: asked, atSg });
    this.sg.handle({ type: "opened", channel: atSg, by: "peer" });
    asp.handle({ type: "opened", channel: asked, by: "us" });
  }

  #ofSg(channel: string): TrunkBench | undefined {
    return [...this.#associations].find(([, { atSg }]) => atSg === channel)?.[0];
  }
}

function nameOf(octets: Uint8Array): string {
  const message = decodeIua(octets);
  if (message instanceof DecodeError) throw new Error(message.code);
  return message.message ?? `${message.class}/${message.type}`;
}
