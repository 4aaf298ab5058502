import { expect } from "chai";
import { httpLimits } from "../../../gateway/http/server.ts";
import { type CiscoSettings, createCiscoPhones } from "../../../gateway/phones/cisco.ts";
import { phoneTimes } from "../../../gateway/phones/cisco/phone.ts";
import { pushLimits } from "../../../gateway/phones/cisco/push.ts";
import { activatedScreen } from "../../../src/users/screens.ts";
import { freePort } from "../../free-port.ts";
import { CiscoPhone } from "../../peers/cisco-phone.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext } from "./phone-context.ts";

const limits = { http: httpLimits, times: phoneTimes, push: pushLimits };

describe("phones cisco of two neighbours behind one bind", () => {
  const cleanup: (() => unknown)[] = [];
  let port: number;

  beforeEach(async () => {
    port = await freePort();
  });
  afterEach(async () => {
    for (const clean of cleanup.splice(0).toReversed()) await clean();
  });

  /** A neighbour with one phone, 1001, at this address. */
  async function neighbour(name: string, host: string, audioFile: string) {
    const phone = await CiscoPhone.start({ host });
    cleanup.push(() => phone.stop());
    const inbox = new Inbox();
    const context = { ...phoneContext(inbox), neighbour: name };
    const settings: CiscoSettings = {
      ...{ type: "cisco", bind: { host: "127.0.0.1", port }, authentication: "none", audioFile },
      phones: [{ number: "1001", address: phone.address, model: "7970" }],
    };
    const adapter = await createCiscoPhones(settings, context, limits);
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= adapter.stop());
    cleanup.push(stop);
    return { name, phone, inbox, adapter, stop };
  }

  const url = () => `http://127.0.0.1:${port}`;

  it("each phone gets its own screens, keys and sound, and is known as its neighbour's at the service", async () => {
    const two = [
      await neighbour("west", "127.0.0.11", "West.raw"),
      await neighbour("east", "127.0.0.12", "East.raw"),
    ] as const;
    for (const { name, phone, adapter, inbox } of two) {
      adapter.notify(1, `${name}/1001`, activatedScreen("2001"), true);
      expect(await inbox.next()).to.deep.equal({ type: "done", of: 1, ok: true });
      await phone.until(({ screen }) => screen?.lines[0] === "CallBack is activated on 2001");
      const pressed = phone.press("Cancel");
      expect(await inbox.next()).to.deep.equal({ type: "user", user: `${name}/1001`, press: { key: "cancel" } });
      adapter.notify(2, `${name}/1001`, null, false);
      await pressed;
      await inbox.next();
      const asked = phone.open(`${url()}/phones/callback`);
      expect(await inbox.next()).to.deep.equal({ type: "user", user: `${name}/1001`, press: { key: "callBack" } });
      adapter.notify(3, `${name}/1001`, activatedScreen("2002"), false);
      await asked;
    }
    for (const file of ["West.raw", "East.raw"]) expect((await fetch(`${url()}/${file}`)).status).to.equal(200);
    expect((await fetch(`${url()}/phones/menu`)).status, "of no phone").to.equal(403);
    expect((await fetch(`${url()}/nothing`)).status).to.equal(404);
  });

  it("stays until the last neighbour stops", async () => {
    const one = await neighbour("west", "127.0.0.11", "West.raw");
    const other = await neighbour("east", "127.0.0.12", "East.raw");
    await one.stop();
    expect((await fetch(`${url()}/East.raw`)).status).to.equal(200);
    expect((await fetch(`${url()}/West.raw`)).status).to.equal(404);
    await other.stop();
    expect(await fetch(`${url()}/East.raw`).catch(() => "refused")).to.equal("refused");
  });
});
