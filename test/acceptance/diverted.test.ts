import { expect } from "chai";
import { divertedTo } from "../unit/completion/diversion.ts";
import { metBusy, World } from "./world.ts";

describe("acceptance, section 5: forwarding before activation", () => {
  /** 1001 calls 2001, whose cluster tells that the call goes to 2003, and 2003 rings. */
  const forwarded = () =>
    new World().set("2001", { forwardAll: "2003" }).tells("east", divertedTo("2003", "cfnr")).dial("1001", "2001");

  it("S-45 the call was forwarded to C, who rang: the request is for C", () => {
    const world = forwarded().callBack("1001");
    expect(world.phone("2003").state).to.equal("ringing");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2003");
    expect(JSON.stringify(world.argument("west", "ccnrRequest"))).to.contain("2003");
  });

  it("S-46 the same, but C was busy: the request is for B", () => {
    const world = new World().set("2001", { forwardAll: "2003" }).tells("east", divertedTo("2003", "cfnr"));
    world.talk("2002", "2003").dial("1001", "2001").callBack("1001");
    expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
    expect(JSON.stringify(world.argument("west", "ccbsRequest"))).to.contain("2001");
  });

  it("S-47 when the target goes on hook A gets alert and message that names it", () => {
    const ofC = forwarded().callBack("1001").hangUp("1001");
    ofC.act("2003", { action: "offhook" }).act("2003", { action: "onhook" }).pass(2_000);
    expect([ofC.screen("1001"), ofC.phone("1001").sound]).to.deep.equal(["2003 has become available", true]);
    const ofB = metBusy().callBack("1001").hangUp("2001").pass(2_000);
    expect([ofB.screen("1001"), ofB.phone("1001").sound]).to.deep.equal(["2001 has become available", true]);
  });
});

describe("acceptance, section 7: voice mail", () => {
  const pilots = ', voicemailPilots: ["2003"]';
  const options = { cluster: { east: pilots }, between: { west: pilots } };
  /** What sends the call to voice mail; iDivert has no reason of its own. */
  const modes = [
    ["Forward All", "cfu"],
    ["Forward Busy", "cfb"],
    ["Forward No Answer", "cfnr"],
    ["iDivert", "unknown"],
  ] as const;
  /** 2003 is the pilot of voice mail; 2001 sends the call there. */
  const toPilot = (reason: (typeof modes)[number][1]) =>
    new World(options).set("2001", { forwardAll: "2003" }).tells("east", divertedTo("2003", reason));

  function expectRefused(world: World, mode: string): void {
    world.callBack("1001").pass(100);
    expect(world.screen("1001"), mode).not.to.match(/^CallBack is activated/);
    expect([...world.requests("east")], mode).to.deep.equal([]);
  }

  /** S-65 to S-68, each for every way into voice mail (S-69). */
  const outcomes: readonly (readonly [string, (reason: (typeof modes)[number][1], mode: string) => void])[] = [
    [
      "S-65 connected to voice mail: CallBack is not possible",
      (reason, mode) => expectRefused(toPilot(reason).dial("1001", "2001").answer("2003"), mode),
    ],
    [
      "S-66 ring out, a profile without a pilot: A can activate against B",
      (_reason, mode) => {
        const world = new World().dial("1001", "2001").callBack("1001").pass(100);
        expect(world.screen("1001"), mode).to.equal("CallBack is activated on 2001");
      },
    ],
    [
      "S-67 voice mail or the network fails, the pilot is the new called party: A can not activate against B",
      (reason, mode) => {
        const world = toPilot(reason).set("2003", { registered: false }).dial("1001", "2001");
        expectRefused(world, mode);
      },
    ],
    [
      "S-68 every port of voice mail is busy, the pilot is the new called party: A can not activate against B",
      (reason, mode) => expectRefused(toPilot(reason).talk("2002", "2003").dial("1001", "2001"), mode),
    ],
  ];
  for (const [name, show] of outcomes) {
    it(name, () => show("cfnr", "Forward No Answer"));
  }
  it("S-65 an earlier call that met a busy B is not what CallBack means once voice mail has answered", () => {
    const world = metBusy(new World(options)).hangUp("1001").hangUp("2001");
    world.set("2001", { forwardAll: "2003" }).tells("east", divertedTo("2003", "cfu"));
    expectRefused(world.dial("1001", "2001").answer("2003"), "Forward All");
  });
  it("S-69 the four outcomes hold for Forward All, Busy, No Answer and iDivert", () => {
    for (const [mode, reason] of modes) for (const [, show] of outcomes) show(reason, mode);
  });
});
