import { expect } from "chai";
import { DemoCluster } from "../../src/pbx/cluster.ts";
import { DemoSite } from "../../gateway/demo/site.ts";
import type { Input } from "../../src/seam.ts";

const activated = {
  kind: "activated",
  locale: "en",
  lines: ["CallBack is activated on 2001", "Press Cancel to deactivate", "Press Exit to quit this screen"],
  keys: ["Cancel", "Exit"],
} as const;

/** One site of cluster west with the inputs its adapters post. */
function world() {
  const phones = [
    { number: "1001", name: "Anna Berg" },
    { number: "1002", name: "Ben Roth" },
  ];
  const site = new DemoSite(new DemoCluster("west", phones, 1));
  const posted: Input[] = [];
  const post = (input: Input) => void posted.push(input);
  const trunk = site.trunk({ neighbour: "west", post, drained: () => undefined, warn: () => {} });
  return { site, trunk, lines: site.lines(), phones: site.phones(), take: () => posted.splice(0) };
}

describe("demo site: the adapters of a gateway", () => {
  it("trunk: opened when asked, octets both ways, closed once", () => {
    const { site, trunk, take } = world();
    trunk.open("demo");
    expect(take()).to.deep.equal([{ type: "opened", trunk: "west", channel: "demo", by: "us" }]);
    site.act("1001", { action: "dial", to: "2001" });
    expect(take().map(({ type }) => type)).to.deep.equal(["received"]);
    trunk.close("demo", "the trunk is stopped");
    trunk.close("demo", "the trunk is stopped");
    expect(take()).to.deep.equal([{ type: "closed", trunk: "west", channel: "demo", reason: "the trunk is stopped" }]);
    expect(site.views()[0]).to.include({ state: "reorderTone", cause: 27 });
  });

  it("trunk: without a channel a call ends at once with cause 27", () => {
    const { site, take } = world();
    site.act("1001", { action: "dial", to: "2001" });
    expect(site.views()[0]).to.include({ state: "reorderTone", cause: 27 });
    expect(take()).to.deep.equal([]);
  });

  it("lines: the whole snapshot at once, then each change once, and nothing after unwatch", () => {
    const { site, lines, take } = world();
    lines.watch("west/1001");
    expect(take()).to.have.length(1);
    site.act("1001", { action: "offhook" });
    const [change] = take();
    expect(change).to.deep.include({ type: "line", line: "west/1001" });
    expect(change?.type === "line" ? change.snapshot : undefined).to.deep.include({ offhook: true, uses: 1 });
    site.act("1002", { action: "offhook" });
    expect(take()).to.deep.equal([]);
    lines.unwatch("west/1001");
    site.act("1001", { action: "onhook" });
    expect(take()).to.deep.equal([]);
  });

  it("lines: says absent of a number without a phone", () => {
    const { lines, take } = world();
    lines.watch("west/1999");
    expect(take()).to.deep.equal([{ type: "line", line: "west/1999", snapshot: "absent" }]);
  });

  it("phones: draws the screen, answers done, and brings the keys back", () => {
    const { site, phones, take } = world();
    phones.notify(7, "west/1001", activated, true);
    expect(take()).to.deep.equal([{ type: "done", of: 7, ok: true }]);
    expect(site.views()[0]).to.deep.include({ screen: activated, sound: true });
    site.act("1001", { action: "press", key: "cancel" });
    expect(take()).to.deep.equal([{ type: "user", user: "west/1001", press: { key: "cancel" } }]);
    phones.notify(8, "west/1001", null, false);
    expect(site.views()[0]).to.deep.include({ screen: null, sound: false });
  });

  it("phones: places a call, and says why it cannot", () => {
    const { site, phones, trunk, take } = world();
    trunk.open("demo");
    take();
    phones.placeCall(9, "west/1001", "2001", "r-1");
    expect(take().map(({ type }) => type)).to.have.members(["received", "done"]);
    expect(site.views()[0]).to.include({ state: "dialling", offhook: true });
    phones.placeCall(10, "west/1999", "2001", "r-1");
    expect(take()).to.deep.equal([
      { type: "done", of: 10, ok: false, reason: "there is no phone 1999 in west: it has 1001, 1002" },
    ]);
  });

  it("posts nothing after the end", async () => {
    const { site, trunk, lines, phones, take } = world();
    trunk.open("demo");
    lines.watch("west/1001");
    take();
    await Promise.all([trunk.stop(), lines.stop(), phones.stop()]);
    site.act("1001", { action: "dial", to: "2001" });
    expect(take()).to.deep.equal([]);
  });

  it("tells who follows the phones of each change, until the end of the subscription", () => {
    const { site } = world();
    const seen: string[] = [];
    const end = site.subscribe((view) => seen.push(`${view.number} ${view.state}`));
    site.act("1001", { action: "dial", to: "1002" });
    end();
    site.act("1002", { action: "answer" });
    expect(seen).to.have.members(["1001 ringback", "1002 ringing"]);
  });
});
