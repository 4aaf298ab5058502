import net from "node:net";
import { mannerOf, withTunnel } from "../../../src/trunk/h225-messages.ts";
import { decodeMessage, DecodeError } from "../../../codecs/index.ts";
import { Cutter, heads } from "./cutter.ts";
import { markers, type MessageKey, messages, octetsOf, Template, typeOf } from "./messages.ts";
import { type Arrival, FramePath, type Path, type Station, type Templates } from "./path.ts";

const tpktOctets = 4;
/** OBJECT IDENTIFIER 1.3.12.9 with its length: the tunnelled message is behind it, a count and a length. */
const tunnel = Uint8Array.of(3, 0x2b, 0x0c, 9);

/** How many connections each end opens; calls take them in turn. */
const connections = 4;

const templates = Object.fromEntries(
  Object.keys(messages).map((key) => [key, templateOf(key as MessageKey)]),
) as unknown as Templates;

function templateOf(key: MessageKey): Template {
  const inner = octetsOf(key);
  const message = decodeMessage(inner);
  if (message instanceof DecodeError || message.message === null) throw new Error(`${key} cannot be read`);
  const outer = withTunnel(
    {
      callReference: { value: 0, flag: 0, length: 2 },
      callIdentifier: markers.guid,
      conferenceID: markers.guid,
      manner: mannerOf({ type: "h323", peers: [], multipleCalls: true }),
    },
    { message: message.message, ies: message.ies },
    inner,
  );
  const length = outer.length + tpktOctets;
  const octets = Uint8Array.of(3, 0, length >> 8, length, ...outer);
  return new Template(typeOf(key), octets, innerAt(octets) + 2, tpktOctets + 2);
}

/** Where the tunnelled message begins. */
function innerAt(frame: Uint8Array): number {
  const buffer = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
  // The announcement of the tunnel in an endpoint's type has the same octets, before it.
  const at = buffer.lastIndexOf(tunnel);
  // Nothing in it: the outer message speaks for itself.
  if (at === -1 || frame[at + tunnel.length] === 0) return tpktOctets;
  const length = at + tunnel.length + 1;
  return (frame[length] ?? 0) < 0x80 ? length + 1 : length + 2;
}

/** A TCP connection of H.225.0 calls. */
class H225Path extends FramePath {
  readonly #socket: net.Socket;
  /** Inner references of the relay's calls, by outer ones: only of ours they are the same. */
  readonly #inner = new Map<number, number>();

  constructor(socket: net.Socket, arrival: Arrival) {
    super(templates);
    this.#socket = socket;
    const cutter = new Cutter(heads.h323);
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.on("data", (chunk: Buffer) => {
      socket.cork();
      cutter.push(chunk, (frame) => arrival(this, frame, innerAt(frame)));
      socket.uncork();
    });
  }

  override referenceOf(frame: Uint8Array, at: number): number {
    const outer = super.referenceOf(frame, tpktOctets);
    if (at !== tpktOctets) this.#inner.set(outer, super.referenceOf(frame, at));
    return outer;
  }

  protected override innerOf(reference: number): number {
    return this.#inner.get(reference) ?? reference;
  }

  protected write(frame: Uint8Array): void {
    this.#socket.write(frame);
  }
}

/** A peer of the relay: listens, and calls it as soon as `call` says where. */
export class H323Station implements Station {
  readonly #arrival: Arrival;
  readonly #server = net.createServer((socket) => this.#take(socket));
  readonly #sockets = new Set<net.Socket>();
  readonly #paths: Path[] = [];
  #next = 0;

  constructor(arrival: Arrival) {
    this.#arrival = arrival;
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", 4096, resolve));
    return (this.#server.address() as net.AddressInfo).port;
  }

  async call(port: number): Promise<void> {
    for (let count = 0; count < connections; count += 1) {
      const socket = net.connect({ host: "127.0.0.1", port });
      await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
      this.#paths.push(this.#take(socket));
    }
  }

  path(): Path {
    this.#next += 1;
    const path = this.#paths[this.#next % this.#paths.length];
    if (path === undefined) throw new Error("the station has not called yet");
    return path;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #take(socket: net.Socket): Path {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    return new H225Path(socket, this.#arrival);
  }
}
