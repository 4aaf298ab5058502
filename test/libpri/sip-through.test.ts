import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { createPinx } from "../../src/pinx.ts";
import { Baresip } from "../peers/baresip.ts";
import { Kamailio } from "../peers/kamailio/kamailio.ts";
import { expectBothHeard } from "../peers/heard.ts";
import { requirePeer } from "../peers/require.ts";
import { until } from "../until.ts";
import { messages } from "./sip-cluster.ts";
import { freePort } from "../free-port.ts";

/** Two SIP clusters, each a kamailio with a baresip phone, and the gateway between them: 2001 calls 1001. */
describe("live: two SIP clusters through two trunks of profile plain", () => {
  const parts: { stop(): Promise<void> }[] = [];
  let gateway: Gateway;
  let caller: Baresip;
  let callee: Baresip;

  const keep = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
    parts.push(part);
    return part;
  };

  beforeEach(async function () {
    for (const peer of ["kamailio", "baresip"] as const) requirePeer(this, peer);
    const [one, two, near, far] = [await freePort(), await freePort(), await freePort(), await freePort()];
    keep(await Kamailio.start({ own: near, gateway: one }));
    keep(await Kamailio.start({ own: far, gateway: two }));
    const own = "type: sip, profile: plain, domain: cluster.example";
    const trunk = (listen: number, server: number) =>
      `{ ${own}, listen: "127.0.0.1:${listen}", server: ["127.0.0.1:${server}"] }`;
    // Both clusters call their phones 2xxx and what is behind the gateway 1xxx.
    const loaded = loadConfig(`neighbours:
  east: { numbers: ["3xxx"], trunk: ${trunk(one, near)}, callCompletion: { mode: none } }
  west:
    numbers: ["1xxx"]
    trunk: ${trunk(two, far)}
    digits: { in: [{ match: "2xxx", strip: 1, add: "1" }], out: [{ match: "1xxx", strip: 1, add: "2" }] }
    callCompletion: { mode: none }
`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    gateway = keep(await startGateway(loaded.config, { core: createPinx() }));
    const states = () =>
      gateway.inspect
        .trunks()
        .map(({ state }) => state)
        .join();
    await until(
      () => states() === "Up,Up" || undefined,
      (look) => gateway.inspect.subscribe(look),
      { complaint: states },
    );
    caller = keep(await Baresip.start("2001", near, 440));
    callee = keep(await Baresip.start("2001", far, 1000));
  });

  afterEach(async () => {
    for (const part of parts.splice(0).reverse()) await part.stop();
  });

  it("a call rings, is answered with the media of the phones themselves, is held, and ends", async () => {
    caller.dial("1001");
    await callee.event("CALL_INCOMING");
    await caller.event("CALL_RINGING");
    callee.answer();
    await caller.event("CALL_ESTABLISHED");
    await callee.event("CALL_ESTABLISHED");
    const bodies = sessions();
    expect(bodies.length).to.be.greaterThan(3);
    expect(
      bodies.filter((body) => body.includes("0.0.0.0")),
      "none is of the gateway",
    ).to.deep.equal([]);
    expect(new Set(bodies).size, "an offer and an answer, each on both trunks as it came").to.equal(bodies.length / 2);
    caller.command("hold");
    await until(
      () => sessions().filter((body) => body.includes("a=sendonly")).length >= 2 || undefined,
      (look) => gateway.inspect.subscribe(look),
      { complaint: () => "the hold did not pass" },
    );
    callee.hangUp();
    await caller.event("CALL_CLOSED");
  });

  it("audio passes both ways: each user hears what the other one says, and not themselves", async () => {
    caller.dial("1001");
    await callee.event("CALL_INCOMING");
    callee.answer();
    await caller.event("CALL_ESTABLISHED");
    await callee.event("CALL_ESTABLISHED");
    await sleep(1_000);
    callee.hangUp();
    await caller.event("CALL_CLOSED");
    await expectBothHeard(caller, callee);
  });

  /** Session descriptions, in the order they crossed. */
  const sessions = (): string[] =>
    messages(gateway.inspect.entries()).flatMap(({ text }) =>
      /\r\nContent-Type: application\/sdp\r\n/i.test(text) ? [text.slice(text.indexOf("\r\n\r\n") + 4)] : [],
    );
});
