import { expect } from "chai";
import { ApiError, type ApiResponse } from "../../gateway/api/route.ts";
import { DemoCluster } from "../../src/pbx/cluster.ts";
import { demoRoutes, longestCutMs } from "../../gateway/demo/routes.ts";
import { DemoShow } from "../../gateway/demo/show.ts";
import { DemoSite } from "../../gateway/demo/site.ts";

function world() {
  const site = (name: string, number: string) =>
    new DemoSite(new DemoCluster(name, [{ number, name: "Anna Berg" }], 1));
  const sites = { west: site("west", "1001"), east: site("east", "2001") };
  const cuts: [number, string][] = [];
  const wire = {
    address: { host: "127.0.0.1", port: 1 },
    cutUntil: undefined,
    cut: (ms: number, failure: string) => void cuts.push([ms, failure]),
    stop: async () => {},
  };
  const show = new DemoShow(sites);
  const routes = demoRoutes({ sites, show, wire });
  const call = async (
    path: string,
    parameters: Record<string, string>,
    body: unknown,
  ): Promise<ApiResponse | ApiError> => {
    const route = routes.find((one) => one.path === path);
    if (route === undefined) throw new Error(`no route ${path}`);
    try {
      return await route.handle({ parameters, query: new URLSearchParams(), body });
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
  };
  return { sites, show, cuts, call };
}

const phone = "/api/demo/phones/:number/:action";

describe("demo API", () => {
  it("does at a phone what is asked and answers with the phone", async () => {
    const { call, sites } = world();
    const response = await call(phone, { number: "2001", action: "offhook" }, undefined);
    expect(response).to.have.property("status", 200);
    expect(sites.east.views()[0]).to.include({ state: "dialTone" });
  });

  const refusals = [
    ["an unknown phone", { number: "1009", action: "answer" }, {}, 404, "there is no phone 1009"],
    ["an unknown action", { number: "1001", action: "sing" }, {}, 404, "a phone cannot sing, only dial,"],
    ["an action by the name of a property", { number: "1001", action: "constructor" }, {}, 404, "a phone cannot"],
    ["dial without a number", { number: "1001", action: "dial" }, {}, 400, 'dial takes {"to": "2001"}'],
    ["dial with a number that is none", { number: "1001", action: "dial" }, { to: 2001 }, 400, "dial takes"],
    ["a key no phone has", { number: "1001", action: "press" }, { key: "ok" }, 400, "press takes"],
    ["what the phone cannot do now", { number: "1001", action: "answer" }, {}, 409, "1001 does not ring"],
  ] as const;
  for (const [what, parameters, body, status, text] of refusals) {
    it(`refuses ${what} with ${status}`, async () => {
      const response = await world().call(phone, parameters, body);
      expect(response).to.be.instanceOf(ApiError).and.to.have.property("status", status);
      expect((response as ApiError).message).to.include(text);
    });
  }

  it("cuts the line for a time within its limit", async () => {
    const { call, cuts } = world();
    for (const ms of [0, -1, longestCutMs + 1, "3000", undefined]) {
      expect(await call("/api/demo/cut", {}, { ms })).to.have.property("status", 400);
    }
    for (const ms of [1, longestCutMs]) expect(await call("/api/demo/cut", {}, { ms })).to.have.property("status", 200);
    expect(await call("/api/demo/cut", {}, { ms: 5, failure: "loud" })).to.have.property("status", 400);
    expect(await call("/api/demo/cut", {}, { ms: 5, failure: "silent" })).to.have.property("status", 200);
    expect(cuts).to.deep.equal([
      [1, "ended"],
      [longestCutMs, "ended"],
      [5, "silent"],
    ]);
  });

  it("shows who begins to follow everything there is, then what happens", () => {
    const { show, sites } = world();
    show.wire(Date.now() + 3000);
    const seen: [string, unknown][] = [];
    const end = show.watch((event, data) => seen.push([event, data]));
    expect(seen[0]?.[0]).to.equal("start");
    expect(seen[0]?.[1]).to.have.property("phones").with.length(2);
    expect(seen[0]?.[1]).to.have.property("rows").with.length(1);
    expect(seen[0]?.[1]).to.have.property("cutForMs").within(1, 3000);
    show.wire(undefined);
    end();
    show.wire(undefined);
    expect(seen.slice(1).map(([event]) => event)).to.deep.equal(["row", "wire"]);
    expect(sites.west.views()).to.have.length(1);
  });
});
