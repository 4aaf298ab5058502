import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import net from "node:net";
import { join } from "node:path";
import { root } from "../../root.ts";
import { peers } from "../require.ts";
import { freePort } from "../../free-port.ts";

const tables = ["standard", "presence", "dialog", "usrloc"];
const modules = "/usr/lib/x86_64-linux-gnu/kamailio/modules/";
const shared = "/usr/share/kamailio/db_sqlite";

/** Debian's kamailio with its event packages dialog, reg and presence, on loopback. It ends with `stop`, by its id. */
export class PresenceCluster {
  readonly port: number;
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "qsig-kamailio-"));
  readonly #trunk: string;
  readonly #auth: boolean;
  #process: ChildProcess | undefined;
  #log = "";

  private constructor(program: string, port: number, trunk: string, auth: boolean) {
    this.#program = program;
    this.port = port;
    this.#trunk = trunk;
    this.#auth = auth;
  }

  /**
   * `trunk`: HOST:PORT that numbers of the other cluster are sent to. `auth`: the gateway's requests are challenged,
   * for the password `secret`.
   */
  static async start({ trunk = "", auth = false } = {}): Promise<PresenceCluster> {
    const program = peers.kamailio.program();
    if (program === undefined) throw new Error(peers.kamailio.reason());
    // A port that was free may be somebody's when kamailio comes to it.
    for (let tries = 1; ; tries += 1) {
      const kamailio = new PresenceCluster(program, await freePort(), trunk, auth);
      kamailio.#prepare();
      try {
        await kamailio.launch();
        return kamailio;
      } catch (error) {
        await kamailio.stop();
        if (tries === 3) throw error;
      }
    }
  }

  get log(): string {
    return this.#log;
  }

  /** Starts it, the first time and after `kill`. Resolves when it takes connections. */
  async launch(): Promise<void> {
    const args = ["-f", join(this.#folder, "kamailio.cfg"), "-DD", "-E", "-P", join(this.#folder, "pid")];
    if (this.#auth) args.push("-A", "WITH_AUTH");
    const started = spawn(this.#program, [...args, "-Y", this.#folder], { stdio: ["ignore", "ignore", "pipe"] });
    started.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#log += text;
    });
    this.#process = started;
    for (let tries = 0; tries < 500; tries += 1) {
      if (started.exitCode !== null) throw new Error(`kamailio ended: ${this.#log.slice(-2000)}`);
      const isThere = await takesConnections(this.port);
      await new Promise((resolve) => setTimeout(resolve, isThere ? 200 : 20));
      // One that could not have its port ends at once, and whoever has it took the connection.
      if (isThere && started.exitCode === null) return;
    }
    throw new Error(`kamailio does not come up: ${this.#log.slice(-2000)}`);
  }

  /** From now on NOTIFYs that say the last call of a line is over are lost, or no longer. */
  async loseNotify(lose: boolean): Promise<void> {
    await this.#tell("lose-notify", [`X-Lose: ${lose ? 1 : 0}`]);
  }

  /** From now on calls of the one go to the other. */
  async forward(from: string, to: string): Promise<void> {
    await this.#tell("forward", [`X-From: ${from}`, `X-To: ${to}`]);
  }

  /** All its processes end, its subscriptions and registrations with them. */
  async kill(): Promise<void> {
    const running = this.#process;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("close", resolve));
    running.kill("SIGTERM");
    const hard = setTimeout(() => running.kill("SIGKILL"), 3_000);
    await ended;
    clearTimeout(hard);
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Its routes do something for the tests when asked OPTIONS of a name. */
  async #tell(name: string, headers: readonly string[] = []): Promise<void> {
    const socket = net.connect({ host: "127.0.0.1", port: this.port });
    const uri = `sip:${name}@127.0.0.1:${this.port}`;
    const fields = [
      ...[`Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK${name}`, "Max-Forwards: 9", "From: <sip:test@127.0.0.1>;tag=t"],
      ...[`To: <${uri}>`, `Call-ID: ${name}`, "CSeq: 1 OPTIONS", ...headers, "Content-Length: 0", "", ""],
    ];
    socket.write([`OPTIONS ${uri} SIP/2.0`, ...fields].join("\r\n"));
    const [answer] = (await once(socket, "data")) as [Buffer];
    socket.destroy();
    if (!answer.toString("latin1").startsWith("SIP/2.0 200")) throw new Error(`kamailio: ${answer.toString("latin1")}`);
  }

  #prepare(): void {
    const database = join(this.#folder, "cluster.db");
    const sql = tables.map((table) => readFileSync(join(shared, `${table}-create.sql`), "utf8"));
    // Said once for the file: kamailio's processes that say it at their start lock each other out.
    execFileSync("sqlite3", [database], { input: ["PRAGMA journal_mode = WAL;", ...sql].join("\n") });
    const text = readFileSync(join(root, "test/peers/kamailio/presence.cfg"), "utf8");
    const config = text
      .replaceAll("PORT", String(this.port))
      .replaceAll("FOLDER", this.#folder)
      .replaceAll("MODULES", modules)
      .replaceAll("TRUNK", this.#trunk);
    writeFileSync(join(this.#folder, "kamailio.cfg"), config);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      // Where nobody listens, TCP may connect a port of its own choice to itself.
      const isItself = socket.localPort === port;
      socket.destroy();
      resolve(!isItself);
    });
    socket.once("error", () => resolve(false));
  });
}
