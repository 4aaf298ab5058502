import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { main } from "../../gateway/cli/main.ts";
import { type Demo, startDemo } from "../../gateway/demo/demo.ts";
import { transitionText } from "../../gateway/timeline.ts";
import { noLog } from "../../gateway/log.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";
import { createPinx } from "../../src/pinx.ts";
import { activatedScreen, availableScreen } from "../../src/users/screens.ts";
import { CiscoRig } from "../unit/gateway/cisco-rig.ts";
import { type Finished, qsig, Terminal } from "../unit/gateway/terminal.ts";
import { eventually } from "../until.ts";
import { isWritten, sectionOf } from "./rows.ts";
import { activated, metBusy, World } from "./world.ts";

describe("acceptance, sections 2 and 9: phones and platform", () => {
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

  it("S-88 CallBack is taken on hook, in ring out, and in a call that is to be transferred to B", () => {
    const isActive = (world: World) => world.callBack("1001").screen("1001") === "CallBack is activated on 2001";
    expect(isActive(metBusy().hangUp("1001").pass(1_000)), "on hook").to.equal(true);
    expect(isActive(new World().dial("1001", "2001")), "ring out").to.equal(true);
    // 1001 holds 1002 and asks 2001, to transfer the one to the other.
    const transferring = new World().talk("2002", "2001").talk("1001", "1002").dial("1001", "2001");
    expect(transferring.phone("1001").held, "connected transfer").to.deep.equal(["1002"]);
    expect(isActive(transferring)).to.equal(true);
    expect([transferring.phone("1001").state, transferring.phone("1002").state]).to.deep.equal(["talking", "talking"]);
    expect(new World().talk("1001", "2001").phone("1001").can.callBack, "not in a call with B").to.equal(false);
    expect(isWritten("docs/administration.md#soft-keys-and-templates")).to.equal(true);
  });

  it("S-90 a reset of A's phone cancels its requests and says so, and qsig check warns the operator", async () => {
    const world = activated().reset("1001").pass(1_000);
    const words = world.entries.flatMap(({ entry }) => (entry.type === "transition" ? [transitionText(entry)] : []));
    expect(words.join()).to.contain("user A's phone registered anew");
    expect([...world.requests("west"), ...world.requests("east")]).to.deep.equal([]);
    const { status, stdout } = await checked(`
neighbours:
  west:
    numbers: ["1xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: network }
    callCompletion: { mode: assisted }
    lines: { type: sip, server: "10.0.0.5:5060" }
    phones: { type: sip, server: "10.0.0.5:5060" }
  east:
    numbers: ["2xxx"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: network }
    callCompletion: { mode: native }
`);
    expect(status).to.equal(0);
    expect(stdout).to.match(/^west: the reset of a phone cancels what its user asked for, and saving a device pool/m);
    expect(stdout).not.to.match(/^east: the reset/m);
    expect(isWritten("docs/administration.md#resets")).to.equal(true);
  });

  it("S-96 the feature is there with the product, and does nothing before it is configured", async () => {
    const empty = await checked("");
    expect(empty.status).to.equal(1);
    expect(empty.stderr).to.contain("is missing");
    // A neighbour without callCompletion: calls pass, and nobody is offered call back.
    const unset = new World({ unconfigured: "west" }).talk("2002", "2001").dial("1001", "2001").callBack("1001");
    expect(unset.screen("1001")).to.equal("No call for CallBack");
    expect([...unset.requests("west"), ...unset.requests("east")]).to.deep.equal([]);
    expect(unset.hangUp("2001").dial("1001", "2001").phone("2001").state).to.equal("ringing");
    expect(metBusy().callBack("1001").screen("1001")).to.equal("CallBack is activated on 2001");
  });

  describe("administration of a gateway that runs", () => {
    let demo: Demo;
    const post = (path: string, body: object = {}) =>
      fetch(`${demo.url}api/${path}`, { method: "POST", body: JSON.stringify(body), headers: json });
    const act = async (number: string, action: string, body: object = {}): Promise<void> => {
      const { status } = await post(`demo/phones/${number}/${action}`, body);
      expect(status, `${action} at ${number}`).to.equal(200);
    };
    const heardBusy = async (): Promise<void> => {
      for (let state = ""; state !== "busyTone"; ) {
        const { phones } = (await (await fetch(`${demo.url}api/demo/phones`)).json()) as { phones: PhoneView[] };
        state = phones.find(({ number }) => number === "1001")?.state ?? "";
      }
    };
    const run = (...args: string[]) => qsig([...args, "--url", demo.url]);

    /** 1001 of the demo meets a busy 2001 and asks for call back. */
    beforeEach(async () => {
      demo = await startDemo({ core: createPinx, host: "127.0.0.1", port: 0, log: noLog });
      await act("2002", "dial", { to: "2001" });
      await act("2001", "answer");
      await act("1001", "dial", { to: "2001" });
      await heardBusy();
      await act("1001", "callBack");
      await eventually(
        () => demo.gateways.west.inspect.requests()[0]?.state === "Active",
        () => "not active",
      );
    });
    afterEach(() => demo.stop());

    it("S-97 a browser gets the page, sees the requests and cancels one; the check list says each step", async () => {
      const page = await fetch(demo.url);
      expect(page.headers.get("content-type")).to.contain("text/html");
      expect(await page.text()).to.contain("qsig-gateway");
      const listed = (await (await fetch(`${demo.url}api/requests`)).json()) as { requests: { request: string }[] };
      expect(listed.requests).to.have.length(1);
      const url = `${demo.url}api/requests/${listed.requests[0]?.request ?? ""}`;
      expect((await fetch(url, { method: "DELETE" })).status).to.equal(200);
      await eventually(
        () => demo.gateways.east.inspect.requests().length === 0,
        () => "the far side still has it",
      );
      const section = sectionOf("docs/administration.md", "Step by step");
      for (const command of ["qsig check", "qsig start", "qsig requests activate"]) expect(section).to.contain(command);
      expect(section.match(/^\d+\. /gm)?.length).to.be.greaterThan(3);
    });

    it("S-98 trouble is examined with qsig trace while it happens, qsig requests and the metrics", async () => {
      const [id] = demo.gateways.west.inspect.requests().map(({ request }) => request);
      expect((await run("requests", "list")).stdout).to.contain("Active");
      expect((await run("requests", "show", id ?? "")).stdout).to.contain("Requested > Active on result");
      expect((await run("lines")).stdout).to.contain("1001");
      expect((await run("trunks")).stdout).to.contain("east");
      const watching = new Terminal();
      const ended = main(["trace", "--url", demo.url], watching.io);
      await act("2001", "hangup");
      await eventually(
        () => watching.stdout.includes("ccExecPossible"),
        () => `qsig trace shows ${watching.stdout}`,
      );
      watching.end();
      expect(await ended).to.equal(0);
      const metrics = await (await fetch(`${demo.url}api/metrics`)).text();
      expect(metrics).to.match(/^qsig_requests\{.*\} 1$/m);
    });
  });
});

const json = { "content-type": "application/json" };

/** `qsig check` of a file with this text. */
async function checked(text: string): Promise<Finished> {
  const folder = await mkdtemp(join(tmpdir(), "qsig-check-"));
  try {
    await writeFile(join(folder, "gateway.yaml"), text);
    return await qsig(["check", join(folder, "gateway.yaml")]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
