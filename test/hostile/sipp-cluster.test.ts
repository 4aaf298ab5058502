import { expect } from "chai";
import { Timers } from "sip.js/lib/core/timers.js";
import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { registry } from "../../gateway/registry.ts";
import { createPinx } from "../../src/pinx.ts";
import { freePort } from "../free-port.ts";
import { requirePeer } from "../peers/require.ts";
import { play, Sipp } from "../peers/sipp/sipp.ts";
import { eventually } from "../until.ts";
import { logInto } from "./log-into.ts";

/**
 * 2001 has asked for call back on 2002 of the same cluster, whose lines and phones are behind servers that sipp plays;
 * calls go on through its trunk.
 */
describe("hostile: sipp as the server of a cluster's lines and phones, beside calls on its trunk", () => {
  const parts: { stop(): Promise<void> }[] = [];
  const log: string[] = [];
  let gateway: Gateway;
  let port: number;
  let monitor: Sipp;
  let notifier: Sipp;

  before(function () {
    requirePeer(this, "sipp");
  });
  beforeEach(() => {
    log.length = 0;
  });
  afterEach(async () => {
    for (const part of parts.splice(0).toReversed()) await part.stop();
  });

  /** `lines` and `phones` are scenarios. Resolves when 2001 has asked. */
  async function ask(lines: string, phones: string): Promise<void> {
    const [server, line, phone] = [await freePort(), await freePort(), await freePort()];
    parts.push(await Sipp.start("answers", { port: server }));
    // Of 2001 and of 2002.
    monitor = await Sipp.start(lines, { port: line, calls: 2 });
    notifier = await Sipp.start(phones, { port: phone, calls: 1 });
    parts.push(monitor, notifier);
    const sip = `type: sip, profile: plain, domain: "127.0.0.1", server: ["127.0.0.1:${server}"]`;
    const loaded = loadConfig(`neighbours:
  east: { numbers: ["1xxx"], trunk: { ${sip}, listen: "127.0.0.1:0" }, callCompletion: { mode: none } }
  west:
    numbers: ["2xxx"]
    trunk: { ${sip}, listen: "127.0.0.1:0" }
    media: external
    callCompletion: { mode: assisted, guard: 100ms }
    lines: { type: sip, server: "127.0.0.1:${line}", registrations: false }
    phones: { type: sip, server: "127.0.0.1:${phone}" }
`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    gateway = await startGateway(loaded.config, { core: createPinx(), registry, log: logInto(log) });
    parts.push(gateway);
    port = Number(gateway.inspect.trunks()[0]?.address?.split(":")[1]);
    await eventually(
      () => gateway.inspect.trunks().every(({ state }) => state === "Up"),
      () => `trunks are not up: ${log.join("\n")}`,
    );
    const command = { command: "activate", user: "west/2001", to: "2002" } as const;
    await gateway.ask({ type: "operator", command });
  }

  const states = () => gateway.inspect.requests().map(({ state }) => state);
  const said = (reason: RegExp): Promise<void> =>
    eventually(
      () => reason.test(log.join("\n")),
      () => `the log does not say ${String(reason)}:\n${log.join("\n")}`,
    );
  /** Calls go as they should meanwhile. */
  const calls = async (): Promise<void> => {
    expect(await play("calls", { to: port, calls: 8, rate: 40 })).to.deep.equal({ ok: true, errors: "" });
  };

  it("forged and old NOTIFYs, and answers to nothing: none is believed, and the log says why", async () => {
    await ask("lines-forged", "phones-garbage");
    await calls();
    expect([await monitor.result(), await notifier.result()]).to.deep.equal(Array(2).fill({ ok: true, errors: "" }));
    await said(/NOTIFY .* no dialog/);
    await said(/NOTIFY .* older than the last/);
    await said(/NOTIFY .* event that was not asked for/);
    await said(/MESSAGE .* nothing that is taken here/);
    await said(/BYE .* no dialog/);
    await said(/a SIP message of \d+ octets/);
    expect(states()).to.deep.equal(["Active", "Monitoring"]);
    // 2002 would be free again after a call that only forged documents tell of.
    expect(log.filter((text) => text.includes("Notified"))).to.deep.equal([]);
  });

  it("nonsense before the answer and as a document: the line is lost, and seen again by a full document", async () => {
    await ask("lines-garbage", "phones-garbage");
    await calls();
    expect(await monitor.result()).to.deep.equal({ ok: true, errors: "" });
    await said(/a NOTIFY of package dialog is passed over/);
    expect(states()).to.deep.equal(["Active", "Monitoring"]);
  });

  it("a Content-Length that is too short: the connection is closed, lines are lost, the request waits", async () => {
    await ask("lines-length", "phones-garbage");
    await calls();
    await said(/connection to the lines is gone \(the peer sent what is not SIP/);
    await said(/watched lines are lost/);
    expect(states()).to.deep.equal(["Active", "Monitoring"]);
  });

  it("a server that never answers: the request is refused in words, and the log says why", async () => {
    const waits = Timers as { TIMER_F: number; TIMER_N: number };
    const { TIMER_F, TIMER_N } = waits;
    Object.assign(waits, { TIMER_F: 400, TIMER_N: 400 });
    try {
      await ask("lines-silent", "phones-garbage");
      await calls();
      await said(/(no NOTIFY came for a|408 to) SUBSCRIBE/);
      await said(/refused: the line \*\*\*02 cannot be watched now/);
    } finally {
      Object.assign(waits, { TIMER_F, TIMER_N });
    }
  });
});
