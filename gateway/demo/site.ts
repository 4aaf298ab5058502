import type { LineKey } from "../../src/lines/line.ts";
import type { Channel } from "../../src/ids.ts";
import type { Input } from "../../src/seam.ts";
import type { UserKey } from "../../src/users/screen.ts";
import type { AdapterContext, LineAdapter, PhoneAdapter, TrunkAdapter } from "../adapter.ts";
import type { ClusterOutput, DemoCluster, PhoneAction, Refusal } from "../../src/pbx/cluster.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";

/** Called with each phone that has changed. */
export type PhoneSubscriber = (phone: PhoneView) => void;

/**
 * One demo cluster where it stands in a gateway. Trunk, line monitor and phones are three adapters of one cluster, as
 * three connections to one real PBX would be, so they are made here and share it.
 */
export class DemoSite {
  readonly #cluster: DemoCluster;
  /** The last snapshot posted of each line that is watched, as JSON. */
  readonly #watched = new Map<LineKey, string>();
  readonly #subscribers = new Set<PhoneSubscriber>();
  #post: (input: Input) => void = () => {};
  #channel: Channel | undefined;

  constructor(cluster: DemoCluster) {
    this.#cluster = cluster;
  }

  views(): readonly PhoneView[] {
    return this.#cluster.views();
  }

  has(number: string): boolean {
    return this.#cluster.has(number);
  }

  /** A user does something at a phone. */
  act(number: string, action: PhoneAction): Refusal {
    const refusal = this.#cluster.act(number, action);
    this.#drain();
    return refusal;
  }

  /** Returns what ends the subscription. */
  subscribe(subscriber: PhoneSubscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => void this.#subscribers.delete(subscriber);
  }

  /** The cluster ends its trunk in this process: a channel is there as soon as the gateway opens it. */
  trunk(context: AdapterContext): TrunkAdapter {
    this.#post = context.post;
    return {
      send: (channel, pdu) => {
        if (channel !== this.#channel) return;
        this.#cluster.receive(pdu.octets);
        this.#drain();
      },
      open: (channel) => {
        this.#channel = channel;
        this.#cluster.trunk(true);
        this.#post({ type: "opened", trunk: this.#cluster.name, channel, by: "us" });
      },
      close: (channel, reason) => {
        if (channel !== this.#channel) return;
        this.#channel = undefined;
        this.#cluster.trunk(false);
        this.#post({ type: "closed", trunk: this.#cluster.name, channel, reason });
        this.#drain();
      },
      stop: async () => {
        this.#post = () => {};
      },
    };
  }

  lines(): LineAdapter {
    return {
      watch: (line) => {
        this.#watched.set(line, "");
        this.#postLine(line);
      },
      unwatch: (line) => void this.#watched.delete(line),
      stop: async () => this.#watched.clear(),
    };
  }

  phones(): PhoneAdapter {
    const done = (id: number, refusal: Refusal) => {
      this.#post({ type: "done", of: id, ...(refusal === undefined ? { ok: true } : { ok: false, reason: refusal }) });
      this.#drain();
    };
    return {
      notify: (id, user, screen, sound) => done(id, this.#cluster.show(numberOf(user), screen, sound)),
      placeCall: (id, user, to) => done(id, this.#cluster.act(numberOf(user), { action: "dial", to })),
      stop: async () => {},
    };
  }

  #drain(): void {
    for (let output = this.#cluster.poll(); output !== undefined; output = this.#cluster.poll()) this.#give(output);
  }

  #give(output: ClusterOutput): void {
    const trunk = this.#cluster.name;
    switch (output.type) {
      case "send": {
        const channel = this.#channel;
        const pdu = { carrier: "qsig", octets: output.octets } as const;
        if (channel !== undefined) this.#post({ type: "received", trunk, channel, pdu });
        break;
      }
      case "press":
        this.#post({ type: "user", user: `${trunk}/${output.number}`, press: output.press });
        break;
      case "failed": {
        const { number, to, cause, alerted } = output;
        this.#post({ type: "callFailed", call: { line: `${trunk}/${number}`, to, cause, alerted } });
        break;
      }
      case "phone": {
        this.#postLine(`${trunk}/${output.number}`);
        const view = this.#cluster.view(output.number);
        if (view !== undefined) for (const subscriber of this.#subscribers) subscriber(view);
        break;
      }
      default:
        output satisfies never;
    }
  }

  /** The whole truth of a watched line, where it differs from what was said last. */
  #postLine(line: LineKey): void {
    const said = this.#watched.get(line);
    const snapshot = this.#cluster.snapshot(numberOf(line));
    const now = JSON.stringify(snapshot);
    if (said === undefined || said === now) return;
    this.#watched.set(line, now);
    this.#post({ type: "line", line, snapshot });
  }
}

/** The number of a user or line, `neighbour/number`. */
function numberOf(key: UserKey): string {
  return key.slice(key.indexOf("/") + 1);
}
