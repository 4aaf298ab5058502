import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { patienceMs, until } from "../until.ts";
import { peers } from "./require.ts";
import { partOf, rate, samplesOf, toneFile } from "./tone.ts";
import { freePort } from "../free-port.ts";

const modules = "/usr/lib/baresip/modules";

/** An event of baresip's ctrl_tcp: what happened to a call or a registration. */
export interface BaresipEvent {
  readonly type: string;
  readonly class?: string;
  readonly peeruri?: string;
  readonly peerdisplayname?: string;
  readonly param?: string;
}

interface Account {
  readonly number: string;
  /** The port of its registrar. */
  readonly registrar: number;
  readonly hertz: number | undefined;
  readonly name: string;
}

interface Told {
  readonly event?: true;
}

/** A Debian baresip: one phone on loopback that does what it is told over ctrl_tcp. */
export class Baresip {
  readonly number: string;
  /** The tone that its user whistles. */
  readonly hertz: number | undefined;
  readonly events: BaresipEvent[] = [];
  log = "";
  readonly #registrar: number;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #closed: Promise<unknown>;
  readonly #watchers = new Set<() => void>();
  #socket: net.Socket | undefined;
  #taken = 0;

  private constructor(account: Account, process: ChildProcess, folder: string) {
    const { number, registrar, hertz } = account;
    this.number = number;
    this.hertz = hertz;
    this.#registrar = registrar;
    this.#process = process;
    this.#folder = folder;
    this.#closed = new Promise((resolve) => process.once("close", resolve));
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.log += text;
      });
    }
  }

  /**
   * Resolves when it has registered at the registrar on this port. `hertz`: its user whistles, and listens; `name`: his
   * display name.
   */
  static async start(number: string, registrar: number, hertz?: number, name = ""): Promise<Baresip> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await Baresip.#launch({ number, registrar, hertz, name });
      } catch (error) {
        // A port that was free a moment ago may be another's by now; a registrar may still be coming up, and baresip
        // asks it once only.
        if (tries === 3 || !/Address already in use|Connection refused/.test(String(error))) throw error;
      }
    }
  }

  static async #launch(own: Account): Promise<Baresip> {
    const { number, registrar, hertz, name } = own;
    const program = peers.baresip.program();
    if (program === undefined) throw new Error(peers.baresip.reason());
    const folder = await mkdtemp(join(tmpdir(), "qsig-baresip-"));
    const [sip, control] = [await freePort(2), await freePort()];
    const tone = join(folder, "tone.wav");
    if (hertz !== undefined) await writeFile(tone, toneFile(hertz, 30));
    const audio = hertz === undefined ? echo : whistle(tone, folder);
    await writeFile(join(folder, "config"), configuration(sip, control, audio));
    const account = `${name === "" ? "" : `"${name}" `}<sip:${number}@127.0.0.1:${registrar};transport=tcp>`;
    const settings = `auth_pass=none;regint=60;answermode=manual`;
    await writeFile(join(folder, "accounts"), `${account};${settings}\n`);
    const phone = new Baresip(own, spawn(program, ["-f", folder]), folder);
    try {
      await phone.#control(control);
      await phone.#registered();
      return phone;
    } catch (error) {
      await phone.stop();
      throw error;
    }
  }

  dial(number: string): void {
    this.#command("dial", `sip:${number}@127.0.0.1:${this.#registrar};transport=tcp`);
  }

  answer(): void {
    this.#command("accept");
  }

  hangUp(): void {
    this.#command("hangup");
  }

  /** Any other command of its menu. */
  command(name: string, params?: string): void {
    this.#command(name, params);
  }

  /** The next event of this type that no call of this took before. */
  async event(type: string): Promise<BaresipEvent> {
    const find = () => this.events.findIndex((event, at) => at >= this.#taken && event.type === type);
    const at = await until(
      () => (find() < 0 ? undefined : find() + 1),
      (look) => {
        this.#watchers.add(look);
        return () => this.#watchers.delete(look);
      },
      {
        complaint: () => `${this.number}: ${type}; it told ${this.events.map(({ type: told }) => told).join(", ")}`,
      },
    );
    this.#taken = at;
    return this.events[at - 1] as BaresipEvent;
  }

  /** How long it heard something in its last call, which is over, and which part of that was each frequency. */
  async heard(...hertz: readonly number[]): Promise<{ readonly seconds: number; readonly parts: readonly number[] }> {
    const files = (await readdir(this.#folder)).filter((name) => /^dump-.*-dec\.wav$/.test(name)).sort();
    const last = files.at(-1);
    if (last === undefined) return { seconds: 0, parts: hertz.map(() => 0) };
    const samples = samplesOf(await readFile(join(this.#folder, last)));
    return { seconds: samples.length / rate, parts: hertz.map((each) => partOf(samples, each)) };
  }

  /** It loses its power: nobody is told. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#closed;
  }

  async stop(): Promise<void> {
    this.#socket?.destroy();
    this.#process.kill("SIGTERM");
    const tooLong = setTimeout(() => this.#process.kill("SIGKILL"), 3000);
    await this.#closed;
    clearTimeout(tooLong);
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Its event may have come before we listened: it is in the log. */
  async #registered(): Promise<void> {
    const giveUp = performance.now() + patienceMs;
    while (!/ 200 OK /.test(this.log)) {
      const isRefused = this.log.includes("Connection refused");
      if (isRefused || performance.now() > giveUp)
        throw new Error(`${this.number} is not registered: ${this.log.slice(-2000)}`);
      await sleep(50);
    }
  }

  #command(command: string, params?: string): void {
    const text = JSON.stringify({ command, ...(params === undefined ? {} : { params }), token: "t" });
    this.#socket?.write(`${Buffer.byteLength(text)}:${text},`);
  }

  async #control(port: number): Promise<void> {
    const giveUp = performance.now() + patienceMs;
    for (;;) {
      const socket = net.connect({ host: "127.0.0.1", port });
      const isThere = await new Promise<boolean>((resolve) => {
        socket.once("connect", () => resolve(true));
        socket.once("error", () => resolve(false));
      });
      if (isThere) {
        this.#socket = socket;
        return this.#listen(socket);
      }
      if (performance.now() > giveUp) throw new Error(`baresip takes no commands: ${this.log.slice(-2000)}`);
      await sleep(50);
    }
  }

  /** Netstrings: length, colon, JSON, comma. */
  #listen(socket: net.Socket): void {
    let rest = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const colon = rest.indexOf(":");
        const length = Number(rest.toString("latin1", 0, Math.max(colon, 0)));
        if (colon < 0 || rest.length < colon + length + 2) return;
        const told = JSON.parse(rest.toString("utf8", colon + 1, colon + 1 + length)) as BaresipEvent & Told;
        rest = rest.subarray(colon + length + 2);
        if (told.event === true) this.events.push(told);
        for (const look of [...this.#watchers]) look();
      }
    });
  }
}

/** What it hears it says. */
const echo = { source: "aubridge,pseudo", lines: ["module aubridge.so"] };

/** It says the tone; what was said and heard in a call is written into the folder. */
function whistle(tone: string, folder: string): typeof echo {
  const modules = ["aubridge", "aufile", "sndfile"].map((name) => `module ${name}.so`);
  return { source: `aufile,${tone}`, lines: [...modules, `snd_path ${folder}`] };
}

function configuration(sip: number, control: number, audio: typeof echo): string {
  return [
    "poll_method epoll",
    "call_local_timeout 120",
    "call_max_calls 4",
    `sip_listen 127.0.0.1:${sip}`,
    "net_interface 127.0.0.1",
    "audio_player aubridge,pseudo",
    `audio_source ${audio.source}`,
    "audio_alert aubridge,pseudo",
    "rtp_timeout 0",
    `module_path ${modules}`,
    "module g711.so",
    ...audio.lines,
    ...["account", "ctrl_tcp", "menu"].map((module) => `module_app ${module}.so`),
    `ctrl_tcp_listen 127.0.0.1:${control}`,
    "",
  ].join("\n");
}
