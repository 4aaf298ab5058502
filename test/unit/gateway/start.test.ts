import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { main } from "../../../gateway/cli/main.ts";
import { qsig, Terminal } from "./terminal.ts";

const config = `
gateway: { name: gw-1, api: { bind: "127.0.0.1:0" } }
neighbours:
  east: { numbers: [1xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
  west: { numbers: [2xxx], trunk: { type: lapd, connect: "127.0.0.1:9", side: user } }
`;
const readyLine = /^ready (http:\/\/127\.0\.0\.1:\d+\/)\n$/;

describe("qsig start", () => {
  let folder = "";
  let path = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "qsig-start-"));
    path = join(folder, "gw.yaml");
    await writeFile(path, config);
  });
  after(() => rm(folder, { recursive: true }));

  const cleanup: (() => unknown)[] = [];
  afterEach(async () => {
    for (const clean of cleanup.splice(0)) await clean();
  });

  /** A gateway in this process, ready. */
  async function started(...args: string[]) {
    const terminal = new Terminal({ QSIG_LOG: "error" });
    const status = main(["start", ...args], terminal.io);
    cleanup.push(() => terminal.end());
    while (!readyLine.test(terminal.stdout)) await new Promise((resolve) => setTimeout(resolve, 5));
    const url = readyLine.exec(terminal.stdout)?.[1] ?? "";
    return { terminal, status, url };
  }

  it("prints one ready line, answers there, and ends with 0 when it is asked to", async () => {
    const { terminal, status, url } = await started("--config", path);
    const { stdout } = await qsig(["trunks", "--url", url]);
    expect(stdout).to.match(
      /^TRUNK +TYPE +STATE +SINCE +LINK +LISTENS\neast +lapd +.* 127\.0\.0\.1:\d+\nwest +lapd +.* -\n$/,
    );
    terminal.end();
    expect(await status).to.equal(0);
    expect(terminal.stdout).to.match(readyLine);
    expect((await qsig(["trunks", "--url", url])).status).to.equal(1);
  });

  it("shows requests of a running gateway, and refuses in the gateway's own words", async () => {
    const { url } = await started("--config", path);
    const ask = (...args: string[]) => qsig(["requests", ...args, "--url", url]);
    expect(await ask()).to.deep.equal({ status: 0, stdout: "no requests\n", stderr: "" });
    expect(await ask("list", "--json")).to.deep.equal({ status: 0, stdout: "", stderr: "" });
    expect((await ask("show", "r/1")).stderr).to.equal(
      "qsig: there is no request r/1; qsig requests list shows those that stand\n",
    );
    expect((await ask("cancel", "r1")).status).to.equal(1);
    expect((await ask("activate", "5001", "1001")).stderr).to.equal("qsig: no neighbour has the number 5001\n");
    expect((await ask("activate", "south/5001", "1001")).stderr).to.equal("qsig: there is no neighbour south\n");
    expect((await ask("activate", "2001", "abc")).stderr).to.contain("qsig: send ");
  });

  it("with --port listens there, and says so where it cannot", async () => {
    const taken = net.createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    cleanup.push(() => taken.close());
    const port = String((taken.address() as net.AddressInfo).port);
    const { status, stdout, stderr } = await qsig(["start", "--config", path, "--port", port], { QSIG_LOG: "error" });
    expect({ status, stdout }).to.deep.equal({ status: 1, stdout: "" });
    expect(stderr).to.contain(`qsig: the console cannot listen on 127.0.0.1:${port}`);
  });

  it("does not start on a configuration with faults, and prints them", async () => {
    const wrong = join(folder, "wrong.yaml");
    await writeFile(wrong, "neighbours: { east: { numbers: [x], trunk: { type: isdn } } }\n");
    const { status, stdout, stderr } = await qsig(["start", "--config", wrong]);
    expect({ status, stdout }).to.deep.equal({ status: 1, stdout: "" });
    expect(stderr).to.equal(
      `${wrong}:1: neighbours.east.trunk.type must be lapd or h323 or iua or sip or demo, not "isdn"\n`,
    );
  });

  it("does not start with a capture file it cannot write", async () => {
    const { status, stderr } = await qsig(["start", "--config", path, "--capture", join(folder, "none", "a")]);
    expect(status).to.equal(1);
    expect(stderr).to.contain("qsig: cannot write the capture ");
  });

  it("without a configuration runs the demo, on a free port where its own is taken", async () => {
    const taken = net.createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    cleanup.push(() => taken.close());
    const { url } = await started("--port", String((taken.address() as net.AddressInfo).port));
    const answer = await fetch(url);
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.contain("<!doctype html>");
  });

  it("lets an operator activate, list, explain and cancel a request of the demo", async () => {
    const { url } = await started("--port", "0");
    const phone = async (number: string, action: string, body: object = {}) => {
      const headers = { "content-type": "application/json" };
      const path = new URL(`/api/demo/phones/${number}/${action}`, url);
      const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
      expect(answer.status, `${number} ${action}`).to.equal(200);
    };
    const ask = async (...args: string[]) => (await qsig(["requests", ...args, "--url", url])).stdout;
    const eventually = async (pattern: RegExp, ...args: string[]) => {
      let text = await ask(...args);
      while (!pattern.test(text)) text = await ask(...args);
      return text;
    };
    await phone("2001", "offhook");
    let activated = "";
    while (activated === "") {
      // The line between the gateways comes up in its own time; a call before that fails otherwise than busy.
      await phone("1001", "dial", { to: "2001" });
      await new Promise((resolve) => setTimeout(resolve, 50));
      activated = await ask("activate", "1001", "2001");
      await phone("1001", "hangup").catch(() => {});
    }
    const [id = ""] = activated.split(" ");
    expect(activated).to.equal(`${id} is asked for; qsig requests show ${id} tells what comes of it\n`);
    const listed = await eventually(/ Active /);
    expect(listed).to.match(/^REQUEST +KIND +ROLE +STATE +A +B +TRUNK +TIMERS\n/);
    expect(listed).to.match(new RegExp(`^${id} +ccbs +originating +Active +west/1001 +2001 +east +T2 60min$`, "m"));
    expect(await ask("show", id)).to.match(/ Offered > Requested on userAsks\n.* Requested > Active on result\n/s);
    expect(await ask("cancel", id)).to.equal(`${id} is cancelled\n`);
    expect(await eventually(/has ended/, "show", id)).to.match(/ Active > Idle on userCancels: /);
  });

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it(`ends within two seconds of ${signal}, with 0 and the ready line alone on stdout`, async function () {
      this.timeout(20_000);
      const child = spawnStart(["--config", path, "--log", "error"]);
      cleanup.push(() => child.kill("SIGKILL"));
      let stdout = "";
      child.stdout.on("data", (chunk) => {
        stdout += String(chunk);
      });
      while (!readyLine.test(stdout)) await once(child.stdout, "data");
      const askedAt = performance.now();
      child.kill(signal);
      const [status] = (await once(child, "exit")) as [number | null];
      expect(status).to.equal(0);
      expect(performance.now() - askedAt).to.be.lessThan(2000);
      expect(stdout).to.match(readyLine);
    });
  }
});

/** As npm's link would start it: compiled where the tests are compiled, else from the sources. */
function spawnStart(args: readonly string[]): ChildProcessWithoutNullStreams {
  const extension = import.meta.url.slice(-3);
  const program = fileURLToPath(new URL(`../../../gateway/cli/main${extension}`, import.meta.url));
  const loader = extension === ".ts" ? ["--import=tsx"] : [];
  return spawn(process.execPath, [...loader, program, "start", ...args]);
}
