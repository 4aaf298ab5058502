import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { StoredRequest } from "../../src/completion/record.ts";
import type { PhoneAction } from "../../src/pbx/cluster.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";
import { root } from "../root.ts";
import type { Request, Setup } from "./gateway-process.ts";
import { Namespaces } from "./namespaces.ts";
import { patienceMs } from "../until.ts";

const run = promisify(execFile);
const keepAliveMs = 3000;

/** One of two gateways, in its namespace and process. Its phones have the numbers X001 and X002. */
export class GatewayProcess {
  readonly #namespace: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: { resolve(line: string): void; reject(error: Error): void }[] = [];
  readonly #log: string[] = [];
  #url = "";

  private constructor(namespace: string, setup: Setup) {
    this.#namespace = namespace;
    const program = join(root, "dist/test/netns/gateway-process.js");
    const words = ["netns", "exec", namespace, process.execPath, program, JSON.stringify(setup)];
    this.#child = spawn("ip", words);
    createInterface({ input: this.#child.stdout }).on("line", (line) => this.#answers.shift()?.resolve(line));
    this.#child.once("exit", (code) => {
      for (const { reject } of this.#answers.splice(0))
        reject(new Error(`the gateway ended with ${code}: ${this.log}`));
    });
    this.#child.stderr.on("data", (chunk: Buffer) => this.#log.push(chunk.toString()));
  }

  static async start(namespaces: Namespaces, at: 0 | 1, more: string): Promise<GatewayProcess> {
    const [own, far] = at === 0 ? ([1, 2] as const) : ([2, 1] as const);
    const [address, peer] = at === 0 ? Namespaces.addresses : Namespaces.addresses.toReversed();
    const config = `
gateway: { name: gw-${own}, api: { bind: "127.0.0.1:0" } }
neighbours:
  own:
    numbers: ["${own}xxx"]
    trunk: { type: demo }
    media: external
    callCompletion: { mode: assisted, guard: 100ms${more} }
    lines: { type: demo }
    phones: { type: demo }
  far:
    numbers: ["${far}xxx"]
    trunk: { type: h323, listen: "${address}:1720", peers: ["${peer}:1720"] }
    media: external
    callCompletion: { mode: native${more} }
`;
    const setup = { config, phones: [`${own}001`, `${own}002`], limits: { keepAliveMs } };
    const gateway = new GatewayProcess(namespaces.names[at], setup);
    const line = await gateway.#line();
    if (!line.startsWith("ready ")) throw new Error(`${line}\n${gateway.log}`);
    gateway.#url = line.slice("ready ".length);
    return gateway;
  }

  get log(): string {
    return this.#log.join("");
  }

  async act(number: string, act: PhoneAction): Promise<void> {
    const refusal = await this.#ask({ act, number });
    if (refusal !== null) throw new Error(`phone ${number}: ${String(refusal)}`);
  }

  async phone(number: string): Promise<PhoneView> {
    return (await this.#ask({ phone: number })) as PhoneView;
  }

  async phoneWhen(number: string, when: (phone: PhoneView) => boolean, timeoutMs = patienceMs): Promise<PhoneView> {
    return eventually(
      () => this.phone(number),
      when,
      timeoutMs,
      (phone) => `${String(when)}: ${JSON.stringify(phone)}`,
    );
  }

  /** As `qsig requests --json` says, each as `originating Active`. */
  async requests(): Promise<string[]> {
    const cli = join(root, "dist/gateway/cli/main.js");
    const words = ["netns", "exec", this.#namespace, process.execPath, cli, "requests", "--json", "--url", this.#url];
    const { stdout } = await run("ip", words);
    return stdout.split("\n").flatMap((line) => {
      if (line === "") return [];
      const { role, state } = JSON.parse(line) as StoredRequest;
      return [`${role} ${state}`];
    });
  }

  async requestsWhen(due: readonly string[], timeoutMs = patienceMs): Promise<void> {
    const isDue = (are: readonly string[]): boolean => are.join() === due.join();
    const complaint = (are: readonly string[]): string => `requests are ${are.join(", ")}, not ${due.join(", ")}`;
    // A process for each look would cost more than what is looked at.
    const look = async (): Promise<string[]> => (await this.#ask({ requests: true })) as string[];
    await eventually(look, isDue, timeoutMs, complaint);
    const said = await this.requests();
    if (!isDue(said)) throw new Error(`qsig requests says otherwise: ${complaint(said)}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.stdin.end();
    const tooLong = setTimeout(() => this.#child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(tooLong);
  }

  async #ask(request: Request): Promise<unknown> {
    const line = this.#line();
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return JSON.parse(await line) as unknown;
  }

  #line(): Promise<string> {
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }
}

/** What `look` gives as soon as it is due; rejects with the complaint about the last. */
async function eventually<Seen>(
  look: () => Promise<Seen>,
  isDue: (seen: Seen) => boolean,
  timeoutMs: number,
  complaint: (seen: Seen) => string,
): Promise<Seen> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (isDue(seen)) return seen;
    if (performance.now() > end) throw new Error(`not within ${timeoutMs} ms: ${complaint(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
