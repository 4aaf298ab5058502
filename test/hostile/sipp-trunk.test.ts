import { expect } from "chai";
import { Timers } from "sip.js/lib/core/timers.js";
import { loadConfig } from "../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../gateway/gateway.ts";
import { registry } from "../../gateway/registry.ts";
import { sipLimits } from "../../gateway/sip/limits.ts";
import { createSipTrunk } from "../../gateway/trunks/sip.ts";
import { createPinx } from "../../src/pinx.ts";
import { freePort } from "../free-port.ts";
import { requirePeer } from "../peers/require.ts";
import { play, Sipp } from "../peers/sipp/sipp.ts";
import { type BridgeIdentity, TlsBridge } from "../peers/sipp/tls-bridge.ts";
import type { TlsConfig } from "../../src/config.ts";
import { eventually } from "../until.ts";
import { Files, issue, issueAuthority } from "../unit/tls/pki.ts";
import { logInto } from "./log-into.ts";

/** How long a message may take here; a gateway gives them ten seconds. */
const messageMs = 400;
/** Q.931 table 4-2. */
const messageTypes = { SETUP: 0x05, "RELEASE COMPLETE": 0x5a } as const;

/** sipp of Debian is built without TLS: there its octets go through a bridge. */
for (const transport of ["TCP", "TLS"] as const) {
  describe(`hostile: sipp at the port of a sip trunk over ${transport}, beside callers who do all right`, () => {
    const parts: { stop(): Promise<void> }[] = [];
    const log: string[] = [];
    const files = new Files();
    let gateway: Gateway;
    let port: number;
    /** Of sipp, and the key of the gateway. */
    let identity: BridgeIdentity;
    let tls: TlsConfig;

    before(async function () {
      requirePeer(this, "sipp");
      const ca = await issueAuthority("CA");
      const [own, peer] = [await issue("gateway.example", ca), await issue("sipp.example", ca)];
      tls = files.config("gateway", own, [ca], { allowedNames: ["sipp.example"] });
      identity = { cert: peer.pem, key: peer.keyPem, ca: ca.pem };
    });
    after(() => files.remove());

    /** A way to that port, from somebody without TLS or to him. */
    async function bridged(way: "in" | "out", to: number): Promise<number> {
      if (transport === "TCP") return to;
      const bridge = await TlsBridge[way](to, identity);
      parts.push(bridge);
      return bridge.port;
    }
    beforeEach(async () => {
      log.length = 0;
      const server = await freePort();
      parts.push(await Sipp.start("answers", { port: server }));
      const { certificate, key, trustAnchors } = tls;
      const keys = JSON.stringify({ certificate, key, trustAnchors, allowedNames: ["sipp.example"] });
      const sip = [
        `type: sip, profile: plain, domain: "127.0.0.1", server: ["127.0.0.1:${await bridged("in", server)}"]`,
        ...(transport === "TLS" ? [`tls: ${keys}`] : []),
      ].join(", ");
      const loaded = loadConfig(`neighbours:
  west: { numbers: ["1xxx"], trunk: { ${sip}, listen: "127.0.0.1:0" }, callCompletion: { mode: none } }
  east: { numbers: ["2xxx"], trunk: { ${sip}, listen: "127.0.0.1:0" }, callCompletion: { mode: none } }
`);
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
      const sooner: typeof registry = {
        ...registry,
        trunks: {
          ...registry.trunks,
          sip: (own, context) => createSipTrunk(own, context, { ...sipLimits, messageMs }),
        },
      };
      gateway = await startGateway(loaded.config, { core: createPinx(), registry: sooner, log: logInto(log) });
      parts.push(gateway);
      port = await bridged("out", Number(gateway.inspect.trunks()[0]?.address?.split(":")[1]));
      await eventually(
        () => gateway.inspect.trunks().every(({ state }) => state === "Up"),
        () => `trunks are not up: ${log.join("\n")}`,
      );
    });
    afterEach(async () => {
      for (const part of parts.splice(0).toReversed()) await part.stop();
    });

    /** Messages of Q.931 on the other trunk, sent by the gateway. */
    const sent = (name: "SETUP" | "RELEASE COMPLETE"): number =>
      gateway.inspect
        .entries()
        .filter((each) => each.type === "message" && each.trunk === "east" && each.direction === "out")
        .filter((each) => each.type === "message" && each.octets[4] === messageTypes[name]).length;

    /**
     * A scenario beside well-behaved calls: all of those go well, the log says each of the reasons, and in the end no
     * call is left. What the scenario itself expects is in its file; where the connection is closed on it, sipp cannot
     * say that all went well.
     */
    async function attack(scenario: string, reasons: readonly RegExp[], isCutOff = false): Promise<void> {
      const calls = 8;
      const [bad, good] = await Promise.all([
        play(scenario, { to: port, calls: 1 }),
        play("calls", { to: port, calls, rate: 40 }),
      ]);
      expect(good, "the calls beside it").to.deep.equal({ ok: true, errors: "" });
      if (!isCutOff) expect(bad.ok, bad.errors).to.equal(true);
      await eventually(
        () => reasons.every((reason) => reason.test(log.join("\n"))),
        () => `the log does not say ${reasons.join()}:\n${log.join("\n")}`,
      );
      await eventually(
        () => sent("SETUP") === sent("RELEASE COMPLETE"),
        () => `${sent("SETUP")} calls, ${sent("RELEASE COMPLETE")} ended`,
      );
      expect(gateway.inspect.trunks().map(({ state }) => state)).to.deep.equal(["Up", "Up"]);
    }

    it("an INVITE that is never acknowledged: the call ends on both sides, in time", async () => {
      const waits = Timers as { TIMER_L: number };
      const asItWas = waits.TIMER_L;
      waits.TIMER_L = 600;
      try {
        await attack("unacknowledged", [/never acknowledged/]);
      } finally {
        waits.TIMER_L = asItWas;
      }
    });

    it("half a message and then silence: the connection is closed", () =>
      attack("half", [/west: .*a message was not completed/], true));

    it("a message in drops that is never whole: the connection is closed", () =>
      attack("dribbled", [/a message was not completed/], true));

    it("requests of a call in a wrong order are refused, and the call goes on", () =>
      attack("out-of-order", [/INFO .* older than the last/, /BYE .* older than the last/]));

    it("one INVITE forty times is one call", async () => {
      await attack("flood", []);
      expect(sent("SETUP"), "one, and those beside it").to.equal(9);
    });

    it("responses that nobody asked for, and some that are none, change nothing", () =>
      attack("garbage", [/a SIP message of \d+ octets/]));

    it("what is no SIP: the connection is closed", () => attack("no-sip", [/what is not SIP/], true));

    it("a Content-Length shorter than the body: the connection is closed", () =>
      attack("short-length", [/what is not SIP/], true));

    it("two Content-Lengths: the connection is closed", () =>
      attack("two-lengths", [/a message without one Content-Length/], true));

    it("requests in calls that there are none of: 481, and of kinds that it does not take: 405", () =>
      attack("forged", [
        /NOTIFY .* no dialog/,
        /BYE .* no dialog/,
        /NOTIFY .* nothing that is taken/,
        /MESSAGE .* nothing/,
      ]));
  });
}
