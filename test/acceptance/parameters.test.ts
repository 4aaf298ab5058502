import { expect } from "chai";
import { loadConfig } from "../../gateway/config/load.ts";
import { activated, metBusy, World, type WorldOptions } from "./world.ts";

describe("acceptance, section 8: service parameters", () => {
  const west = (text: string): WorldOptions => ({ between: { west: text } });

  it("S-76 Callback Enabled Flag: false refuses every request, as caller and as called", () => {
    for (const side of ["west", "east"] as const) {
      const world = metBusy(new World({ cluster: { [side]: ", enabled: false" } }))
        .callBack("1001")
        .pass(100);
      expect(world.screen("1001"), side).not.to.equal("CallBack is activated on 2001");
    }
  });

  it("S-78 Connection Proposal Type: what we ask for is on the wire", () => {
    for (const [proposal, wanted] of [
      ["retain", true],
      ["release", false],
      ["none", undefined],
    ] as const) {
      const world = activated(west(`, our: { connectionProposal: ${proposal} }`));
      expect(world.argument("west", "ccbsRequest")?.["retainSigConnection"], proposal).to.equal(wanted);
    }
  });

  it("S-79 Connection Response Type: where the peer has no preference, the connection is kept or released", () => {
    for (const [response, name] of [
      ["retain", "CONNECT"],
      ["release", "RELEASE"],
    ] as const) {
      const none = ", our: { connectionProposal: none }";
      const world = activated({ between: { west: none, east: `, our: { connectionResponse: ${response} }` } });
      const answers = world.sent("east").filter((text) => text.includes("result"));
      expect(answers, response).to.deep.equal([`${name} result ccbsRequest`]);
    }
  });

  it("S-80 Call Back Request Protection T1: a request without answer fails after it", () => {
    for (const [t1, seconds] of [
      // Below T303 and its repetition, which would end a request to a peer that says nothing at all.
      ["3s", 3],
      ["6s", 6],
    ] as const) {
      const world = metBusy(new World(west(`, our: { t1: ${t1} }`)))
        .deaf("east")
        .callBack("1001");
      expect(world.pass((seconds - 1) * 1000).screen("1001") ?? "", t1).not.to.contain("failed");
      expect(world.pass(2_000).screen("1001"), t1).to.contain("failed");
    }
  });

  it("S-81 Callback Recall T3: an unused call back ends after it", () => {
    for (const [t3, seconds] of [
      ["10s", 10],
      ["40s", 40],
    ] as const) {
      const world = activated(west(`, our: { t3: ${t3} }`))
        .hangUp("2001")
        .pass(1_100);
      expect(world.pass((seconds - 2) * 1000).requests("west"), t3).to.deep.equal(["originating ccbs Recall"]);
      expect(world.pass(3_000).requests("west"), t3).to.deep.equal([]);
    }
  });

  it("S-82 Callback Calling Search Space: neighbours outside it are refused in words", () => {
    const inside = activated({ cluster: { west: ", callingSearchSpace: [east]" } });
    expect(inside.screen("1001")).to.equal("CallBack is activated on 2001");
    const outside = activated({ cluster: { west: ", callingSearchSpace: [west]" } });
    expect(outside.screen("1001")).to.equal("CallBack on 2001 is not allowed from here");
  });

  it("S-83 No Path Preservation: a path is reserved before A is told, or none, and the result says so", () => {
    const free = (noPathReservation: boolean) => {
      const text = `, our: { noPathReservation: ${noPathReservation} }`;
      return activated({ ownsBearers: true, between: { west: text, east: text } })
        .hangUp("2001")
        .pass(2_000);
    };
    for (const flag of [true, false]) {
      const world = free(flag);
      // FALSE is its default, and not on the wire.
      expect(world.result("east", "ccbsRequest")?.["noPathReservation"] ?? false).to.equal(flag);
      const reserved = world.sent("west").filter((text) => text.includes("ccPathReserve"));
      expect(reserved).to.have.length(flag ? 0 : 1);
      expect(world.screen("1001")).to.equal("2001 has become available");
    }
  });

  it("S-84 Set Private Numbering Plan for Callback: numbers of the service say plan private, and only then", () => {
    // The cluster says plan unknown of its numbers.
    const numbers = (flag: boolean) => {
      const world = activated({ numberingPlan: 0, ...west(`, our: { privateNumberingPlan: ${flag} }`) });
      expect(world.screen("1001")).to.equal("CallBack is activated on 2001");
      return JSON.stringify(world.argument("west", "ccbsRequest"));
    };
    expect(numbers(true)).to.contain("privatePartyNumber").and.not.contain("unknownPartyNumber");
    expect(numbers(false)).not.to.contain("privatePartyNumber");
  });

  it("S-85 defaults work unchanged, and every parameter has its help", async () => {
    expect(activated().screen("1001")).to.equal("CallBack is activated on 2001");
    const loaded = loadConfig('neighbours: { east: { numbers: ["2xxx"], trunk: { type: demo } } }');
    if (!loaded.ok) throw new Error("the smallest configuration has faults");
    for (const { path, help } of loaded.settings) expect(help, path).to.have.length.greaterThan(10);
    const served = loaded.settings.map(({ serves }) => serves);
    for (let id = 76; id <= 84; id += 1) expect(served).to.include(`S-${id}`);
  });
});
