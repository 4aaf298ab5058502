import type { IuaTrunkConfig } from "../../src/config.ts";
import type { Channel } from "../../src/ids.ts";
import type { Pdu } from "../../src/pdu.ts";
import type { AdapterContext, TrunkAdapter } from "../adapter.ts";
import {
  type SctpAssociation,
  type SctpEvents,
  type SctpLimits,
  type SctpProvider,
  sctpLimits,
} from "./sctp/provider.ts";
import { nodeSctpProvider } from "./sctp/node-sctp.ts";

/** IUA over SCTP: each association is a channel, each message a PDU. */
export function iuaTrunk(config: IuaTrunkConfig, context: AdapterContext): Promise<TrunkAdapter> {
  const { connections: associations = sctpLimits.associations, ...limits } = config.limits ?? {};
  return createIuaTrunk(config, context, { ...sctpLimits, ...limits, associations });
}

/** As `iuaTrunk`, with limits of its own: tests shorten them. */
export async function createIuaTrunk(
  config: IuaTrunkConfig,
  context: AdapterContext,
  limits: SctpLimits,
): Promise<TrunkAdapter> {
  const provider = await nodeSctpProvider({ ...config, dropped: (why) => context.warn(why) }, limits);
  const channels = new Channels(provider, context);
  if (config.role === "sg") provider.listen((association) => channels.accept(association));
  return {
    ...(config.role === "sg" ? { address: provider.address } : {}),
    open: (channel) => channels.open(channel),
    send: (channel, pdu) => channels.send(channel, pdu),
    close: (channel, reason) => channels.close(channel, reason),
    stop: () => channels.stop(),
  };
}

class Channels {
  readonly #provider: SctpProvider;
  readonly #context: AdapterContext;
  readonly #associations = new Map<Channel, SctpAssociation>();
  #accepted = 0;
  #stopped = false;

  constructor(provider: SctpProvider, context: AdapterContext) {
    this.#provider = provider;
    this.#context = context;
  }

  open(channel: Channel): void {
    this.#associations.set(channel, this.#provider.connect(this.#events(channel, "us")));
  }

  accept(association: SctpAssociation): SctpEvents {
    this.#accepted += 1;
    const channel = `in-${this.#accepted}`;
    this.#associations.set(channel, association);
    return this.#events(channel, "peer");
  }

  send(channel: Channel, pdu: Pdu): void {
    if (pdu.carrier === "iua") this.#associations.get(channel)?.send(pdu.octets, pdu.stream);
  }

  close(channel: Channel, reason: string): void {
    this.#associations.get(channel)?.close(reason);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#provider.stop();
  }

  /** What the peer sends meanwhile fills its window. */
  #holdUntilDrained(channel: Channel): void {
    const drained = this.#context.drained();
    const association = this.#associations.get(channel);
    if (drained === undefined || association === undefined) return;
    association.hold();
    void drained.then(() => association.goOn());
  }

  #events(channel: Channel, by: "us" | "peer"): SctpEvents {
    const trunk = this.#context.neighbour;
    return {
      up: () => this.#context.post({ type: "opened", trunk, channel, by }),
      message: (octets, stream) => {
        this.#context.post({ type: "received", trunk, channel, pdu: { carrier: "iua", octets, stream } });
        this.#holdUntilDrained(channel);
      },
      writable: (writable) => this.#context.post({ type: "flow", trunk, channel, writable }),
      down: (reason) => {
        this.#associations.delete(channel);
        if (!this.#stopped) this.#context.post({ type: "closed", trunk, channel, reason });
      },
    };
  }
}
