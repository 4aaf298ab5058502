import { Lanes, type LaneOutput } from "../lanes.ts";
import type { LineKey, LineReport } from "../lines/line.ts";
import { type ClusterOutput, DemoCluster } from "../pbx/cluster.ts";
import type { PinxCore } from "../pinx.ts";
import type { Config } from "../config.ts";
import type { Channel, Trunk } from "../ids.ts";
import type { Input, Output } from "../seam.ts";
import type { Pdu } from "../pdu.ts";
import type { Agenda } from "./agenda.ts";
import { clusterTrunk } from "./configs.ts";
import type { NodePlan, Span } from "./plan.ts";
import type { Random } from "./random.ts";
import { SimulatedStore } from "./store.ts";

/** The gateway's trunks to other gateways. */
export interface NodeLinks {
  open(trunk: Trunk, channel: Channel): void;
  send(trunk: Trunk, channel: Channel, pdu: Pdu): void;
  close(trunk: Trunk, channel: Channel, reason: string): void;
}

export interface NodePort {
  readonly agenda: Agenda;
  readonly random: Random;
  createCore(): PinxCore;
  /** Each step of the core, as it crossed the seam. */
  observed(node: SimulatedNode, input: Input, outputs: readonly Output[]): void;
}

/** One gateway and its cluster: our core with a rim that is as slow and as unreliable as the plan says. */
export class SimulatedNode {
  readonly index: number;
  readonly plan: NodePlan;
  readonly cluster: DemoCluster;
  readonly store = new SimulatedStore();
  links: NodeLinks | undefined;
  core: PinxCore | undefined;
  /** Counts starts of the process. */
  life = 0;
  /** What this machine's clock is ahead of the world's. */
  clockMs = 0;
  readonly #config: Config;
  readonly #port: NodePort;
  #lanes = new Lanes();
  readonly #watched = new Set<LineKey>();
  #clusterChannel: Channel | undefined;
  #monitorLost = false;
  #storeTold = false;
  /** When the last of each kind arrives: cluster, gateway and monitor each speak in order. */
  readonly #arrivals = { toCluster: 0, fromCluster: 0, monitor: 0 };

  constructor(index: number, plan: NodePlan, config: Config, port: NodePort) {
    this.index = index;
    this.plan = plan;
    this.#config = config;
    this.#port = port;
    const phones = plan.phones.map((number) => ({
      number,
      name: `User ${number}`,
      restricted: plan.restricted.includes(number),
    }));
    this.cluster = new DemoCluster(clusterTrunk, phones, plan.busyTrigger);
  }

  get running(): boolean {
    return this.core !== undefined;
  }

