import dgram from "node:dgram";
import { Random } from "../../../src/simulation/random.ts";

/** What happens to packets, each as a share of them. */
export interface Losses {
  readonly lost: number;
  readonly late: number;
  readonly twice: number;
}

/** A UDP relay in front of one server, seeded: every client has a socket of its own toward it. */
export class LossyRelay {
  readonly #socket = dgram.createSocket("udp4");
  readonly #toServer = new Map<string, dgram.Socket>();
  readonly #server: number;
  readonly #losses: Losses;
  readonly #random: Random;
  /** Packets that were let through, and such as were not. */
  passed = 0;
  lost = 0;
  /** While false, everything is lost. */
  open = true;
  /** Looks at each packet: true, and just this one is lost. */
  swallows: (packet: Buffer, to: "server" | "client") => boolean = () => false;
  /** Puts another packet in the place of each. */
  changes: (packet: Buffer) => Buffer = (packet) => packet;

  constructor(server: number, losses: Losses, seed: number) {
    this.#server = server;
    this.#losses = losses;
    this.#random = new Random(seed);
  }

  async start(): Promise<number> {
    this.#socket.on("message", (packet, { port }) => {
      if (this.swallows(packet, "server")) return;
      const changed = this.changes(packet);
      this.#carry(() => this.#of(port).send(changed, this.#server, "127.0.0.1"));
    });
    await new Promise<void>((resolve) => this.#socket.bind(0, "127.0.0.1", resolve));
    return this.#socket.address().port;
  }

  async stop(): Promise<void> {
    this.open = false;
    for (const socket of [this.#socket, ...this.#toServer.values()]) {
      await new Promise<void>((resolve) => socket.close(() => resolve()));
    }
  }

  #of(client: number): dgram.Socket {
    const known = this.#toServer.get(String(client));
    if (known !== undefined) return known;
    const socket = dgram.createSocket("udp4");
    socket.on("message", (packet) => {
      if (this.swallows(packet, "client")) return;
      const changed = this.changes(packet);
      this.#carry(() => this.#socket.send(changed, client, "127.0.0.1"));
    });
    this.#toServer.set(String(client), socket);
    return socket;
  }

  #carry(send: () => void): void {
    const { lost, late, twice } = this.#losses;
    if (!this.open || this.#chance(lost)) {
      this.lost += 1;
      return;
    }
    this.passed += 1;
    const deliver = (): void => {
      if (this.open) send();
    };
    if (this.#chance(late)) setTimeout(deliver, 5 + this.#random.below(20));
    else deliver();
    if (this.#chance(twice)) deliver();
  }

  #chance(share: number): boolean {
    return this.#random.below(1000) < share * 1000;
  }
}
