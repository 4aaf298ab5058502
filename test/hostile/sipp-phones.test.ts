import { expect } from "chai";
import { createSipPhones, sipPhoneTimes } from "../../gateway/phones/sip.ts";
import { availableScreen } from "../../src/users/screens.ts";
import { freePort } from "../free-port.ts";
import { requirePeer } from "../peers/require.ts";
import { Sipp } from "../peers/sipp/sipp.ts";
import { Inbox } from "../unit/gateway/inbox.ts";
import { phoneContext } from "../unit/gateway/phone-context.ts";

describe("hostile: sipp as the phone that a third-party call begins with", () => {
  const parts: { stop(): Promise<void> }[] = [];
  let inbox: Inbox;
  let phone: Sipp;

  before(function () {
    requirePeer(this, "sipp");
  });
  afterEach(async () => {
    for (const part of parts.splice(0).toReversed()) await part.stop();
  });

  async function phones(scenario: string, calls = 1) {
    inbox = new Inbox();
    const port = await freePort();
    phone = await Sipp.start(scenario, { port, calls });
    parts.push(phone);
    const server = { host: "127.0.0.1", port };
    const times = { ...sipPhoneTimes, ringMs: 500, waitMs: 500 };
    const settings = { type: "sip", server, domain: "127.0.0.1", user: "callback", ring: true } as const;
    const adapter = await createSipPhones(settings, phoneContext(inbox), times);
    parts.push(adapter);
    return adapter;
  }

  const played = async (): Promise<void> => {
    expect(await phone.result()).to.deep.equal({ ok: true, errors: "" });
  };

  it("answered without an offer: the dial has failed with the reason, and the phone is hung up", async () => {
    (await phones("phones-no-offer")).placeCall(1, "west/2001", "2002", "r1");
    const reason = "the phone of the user: it answered without an offer of media";
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 1, ok: false, reason });
    await played();
  });

  it("answered twice: the first has the call, the other is hung up", async () => {
    (await phones("phones-two-answers", 2)).notify(2, "west/2001", availableScreen("2002", 0, 0), true);
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 2, ok: true });
    expect(await inbox.next()).to.deep.equal({ type: "user", user: "west/2001", press: { key: "dial" } });
    await played();
  });

  it("answered when it was given up: hung up", async () => {
    (await phones("phones-late")).placeCall(3, "west/2001", "2002", "r1");
    const reason = "the phone of the user: it was not answered";
    expect(await inbox.next()).to.deep.equal({ type: "done", of: 3, ok: false, reason });
    await played();
  });
});
