import { expect } from "chai";
import { startDemo } from "../../gateway/demo/demo.ts";
import { loadConfig } from "../../gateway/config/load.ts";
import { noLog } from "../../gateway/log.ts";
import { createPinx } from "../../src/pinx.ts";
import { activatedScreen, availableScreen } from "../../src/users/screens.ts";
import { CiscoRig } from "../unit/gateway/cisco-rig.ts";
import { isWritten } from "./rows.ts";
import { activated, World } from "./world.ts";

describe("acceptance, sections 2 and 9: phones and platform", function () {
  this.timeout(20_000);

  it("S-26 Key Is Not Active: what a key says whose screen is gone", async () => {
    const rig = new CiscoRig();
    try {
      const phone = await rig.phone();
      await rig.start(phone.address);
      await rig.show(activatedScreen("2001"));
      await phone.until(({ screen }) => screen !== null);
      const cancel = phone.screen?.keys.get(2)?.url ?? "";
      await rig.show(availableScreen("2001", 0, 0));
      await phone.open(cancel);
      expect(phone.screen?.lines).to.deep.equal(["Key Is Not Active"]);
    } finally {
      await rig.stop();
    }
  });

  it("S-87 the language is that of the phone: screens in four, chosen by number", () => {
    const german = activated({ phones: { west: ", locale: de" } });
    expect(german.phone("1001").screen?.locale).to.equal("de");
    expect(german.screen("1001")).not.to.equal(activated().screen("1001"));
    const one = activated({ phones: { west: ', locales: [{ match: "1001", locale: fr }]' } });
    one.dial("1002", "2001").callBack("1002");
    expect([one.phone("1001").screen?.locale, one.phone("1002").screen?.locale]).to.deep.equal(["fr", "en"]);
  });

  it("S-88 CallBack is there on hook and in ring out", () => {
    const world = new World();
    expect(world.phone("1001").can.callBack).to.equal(true);
    expect(world.dial("1001", "2001").phone("1001").can.callBack).to.equal(true);
    expect(world.answer("2001").phone("1001").can.callBack).to.equal(false);
  });

  it("S-90 a reset of A's phone cancels its requests: the operator is warned where resets are configured", () => {
    const loaded = loadConfig(`
neighbours:
  west:
    numbers: ["1xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: network }
    callCompletion: { mode: assisted }
    lines: { type: sip, server: "10.0.0.5:5060" }
    phones: { type: demo }
`);
    const help = loaded.ok ? loaded.settings.find(({ path }) => path.endsWith("lines.registrations"))?.help : "";
    expect(help).to.contain("resets of phones");
    expect(isWritten("docs/administration.md#resets")).to.equal(true);
  });

  it("S-97 there is administration in the browser, and a step check list", async () => {
    const demo = await startDemo({ core: createPinx, host: "127.0.0.1", port: 0, log: noLog });
    try {
      const page = await fetch(demo.url);
      expect(page.headers.get("content-type")).to.contain("text/html");
      expect(await page.text()).to.contain("qsig-gateway");
      expect((await fetch(`${demo.url}api/requests`)).status).to.equal(200);
    } finally {
      await demo.stop();
    }
    expect(isWritten("docs/administration.md#step-by-step")).to.equal(true);
  });
});
