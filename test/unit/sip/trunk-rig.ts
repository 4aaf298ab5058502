import net from "node:net";
import type { TrunkAdapter } from "../../../gateway/adapter.ts";
import { sipLimits, type SipLimits } from "../../../gateway/sip/limits.ts";
import { createSipTrunk } from "../../../gateway/trunks/sip.ts";
import type { SipTrunkConfig } from "../../../src/config.ts";
import type { Input } from "../../../src/seam.ts";
import { type SipMessage, sipMessage, sipPdu } from "../../../src/trunk/sip-events.ts";

const config: SipTrunkConfig = {
  ...{ type: "sip", profile: "plain", domain: "pbx.example", cisSdp: "none" },
  ...{ assertedIdentity: true, t309Ms: 0, servers: [{ host: "127.0.0.1", port: 9 }] },
  listen: { host: "127.0.0.1", port: 0 },
};

/** One connection of a peer: what it was answered, and whether it still stands. */
export class RawPeer {
  text = "";
  isOpen = true;
  readonly #socket: net.Socket;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => {
      this.text += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.isOpen = false;
    });
  }

  write(text: string): void {
    this.#socket.write(text, "latin1");
  }

  stopReading(): void {
    this.#socket.pause();
  }

  /** The status codes of what it was answered. */
  get statuses(): string[] {
    return [...this.text.matchAll(/^SIP\/2\.0 (\d{3})/gm)].map(([, status]) => status ?? "");
  }

  destroy(): void {
    this.#socket.destroy();
  }
}

/** A sip trunk of ours that listens, without a core: what would have reached it, and what the log would say. */
export class TrunkRig {
  readonly inputs: Input[] = [];
  readonly warned: string[] = [];
  readonly #peers: RawPeer[] = [];
  #adapter: TrunkAdapter | undefined;

  static async start(limits: Partial<SipLimits> = {}): Promise<TrunkRig> {
    const rig = new TrunkRig();
    const post = (input: Input): void => void rig.inputs.push(input);
    const warn = (text: string): void => void rig.warned.push(text);
    const context = { neighbour: "west", post, warn, drained: () => undefined };
    rig.#adapter = await createSipTrunk(config, context, { ...sipLimits, ...limits });
    return rig;
  }

  /** A connection from this address of loopback. */
  async connect(from = "127.0.0.1"): Promise<RawPeer> {
    const port = Number(this.#adapter?.address?.split(":")[1]);
    const socket = net.connect({ host: "127.0.0.1", port, localAddress: from });
    const peer = new RawPeer(socket);
    this.#peers.push(peer);
    await new Promise((resolve) => socket.once("connect", resolve));
    return peer;
  }

  /** The SIP messages that reached the core. */
  get messages(): SipMessage[] {
    return this.inputs.flatMap((input) =>
      input.type === "received" && input.pdu.carrier === "sip" ? [sipMessage(input.pdu)] : [],
    );
  }

  /** From the core. */
  send(message: SipMessage): void {
    this.#adapter?.send("in", sipPdu(message));
  }

  async stop(): Promise<void> {
    for (const peer of this.#peers) peer.destroy();
    await this.#adapter?.stop();
  }
}

/** A request as a peer writes it. */
export function request(
  method: string,
  { call = "1", branch = "1", toTag = "", cseq = 1, extra = "", uri = "sip:2001@gw" } = {},
): string {
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/TCP peer.example;branch=z9hG4bK-${call}-${branch}-${method === "ACK" ? "INVITE" : method}`,
    "From: <sip:1001@peer.example>;tag=f",
    `To: <sip:2001@gw>${toTag === "" ? "" : `;tag=${toTag}`}`,
    `Call-ID: ${call}`,
    `CSeq: ${cseq} ${method}`,
    "Contact: <sip:1001@127.0.0.1:9;transport=tcp>",
    `${extra}Content-Length: 0`,
    "",
    "",
  ].join("\r\n");
}
