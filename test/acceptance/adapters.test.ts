import { expect } from "chai";
import { RealAdapters } from "./real-adapters.ts";

describe("acceptance, through the real adapters: lines http, phones cisco", function () {
  this.timeout(20_000);
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
});
