import { expect } from "chai";
import { DecodeError } from "../../codecs/error.ts";
import { decodeMessage } from "../../codecs/q931/decode.ts";
import { find, findAll } from "../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import type { Message } from "../../codecs/q931/message.ts";
import { requirePeer } from "../peers/require.ts";
import { type LibpriPeer, startLibpri } from "../peers/libpri/peer.ts";
import { cluster, GatewayUnderTest } from "./gateway-under-test.ts";

const { anna } = cluster;

const operationsOf = (message: Message): string[] =>
  findAll(message, facility)
    .flatMap(({ components }) => components)
    .flatMap((each) => (each.component === "invoke" ? [String(each.operation)] : []));

const calledOf = (message: Message | undefined): string | undefined =>
  message === undefined ? undefined : find(message, calledPartyNumber)?.digits;

/** B, whom Anna calls; voice mail of B's side, and somebody else there. */
const [dora, pilot, carl] = ["2001", "2800", "2003"];

/** What sends a call to voice mail, as libpri says it: PRI_REDIR_... of libpri.h. iDivert has no reason of its own. */
const ways = [
  ["Forward All", 15],
  ["Forward Busy", 1],
  ["Forward No Answer", 2],
  ["iDivert", 0],
] as const;

describe("live: libpri's side diverts the call of a served user (ECMA-174)", () => {
  let gateway: GatewayUnderTest;
  let libpri: LibpriPeer;

  before(async function () {
    requirePeer(this, "libpri");
    gateway = await GatewayUnderTest.start("network", { pilots: [pilot] });
    libpri = await startLibpri({ role: "network", connect: gateway.port });
    await libpri.event("data-link-up");
    await gateway.link("up");
  });
  after(async () => {
    await libpri?.stop();
    await gateway?.stop();
  });
  afterEach(async () => {
    const { state } = gateway.phone(anna);
    if (state !== "idle") gateway.act(anna, { action: "hangup" });
    await gateway.phoneWhen(anna, (phone) => phone.state === "idle");
    await libpri.quiet();
  });

  /** Anna calls Dora, and libpri sends the call on. */
  async function call(to?: string, reason = 0): Promise<number> {
    gateway.act(anna, { action: "dial", to: dora });
    const ring = await libpri.event("ring", { where: ({ callIndependent }) => !callIndependent });
    if (to !== undefined) await libpri.command("divert", ring.call, dora, to, reason);
    return ring.call;
  }

  /** SETUPs by which call back was asked of libpri. */
  const asked = (): Message[] =>
    libpri.messages("received").flatMap((octets) => {
      const message = decodeMessage(octets);
      const isAsking = !(message instanceof DecodeError) && operationsOf(message).some((name) => /Request$/.test(name));
      return isAsking ? [message] : [];
    });

  /** Anna presses CallBack: she reads why not, and libpri hears nothing. */
  async function refused(): Promise<void> {
    const before = asked().length;
    gateway.act(anna, { action: "callBack" });
    const { screen } = await gateway.screen(anna, "notice");
    expect(screen?.lines[0]).to.equal("No call for CallBack");
    await libpri.quiet();
    expect(asked().slice(before)).to.deep.equal([]);
    expect(gateway.requests()).to.deep.equal([]);
  }

  /** Anna presses CallBack, and libpri hears of it; then she cancels. */
  async function taken(of: string): Promise<void> {
    gateway.act(anna, { action: "callBack" });
    const { cc } = await libpri.event("cc-request");
    await libpri.command("ccrsp", cc, "ok");
    const { screen } = await gateway.screen(anna, "activated");
    expect(screen?.lines[0]).to.equal(`CallBack is activated on ${of}`);
    gateway.act(anna, { action: "press", key: "cancel" });
    await libpri.event("cc-cancel", { where: (record) => record.cc === cc });
    expect(calledOf(asked().at(-1))).to.equal(of);
  }

  for (const [way, reason] of ways) {
    describe(`${way} to voice mail (S-69)`, () => {
      it("S-65: connected to voice mail: CallBack is not possible", async () => {
        const at = await call(pilot, reason);
        await libpri.command("answer", at);
        await gateway.phoneWhen(anna, ({ state }) => state === "talking");
        await refused();
      });

      it("S-66: a profile without a pilot, B rings: A can activate against B", async () => {
        const at = await call();
        await libpri.command("ccavail", at);
        await libpri.command("alert", at);
        await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
        await taken(dora);
      });

      it("S-67: voice mail or the network fails: A can not activate against B", async () => {
        const at = await call(pilot, reason);
        await libpri.command("hangup", at, 38);
        await gateway.phoneWhen(anna, ({ state }) => state === "reorderTone");
        await refused();
      });

      it("S-68: every port of voice mail is busy: A can not activate against B", async () => {
        const at = await call(pilot, reason);
        await libpri.command("hangup", at, 17);
        await gateway.phoneWhen(anna, ({ state }) => state === "busyTone");
        await refused();
      });
    });
  }

  it("S-45: forwarded to C, who rings: the request is for C", async () => {
    const at = await call(carl, 2);
    await libpri.command("alert", at);
    await gateway.phoneWhen(anna, ({ state }) => state === "ringback");
    gateway.act(anna, { action: "callBack" });
    // libpri knows no call to C itself, and refuses what it is asked for him.
    const { screen } = await gateway.screen(anna, "notice");
    expect(screen?.lines[0]).to.equal(`${carl} cannot take CallBack now`);
    expect(calledOf(asked().at(-1))).to.equal(carl);
  });

  it("S-46: forwarded to C, who is busy: the request is for B", async () => {
    const at = await call(carl, 2);
    await libpri.command("ccavail", at);
    await libpri.command("hangup", at, 17);
    await gateway.phoneWhen(anna, ({ state }) => state === "busyTone");
    await taken(dora);
  });
});
