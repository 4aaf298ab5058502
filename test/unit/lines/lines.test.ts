import { expect } from "chai";
import { describe, it } from "mocha";
import type { LineKey, LineSnapshot } from "../../../src/lines/line.ts";
import { Lines } from "../../../src/lines/lines.ts";

const idle: LineSnapshot = {
  registered: "yes",
  calls: 0,
  ringingIn: 0,
  offhook: false,
  dnd: false,
  forward: {},
  uses: 0,
  epoch: 1,
};
const busy: LineSnapshot = { ...idle, calls: 1, uses: 1 };

class Port {
  now = 0;
  readonly asked: string[] = [];
  watch(line: LineKey): void {
    this.asked.push(`watch ${line}`);
  }
  unwatch(line: LineKey): void {
    this.asked.push(`unwatch ${line}`);
  }
}

describe("lines", () => {
  it("asks the monitor once for a line that several watch, and lets go with the last", () => {
    const port = new Port();
    const lines = new Lines<string>(port);
    expect(lines.watch("west/2001", "r1")).to.equal(undefined);
    expect(lines.watch("west/2001", "r2")).to.equal(undefined);
    expect(lines.watchers("west/2001")).to.equal(2);
    lines.unwatch("west/2001", "r1");
    lines.unwatch("west/2001", "r1");
    expect(port.asked).to.deep.equal(["watch west/2001"]);
    lines.unwatch("west/2001", "r2");
    expect(port.asked).to.deep.equal(["watch west/2001", "unwatch west/2001"]);
    expect(lines.watchers("west/2001")).to.equal(0);
  });

  it("tells a later watcher what is known, and names all who wait in the order they came", () => {
    const lines = new Lines<string>(new Port());
    lines.watch("west/2001", "r1");
    expect(lines.report("west/2001", busy, 1)).to.deep.equal(["r1"]);
    expect(lines.watch("west/2001", "r2")).to.equal(busy);
    expect(lines.report("west/2001", idle, 1)).to.deep.equal(["r1", "r2"]);
    expect(lines.reportOf("west/2001")).to.equal(idle);
  });

  it("forgets what it knew when nobody watches", () => {
    const lines = new Lines<string>(new Port());
    lines.watch("west/2001", "r1");
    lines.report("west/2001", busy, 1);
    lines.unwatch("west/2001", "r1");
    expect(lines.report("west/2001", idle, 1)).to.deep.equal([]);
    expect(lines.watch("west/2001", "r2")).to.equal(undefined);
  });

  it("measures how long a line is free, from the last gap on", () => {
    const port = new Port();
    const lines = new Lines<string>(port);
    lines.watch("west/2001", "r1");
    expect(lines.freeForMs("west/2001")).to.equal(0);
    port.now = 1000;
    lines.report("west/2001", idle, 1);
    port.now = 4000;
    lines.report("west/2001", { ...idle, dnd: true }, 1);
    expect(lines.freeForMs("west/2001")).to.equal(3000);
    lines.report("west/2001", busy, 1);
    expect(lines.freeForMs("west/2001")).to.equal(0);
    lines.report("west/2001", idle, 1);
    port.now = 5000;
    expect(lines.freeForMs("west/2001")).to.equal(1000);
    lines.report("west/2001", "lost", 1);
    lines.report("west/2001", idle, 1);
    expect(lines.freeForMs("west/2001")).to.equal(0);
  });
});
