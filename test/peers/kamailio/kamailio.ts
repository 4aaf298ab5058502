import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../root.ts";
import { peers } from "../require.ts";
import { patienceMs } from "../../until.ts";

/** A Debian kamailio of our own configuration, on loopback, in a folder of its own. */
export class Kamailio {
  readonly port: number;
  log = "";
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #closed: Promise<unknown>;

  private constructor(port: number, process: ChildProcess, folder: string) {
    this.port = port;
    this.#process = process;
    this.#folder = folder;
    this.#closed = new Promise((resolve) => process.once("close", resolve));
    process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.log += text;
    });
  }

  /** Calls of 1xxx go to this port of the gateway; with `auth` its INVITEs are challenged. */
  static async start(ports: {
    readonly own: number;
    readonly gateway: number;
    readonly auth?: boolean;
  }): Promise<Kamailio> {
    const program = peers.kamailio.program();
    if (program === undefined) throw new Error(peers.kamailio.reason());
    const folder = await mkdtemp(join(tmpdir(), "qsig-kamailio-"));
    const source = await readFile(join(root, "test/peers/kamailio/kamailio.cfg"), "utf8");
    const file = join(folder, "kamailio.cfg");
    await writeFile(file, source.replaceAll("GATEWAY_PORT", String(ports.gateway)));
    const own = ["-Y", folder, "-w", folder, "-P", join(folder, "pid"), "-l", `tcp:127.0.0.1:${ports.own}`];
    const defines = ports.auth === true ? ["-A", "WITH_AUTH"] : [];
    const process = spawn(program, ["-DD", "-E", "-m", "64", "-M", "8", "-f", file, ...own, ...defines]);
    const kamailio = new Kamailio(ports.own, process, folder);
    await kamailio.#listens();
    return kamailio;
  }

  async stop(): Promise<void> {
    this.#process.kill("SIGTERM");
    const tooLong = setTimeout(() => this.#process.kill("SIGKILL"), 5000);
    await this.#closed;
    clearTimeout(tooLong);
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #listens(): Promise<void> {
    const until = performance.now() + patienceMs;
    while (!(await accepts(this.port))) {
      if (performance.now() > until || this.#process.exitCode !== null) {
        await this.stop();
        throw new Error(`kamailio does not listen on ${this.port}: ${this.log.slice(-2000)}`);
      }
      await sleep(50);
    }
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