  /** The process starts: what was durable is restored. */
  boot(): void {
    if (this.running) return;
    this.life += 1;
    this.core = this.#port.createCore();
    const seed = Uint8Array.of(this.life, this.index, ...Array.from({ length: 14 }, () => 0));
    this.give({ type: "configure", config: this.#config, seed });
    this.give({ type: "restore", records: [...this.store.durable.values()] });
  }

  /** The process dies: what waited in lanes is lost, what was being committed perhaps. */
  crash(): void {
    if (!this.running) return;
    this.core = undefined;
    this.#port.agenda.wake(this.index, this.life, undefined);
    this.#lanes = new Lanes();
    this.#watched.clear();
    this.#clusterChannel = undefined;
    this.#storeTold = false;
    this.store.crash(this.#port.random.chance(500));
    this.cluster.trunk(false);
    this.drain();
  }

  /** The process ends in order: what waits for the store is committed and leaves. */
  stop(): void {
    if (!this.running) return;
    this.give({ type: "stop" });
    if (this.store.state === "ok") {
      this.store.committed();
      if (this.store.commit() === "started") this.store.committed();
      this.#release();
    }
    this.crash();
  }

  /** One input for the core, and everything it gives. */
  give(input: Input): void {
    const { core } = this;
    if (core === undefined) return;
    core.handle(input, this.#port.agenda.now + this.clockMs);
    const outputs: Output[] = [];
    for (let output = core.poll(); output !== undefined; output = core.poll()) {
      outputs.push(output);
      if (output.type === "save") this.store.add(output);
      else if (output.type !== "trace") this.#lanes.add(output);
    }
    this.#port.observed(this, input, outputs);
    this.#commit();
    this.#release();
    this.#wake();
  }

  /** The clock of this machine jumps ahead. */
  jump(byMs: number): void {
    this.clockMs += byMs;
    this.#wake();
  }

  durable(): void {
    this.store.committed();
    this.#release();
    this.#commit();
    this.#wake();
  }

  storeBack(): void {
    this.store.state = "ok";
    if (this.#storeTold) this.#post({ type: "store", state: "ok" }, [0, 0]);
    this.#storeTold = false;
    this.#commit();
  }

  /** The line monitor sees nothing any more, or sees again: then it says the whole truth. */
  monitor(lost: boolean): void {
    if (lost === this.#monitorLost) return;
    this.#monitorLost = lost;
    for (const line of this.#watched) this.#report(line);
  }

  fromGateway(octets: Uint8Array): void {
    this.cluster.receive(octets);
    this.drain();
  }

  placeCall(id: number, phone: string, to: string): void {
    const { random } = this.#port;
    if (!random.chance(this.plan.refusalsPerMille)) this.#done(id, this.cluster.act(phone, { action: "dial", to }));
    else this.#done(id, random.chance(500) ? "the phone is asleep" : undefined);
    this.drain();
  }

  /** What the cluster has to say goes its way. */
  drain(): void {
    for (let output = this.cluster.poll(); output !== undefined; output = this.cluster.poll())
      this.#fromCluster(output);
  }

  #fromCluster(output: ClusterOutput): void {
    switch (output.type) {
      case "send": {
        const channel = this.#clusterChannel;
        if (channel === undefined) return;
        const pdu: Pdu = { carrier: "qsig", octets: output.octets };
        return this.#post({ type: "received", trunk: clusterTrunk, channel, pdu }, this.plan.clusterMs, "fromCluster");
      }
      case "press":
        return this.#post(
          { type: "user", user: `${clusterTrunk}/${output.number}`, press: output.press },
          this.plan.clusterMs,
        );
      case "failed": {
        const { number, to, cause, alerted } = output;
        const call = { line: `${clusterTrunk}/${number}`, to, cause, alerted } as const;
        return this.#post({ type: "callFailed", call }, this.plan.clusterMs);
      }
      case "phone":
        return this.#report(`${clusterTrunk}/${output.number}`);
      default:
        output satisfies never;
    }
  }

  #report(line: LineKey): void {
    if (!this.#watched.has(line)) return;
    const snapshot: LineReport = this.#monitorLost ? "lost" : this.cluster.snapshot(phoneOf(line));
    this.#post({ type: "line", line, snapshot }, this.plan.monitorMs, "monitor");
  }

  #commit(): void {
    const commit = this.store.commit();
    if (commit === "started") {
      const { agenda, random } = this.#port;
      const happening = { type: "durable", node: this.index, life: this.life } as const;
      return agenda.at(agenda.now + random.between(this.plan.storeMs), happening);
    }
    if (commit !== "refused" || this.#storeTold || this.store.state === "ok") return;
    this.#storeTold = true;
    this.#post({ type: "store", state: this.store.state }, [0, 0]);
  }

  #release(): void {
    this.#lanes.release(this.store.mark, this.#port.agenda.now, (output) => this.#deliver(output));
  }

  #deliver(output: LaneOutput): void {
    switch (output.type) {
      case "open":
        return output.trunk === clusterTrunk
          ? this.#openCluster(output.channel)
          : this.links?.open(output.trunk, output.channel);
      case "send":
        if (output.trunk === clusterTrunk) return this.#toCluster(output.channel, output.pdu.octets);
        return this.links?.send(output.trunk, output.channel, output.pdu);
      case "close":
        return this.links?.close(output.trunk, output.channel, output.reason);
      case "watch":
        this.#watched.add(output.line);
        return this.#report(output.line);
      case "unwatch":
        this.#watched.delete(output.line);
        return;
      case "notify":
        return this.#done(output.id, this.cluster.show(phoneOf(output.user), output.screen, output.sound));
      case "placeCall": {
        const { id, user, to, request } = output;
        const { index: node, life } = this;
        return this.#plan("toCluster", { type: "placeCall", node, life, id, phone: phoneOf(user), to, request });
      }
      default:
        output satisfies never;
    }
  }

  #openCluster(channel: Channel): void {
    this.#clusterChannel = channel;
    this.cluster.trunk(true);
    this.#post({ type: "opened", trunk: clusterTrunk, channel, by: "us" }, [0, 0], "fromCluster");
  }

  #toCluster(channel: Channel, octets: Uint8Array): void {
    if (channel !== this.#clusterChannel) return;
    this.#plan("toCluster", { type: "toCluster", node: this.index, life: this.life, octets });
  }

  #done(id: number, refusal: string | undefined): void {
    const result = refusal === undefined ? { ok: true } : { ok: false, reason: refusal };
    this.#post({ type: "done", of: id, ...result }, this.plan.clusterMs);
  }

  #post(input: Input, span: Span, lane?: "fromCluster" | "monitor"): void {
    const happening = { type: "input", node: this.index, life: this.life, input } as const;
    const { agenda, random } = this.#port;
    if (lane === undefined) return agenda.at(agenda.now + random.between(span), happening);
    this.#plan(lane, happening, span);
  }

  /** Behind what is on this way already. */
  #plan(
    lane: "toCluster" | "fromCluster" | "monitor",
    happening: Parameters<Agenda["at"]>[1],
    span = this.plan.clusterMs,
  ) {
    const { agenda, random } = this.#port;
    const atMs = Math.max(this.#arrivals[lane], agenda.now + random.between(span));
    this.#arrivals[lane] = atMs;
    agenda.at(atMs, happening);
  }

  #wake(): void {
    const at = this.core?.nextTimeout();
    const due = Math.min(this.#lanes.due ?? Number.POSITIVE_INFINITY, (at ?? Number.POSITIVE_INFINITY) - this.clockMs);
    this.#port.agenda.wake(this.index, this.life, Number.isFinite(due) ? due : undefined);
  }
}

function phoneOf(key: LineKey): string {
  return key.slice(key.indexOf("/") + 1);
}
