import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { peers } from "./require.ts";

/** The program on libusrsctp: an SCTP endpoint that does what it is told. */
export class UsrsctpPeer {
  readonly received: { readonly stream: number; readonly ppid: number; readonly hex: string }[] = [];
  isListening = false;
  isUp = false;
  isDown = false;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<unknown>;

  /**
   * Ports are those of UDP on this machine, `sctp` the same at both ends. Ports 0: on IP, with a peer at `address`.
   */
  constructor(
    role: "connect" | "listen",
    ports: { readonly local: number; readonly remote: number; readonly sctp: number },
    address = "127.0.0.1",
  ) {
    const program = peers.usrsctp.program();
    if (program === undefined) throw new Error(peers.usrsctp.reason());
    this.#process = spawn(program, [role, ports.local, ports.remote, ports.sctp, address].map(String));
    this.#closed = new Promise((resolve) => this.#process.once("close", resolve));
    createInterface({ input: this.#process.stdout }).on("line", (line) => this.#line(line));
  }

  send(stream: number, hex: string): void {
    this.#process.stdin.write(`send ${stream} ${hex}\n`);
  }

  abort(): void {
    this.#process.stdin.write("abort\n");
  }

  /** As a power cut would: nothing is said to anybody. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#closed;
  }

  async stop(): Promise<void> {
    this.#process.stdin.end();
    await this.#closed;
  }

  #line(line: string): void {
    const [what, stream = "", ppid = "", hex = ""] = line.split(" ");
    if (what === "listening") this.isListening = true;
    if (what === "up") this.isUp = true;
    if (what === "down") this.isDown = true;
    if (what === "message") this.received.push({ stream: Number(stream), ppid: Number(ppid), hex });
  }
}
