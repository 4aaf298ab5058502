import net from "node:net";
import { Cutter, heads } from "./cutter.ts";
import { type End, otherEnd } from "./flows.ts";
import { type MessageKey, messages, octetsOf, Template, typeOf } from "./messages.ts";
import { type Arrival, FramePath, type Station, type Templates } from "./path.ts";

/** Length, address, control. */
const headOctets = 6;
const window = 7;

/** C/R of a command and of a response: the near end is the user side, the far end the network side (Q.921 3.3.2). */
const addresses = { near: { command: 0x00, response: 0x02 }, far: { command: 0x02, response: 0x00 } } as const;

function templatesOf(end: End): Templates {
  const { command } = addresses[end];
  const made = Object.keys(messages).map((key) => {
    const message = octetsOf(key as MessageKey);
    const length = message.length + 4;
    const octets = Uint8Array.of(length >> 8, length, command, 0x01, 0, 0, ...message);
    return [key, new Template(typeOf(key as MessageKey), octets, headOctets + 2)] as const;
  });
  return Object.fromEntries(made) as unknown as Templates;
}

const templates = { near: templatesOf("near"), far: templatesOf("far") } as const;

/** A Q.921 data link on one connection, as far as TCP leaves something to do: no frame is ever lost. */
class LapdPath extends FramePath {
  readonly #socket: net.Socket;
  readonly #end: End;
  readonly #arrival: Arrival;
  readonly #queue: Uint8Array[] = [];
  #vs = 0;
  #va = 0;
  #vr = 0;
  #owes = false;
  isUp = false;

  constructor(socket: net.Socket, end: End, arrival: Arrival) {
    super(templates[end]);
    this.#socket = socket;
    this.#end = end;
    this.#arrival = arrival;
    const cutter = new Cutter(heads.lapd);
    socket.on("data", (chunk: Buffer) => {
      socket.cork();
      cutter.push(chunk, (frame) => this.#received(frame));
      if (this.#owes) this.#supervise(false);
      socket.uncork();
    });
  }

  establish(): void {
    this.#socket.write(Uint8Array.of(0, 3, addresses[this.#end].command, 0x01, 0x7f));
  }

  protected write(frame: Uint8Array): void {
    this.#queue.push(frame);
    this.#transmit();
  }

  #transmit(): void {
    while (this.#queue.length > 0 && ((this.#vs - this.#va) & 0x7f) < window) {
      const frame = this.#queue.shift();
      if (frame === undefined) return;
      frame[4] = this.#vs << 1;
      frame[5] = this.#vr << 1;
      this.#vs = (this.#vs + 1) & 0x7f;
      this.#owes = false;
      this.#socket.write(frame);
    }
  }

  #received(frame: Buffer): void {
    const [, , address = 0, , control = 0, next = 0] = frame;
    if ((control & 0x03) === 0x03) return this.#unnumbered(control);
    this.#va = next >> 1;
    if ((control & 0x01) === 0) {
      this.#owes = true;
      // A busy machine lets T200 run out, and what had come comes once more.
      if (control >> 1 === this.#vr) {
        this.#vr = (this.#vr + 1) & 0x7f;
        this.#arrival(this, frame, headOctets);
      }
    } else if (address === addresses[otherEnd[this.#end]].command && (next & 1) === 1) this.#supervise(true);
    this.#transmit();
  }

  #unnumbered(control: number): void {
    const isEstablishment = (control & 0xef) === 0x6f;
    [this.#vs, this.#va, this.#vr] = [0, 0, 0];
    this.isUp = true;
    if (!isEstablishment) return;
    this.#socket.write(Uint8Array.of(0, 3, addresses[this.#end].response, 0x01, 0x63 | (control & 0x10)));
  }

  #supervise(final: boolean): void {
    this.#owes = false;
    const { response } = addresses[this.#end];
    this.#socket.write(Uint8Array.of(0, 4, response, 0x01, 0x01, (this.#vr << 1) | Number(final)));
  }
}

/** A data link. A gateway sets it up by itself; where the other end is one of us, the near one does (`bare`). */
export async function lapdStation(
  end: End,
  port: number,
  bare: boolean,
  arrival: Arrival,
): Promise<Station & { isUp(): boolean; stop(): void }> {
  const socket = net.connect({ host: "127.0.0.1", port, noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const path = new LapdPath(socket, end, arrival);
  if (bare && end === "near") path.establish();
  return { path: () => path, isUp: () => path.isUp, stop: () => void socket.destroy() };
}
