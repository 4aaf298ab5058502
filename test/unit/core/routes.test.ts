import { expect } from "chai";
import type { NeighbourConfig } from "../../../src/config.ts";
import { Routes, ties } from "../../../src/routes.ts";
import { matches } from "../../../src/number-pattern.ts";

const neighbour = (name: string, ...numbers: string[]) => ({ name, numbers }) as unknown as NeighbourConfig;

describe("routes", () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ["2001", "2001", true],
    ["2xxx", "2001", true],
    ["2xxx", "200", false],
    ["2xxx", "20011", false],
    ["2*", "2", true],
    ["2*", "20011", true],
    ["2*", "3001", false],
    ["2x*", "2", false],
    ["*", "", true],
  ];
  for (const [pattern, digits, fits] of rows) {
    it(`${pattern} ${fits ? "fits" : "does not fit"} ${digits}`, () => {
      expect(matches(pattern, digits)).to.equal(fits);
    });
  }

  it("takes the longest pattern, and digits before x", () => {
    const routes = new Routes([neighbour("rest", "*"), neighbour("west", "2xxx"), neighbour("desk", "2001")]);
    expect(["2001", "2002", "9"].map((digits) => routes.neighbourOf(digits)?.name)).to.deep.equal([
      "desk",
      "west",
      "rest",
    ]);
  });

  it("knows no neighbour for a number nobody has", () => {
    expect(new Routes([neighbour("west", "2xxx")]).neighbourOf("3001")).to.equal(undefined);
  });

  it("names two patterns of different neighbours that are equally exact and share a number", () => {
    expect(ties([neighbour("a", "2xx1"), neighbour("b", "21xx"), neighbour("c", "2xx2")])).to.deep.equal([
      ["a 2xx1", "b 21xx"],
      ["b 21xx", "c 2xx2"],
    ]);
  });

  for (const [digits, now, later] of [
    ["", undefined, ["desk", "west", "far"]],
    ["2", undefined, ["desk", "west"]],
    ["200", undefined, ["desk", "west"]],
    ["2001", "desk", []],
    ["4", undefined, ["far"]],
    ["49", "far", ["far"]],
    ["491", "far", ["far"]],
    ["5", undefined, []],
  ] as const) {
    it(`with "${digits}" dialled: ${now ?? "nobody"} now, later ${later.join(", ") || "nobody"} (R29)`, () => {
      const routes = new Routes([neighbour("west", "2xxx"), neighbour("far", "49*"), neighbour("desk", "2001")]);
      const selection = routes.select(digits);
      expect(selection.neighbour?.name).to.equal(now);
      expect(selection.later.map(({ name }) => name)).to.deep.equal(later);
    });
  }
});
