import { expect } from "chai";
import { requirePeer } from "../peers/require.ts";
import { eventually } from "../until.ts";
import { SipCluster } from "./sip-cluster.ts";

/** A libpri PBX and a phone of a SIP cluster call each other through a trunk of profile plain (R2). */
describe("live: libpri and a SIP cluster of kamailio and baresip", () => {
  before(function () {
    for (const peer of ["libpri", "kamailio", "baresip"] as const) requirePeer(this, peer);
  });

  const scenario = (
    name: string,
    run: (cluster: SipCluster) => Promise<void>,
    settings: Parameters<typeof SipCluster.start>[0] = {},
  ) =>
    it(name, async () => {
      const cluster = await SipCluster.start(settings);
      try {
        await run(cluster).catch((error: unknown) => {
          throw new Error(`${error instanceof Error ? error.message : String(error)}\n${cluster.story()}`);
        });
      } finally {
        await cluster.stop();
      }
    });

  /** The trunk of libpri carried this: the last word of a call is nobody's event. */
  const carried = (cluster: SipCluster, line: string): Promise<void> =>
    eventually(
      () => cluster.wire().includes(line),
      () => `no ${line}`,
    );

  /** The PBX calls, and the phone rings. */
  const ringing = async ({ libpri, phone }: SipCluster): Promise<number> => {
    const { call } = await libpri.command("call", 1001, 2001, 1);
    await phone.event("CALL_INCOMING");
    await libpri.event("ringing");
    return call;
  };

  const talking = async (cluster: SipCluster): Promise<number> => {
    const call = await ringing(cluster);
    cluster.phone.answer();
    await cluster.libpri.event("answer");
    await cluster.phone.event("CALL_ESTABLISHED");
    return call;
  };

  describe("the PBX calls the phone", () => {
    const alerted = ["< SETUP", "> CALL PROCEEDING", "> ALERTING"];
    const answered = [...alerted, "> CONNECT", "< CONNECT ACKNOWLEDGE"];

    scenario("it is answered, and ended by the PBX", async (cluster) => {
      const call = await talking(cluster);
      await cluster.libpri.command("hangup", call, 16);
      await cluster.phone.event("CALL_CLOSED");
      await carried(cluster, "< RELEASE COMPLETE 16");
      expect(cluster.wire()).to.deep.equal([...answered, "< DISCONNECT 16", "> RELEASE 16", "< RELEASE COMPLETE 16"]);
      // The answers to clearing are given on each leg by itself (R1): that to BYE may come last.
      const due = ["> INVITE 2001", "< 100", "< 180", "< 200", "> ACK 2001", "> BYE 2001", "< 200"];
      await eventually(
        () => cluster.sip().join() === due.join(),
        () => `not ${due.join()}`,
      );
    });

    scenario("it is answered, and ended by the phone", async (cluster) => {
      await talking(cluster);
      cluster.phone.hangUp();
      expect(await cluster.libpri.event("hangup-request")).to.include({ cause: 16 });
      await carried(cluster, "> RELEASE COMPLETE 16");
      expect(cluster.wire().slice(answered.length)).to.deep.equal([
        "> DISCONNECT 16",
        "< RELEASE 16",
        "> RELEASE COMPLETE 16",
      ]);
    });

    scenario("it is busy: 486 is DISCONNECT 17, on which libpri offers call back", async (cluster) => {
      await ringing(cluster);
      cluster.phone.hangUp();
      expect(await cluster.libpri.event("hangup-request")).to.include({ cause: 17 });
      await cluster.libpri.quiet();
      expect(cluster.wire().slice(0, 4)).to.deep.equal([...alerted, "> DISCONNECT 17"]);
    });

    scenario("it is not answered: 408 of the proxy behind 180 is cause 19", async (cluster) => {
      await ringing(cluster);
      expect(await cluster.libpri.event("hangup-request")).to.include({ cause: 19 });
    });

    scenario("the PBX gives up while it rings: CANCEL", async (cluster) => {
      const call = await ringing(cluster);
      await cluster.libpri.command("hangup", call, 16);
      await cluster.phone.event("CALL_CLOSED");
      await cluster.libpri.quiet();
      expect(cluster.sip().slice(3, 4)).to.deep.equal(["> CANCEL 2001"]);
      expect(cluster.sip()).to.include.members(["< 487", "> ACK 2001"]);
    });

    for (const [number, status, cause] of [
      ["2777", 404, 1],
      ["2999", 484, 28],
    ] as const) {
      scenario(`the proxy refuses with ${status}: cause ${cause}`, async (cluster) => {
        await cluster.libpri.command("call", 1001, Number(number), 1);
        expect(await cluster.libpri.event("hangup-request")).to.include({ cause });
        expect(cluster.sip()).to.include(`< ${status}`);
      });
    }

    scenario(
      "a proxy that wants to know who calls gets digest authentication",
      async (cluster) => {
        const call = await talking(cluster);
        await cluster.libpri.command("hangup", call, 16);
        await cluster.phone.event("CALL_CLOSED");
        expect(cluster.sip().slice(0, 4)).to.deep.equal(["> INVITE 2001", "< 407", "> ACK 2001", "> INVITE 2001"]);
      },
      { auth: true },
    );

    scenario("the phone shows the name of who calls, and not one that is restricted (ECMA-164)", async (cluster) => {
      const { libpri, phone } = cluster;
      for (const [presentation, name] of [
        ["0", "Anna"],
        ["0x20", "Anonymous"],
      ] as const) {
        const settings = ["name=Anna", `presentation=${presentation}`];
        const { call } = await libpri.command("call", 1001, 2001, 1, ...settings);
        expect(await phone.event("CALL_INCOMING")).to.include({ peerdisplayname: name });
        await libpri.event("ringing");
        await libpri.command("hangup", call, 16);
        await phone.event("CALL_CLOSED");
        await libpri.quiet();
      }
    });

    scenario("hold and resume are answered, and the call goes on", async (cluster) => {
      const call = await talking(cluster);
      cluster.phone.command("hold");
      cluster.phone.command("resume");
      await cluster.libpri.quiet();
      await cluster.libpri.command("hangup", call, 16);
      await cluster.phone.event("CALL_CLOSED");
      expect(cluster.sip().filter((line) => line === "< INVITE qsig")).to.have.length.greaterThan(0);
      expect(cluster.sip()).not.to.include.members(["> 488"]);
    });

    scenario("the proxy is restarted in a call: the call lives, and ends as it should", async (cluster) => {
      const call = await talking(cluster);
      await cluster.restartKamailio();
      await cluster.isUp("multiple frame established,Up");
      expect(cluster.wire().slice(answered.length), "the PBX is told nothing").to.deep.equal([]);
      await cluster.libpri.command("hangup", call, 16);
      await cluster.phone.event("CALL_CLOSED");
    });
  });

  describe("the phone calls the PBX", () => {
    const rung = async ({ libpri, phone }: SipCluster): Promise<number> => {
      phone.dial("1001");
      const ring = await libpri.event("ring");
      expect(ring).to.include({ from: "2001", to: "1001" });
      await libpri.command("alert", ring.call);
      await phone.event("CALL_RINGING");
      return ring.call;
    };

    scenario("it is answered, and ended by the phone", async (cluster) => {
      const call = await rung(cluster);
      await cluster.libpri.command("answer", call);
      await cluster.phone.event("CALL_ESTABLISHED");
      cluster.phone.hangUp();
      expect(await cluster.libpri.event("hangup-request")).to.include({ cause: 16 });
    });

    scenario("it is answered, and ended by the PBX", async (cluster) => {
      const call = await rung(cluster);
      await cluster.libpri.command("answer", call);
      await cluster.phone.event("CALL_ESTABLISHED");
      await cluster.libpri.command("hangup", call, 16);
      await cluster.phone.event("CALL_CLOSED");
      expect(cluster.sip()).to.include("> BYE 2001");
    });

    scenario(
      "the PBX is told the name of the phone's user (ECMA-164)",
      async (cluster) => {
        cluster.phone.dial("1001");
        expect(await cluster.libpri.event("ring")).to.include({ from: "2001", name: "Änne Groß" });
      },
      { name: "Änne Groß" },
    );

    scenario("it is busy: DISCONNECT 17 is 486", async (cluster) => {
      const call = await rung(cluster);
      await cluster.libpri.command("hangup", call, 17);
      const closed = await cluster.phone.event("CALL_CLOSED");
      expect(closed.param).to.match(/486/);
    });

    scenario("the phone gives up while it rings: CANCEL is DISCONNECT 16", async (cluster) => {
      await rung(cluster);
      cluster.phone.hangUp();
      expect(await cluster.libpri.event("hangup-request")).to.include({ cause: 16 });
      expect(cluster.sip()).to.include.members(["< CANCEL 1001", "> 487"]);
    });
  });
});
