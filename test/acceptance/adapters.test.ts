import { expect } from "chai";
import { eventually } from "../until.ts";
import { RealAdapters } from "./real-adapters.ts";

describe("acceptance, through the real adapters: lines http, phones cisco", () => {
  const cleanup: (() => unknown)[] = [];
  let world: RealAdapters;

  afterEach(async () => {
    for (const stop of cleanup.splice(0).toReversed()) await stop();
  });

  /** 2001 talks to 2002; 1001 has met it busy, hung up and asked through the phone service. */
  async function asked(more?: string): Promise<void> {
    world = await RealAdapters.start((stop) => cleanup.push(stop), more);
    world.act("2002", { action: "dial", to: "2001" });
    world.act("2001", { action: "answer" });
    await world.state("2001", "talking");
    world.act("1001", { action: "dial", to: "2001" });
    await world.state("1001", "busyTone");
    world.act("1001", { action: "hangup" });
    expect(await world.cisco.open(`${world.url}/phones/callback`)).to.equal(200);
    await world.cisco.until(({ screen }) => screen?.lines[0] === "CallBack is activated on 2001");
  }

  it("S-01 S-25 a Cisco phone asks, is told with screen and sound, dials, and the users talk", async () => {
    await asked();
    await world.cisco.press("Exit");
    world.act("2001", { action: "hangup" });
    await world.cisco.until(({ screen, played }) => screen !== null && played.length > 0);
    expect(world.cisco.screen?.lines[0]).to.equal("2001 has become available");
    expect(world.cisco.played).to.deep.equal(["CallBack.raw"]);
    await world.cisco.press("Dial");
    await world.state("2001", "ringing");
    world.act("2001", { action: "answer" });
    await world.state("1001", "talking");
    expect([world.gateway.inspect.requests(), world.cisco.faults]).to.deep.equal([[], []]);
  });

  it("S-23 Cancel on a Cisco phone deactivates, and the line is no longer watched", async () => {
    await asked();
    expect(world.gateway.inspect.lines().map(({ line }) => line)).to.include("east/2001");
    await world.cisco.press("Cancel");
    await world.cisco.until(({ screen }) => screen?.lines[0] !== "CallBack is activated on 2001");
    expect([world.gateway.inspect.requests(), world.gateway.inspect.lines()]).to.deep.equal([[], []]);
  });

  it("S-14 CallBack pressed again through the phone service shows the current screen", async () => {
    await asked();
    await world.cisco.press("Exit");
    expect(world.cisco.screen).to.equal(null);
    await world.cisco.open(`${world.url}/phones/menu`);
    const own = world.cisco.screen?.menu.find(({ name }) => name === "CallBack 2001");
    await world.cisco.open(own?.url ?? "");
    expect(world.cisco.screen?.lines[0]).to.equal("CallBack is activated on 2001");
  });

  it("S-77 Callback Audio Notification File Name: the phone plays that file, and finds it at the gateway", async () => {
    await asked(", audioFile: Chime.raw");
    await world.cisco.press("Exit");
    world.act("2001", { action: "hangup" });
    await world.cisco.until(({ played }) => played.length > 0);
    expect(world.cisco.played).to.deep.equal(["Chime.raw"]);
    const file = await fetch(`${world.url}/Chime.raw`);
    expect([file.status, file.headers.get("content-type")]).to.deep.equal([200, "audio/basic"]);
    expect((await file.arrayBuffer()).byteLength).to.be.greaterThan(4_000);
    expect((await fetch(`${world.url}/CallBack.raw`)).status).to.equal(404);
  });

  const noRequests = async (): Promise<void> =>
    eventually(
      () => world.gateway.inspect.requests().length === 0,
      () => JSON.stringify(world.gateway.inspect.requests()),
    );

  it("S-63 the script tells that A's phone has started anew: the call back is cancelled", async () => {
    await asked();
    world.script.says("1001", { registration: "boot-2" });
    await noRequests();
    world.act("2001", { action: "hangup" });
    await noRequests();
    await world.cisco.until(({ screen }) => screen === null);
    expect(world.cisco.played).to.deep.equal([]);
  });

  it("S-70 the script tells that another user is at A's phone: the call back is cancelled", async () => {
    await asked();
    world.script.says("1001", { user: "ben" });
    await noRequests();
  });

  /** 1001 talks to 1002, and 2001 has met 1002 busy. */
  async function metBusy(): Promise<void> {
    world = await RealAdapters.start((stop) => cleanup.push(stop));
    world.act("1001", { action: "dial", to: "1002" });
    world.act("1002", { action: "answer" });
    await world.state("1002", "talking");
    world.act("2001", { action: "dial", to: "1002" });
    await world.state("2001", "busyTone");
  }

  const screenOf2001 = async (text: string | RegExp): Promise<void> =>
    eventually(
      () => (world.phone("2001").screen?.lines[0] ?? "").match(text) !== null,
      () => `2001 shows ${JSON.stringify(world.phone("2001").screen)}`,
    );

  it("S-64 the script tells that B's phone has started anew: A is alerted when B is available later", async () => {
    await metBusy();
    world.act("2001", { action: "callBack" });
    await screenOf2001("CallBack is activated on 1002");
    world.script.says("1002", { registration: "boot-2" });
    world.act("1002", { action: "hangup" });
    await screenOf2001("1002 has become available");
  });

  it("S-13 the script tells that B forwards all calls to voice mail: A cannot activate", async () => {
    await metBusy();
    world.script.says("1002", { forward: { all: "1800" }, voicemail: "1800" });
    world.act("2001", { action: "callBack" });
    await screenOf2001(/1002 (does not|cannot) take CallBack/);
    await noRequests();
  });

  it("S-48 the script tells that B forwards after activation: A is told when B is free, and Dial calls", async () => {
    await metBusy();
    world.act("2001", { action: "callBack" });
    await screenOf2001("CallBack is activated on 1002");
    world.script.says("1002", { forward: { all: "1001", busy: "1001", noAnswer: "1001" } });
    world.act("1002", { action: "hangup" });
    await screenOf2001("1002 has become available");
    world.act("2001", { action: "press", key: "dial" });
    await world.state("1002", "ringing");
  });
});
