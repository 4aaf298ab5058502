import { expect } from "chai";
import { describe, it } from "mocha";
import { element } from "../../../codecs/q931/element.ts";
import { bearerCapability } from "../../../codecs/q931/ie/bearer-capability.ts";
import { highLayerCompatibility } from "../../../codecs/q931/ie/high-layer-compatibility.ts";
import { Correlator } from "../../../src/completion/correlate.ts";
import type { Parties } from "../../../src/completion/parties.ts";
import { bearerFits, isExact, isLenient, partiesOfSetup } from "../../../src/completion/parties.ts";
import { setupIes } from "./world.ts";

const base = partiesOfSetup(setupIes("1001", "2001"));

function changed(a: Partial<Parties["a"]>, more: Partial<Parties> = {}): Parties {
  return { ...base, ...more, a: { ...base.a, ...a } };
}

const service = (name: string, parties: Parties = base, trunk = "east") => ({ name, parties, trunk, digits: "" });

describe("parties (CC 6.3)", () => {
  it("match exactly by plan, type, digits, subaddress and the octets of BC, HLC and LLC", () => {
    expect(isExact(base, changed({}))).to.equal(true);
    const others = [
      changed({ numberingPlan: 1 }),
      changed({ typeOfNumber: 4 }),
      changed({ digits: "1002" }),
      changed({ subaddress: "0:50" }),
      changed({}, { bearer: "04038090a2" }),
      changed({}, { highLayer: "7d029181" }),
      changed({}, { lowLayer: "7c03" }),
      { ...base, b: { ...base.b, digits: "2002" } },
    ];
    expect(others.map((other) => isExact(base, other))).to.deep.equal(others.map(() => false));
  });

  it("match leniently by digits from the right, known plans and transfer capability", () => {
    const lenient = [
      changed({ typeOfNumber: 2 }),
      changed({ numberingPlan: 0 }),
      changed({ digits: "9991001" }),
      changed({ digits: "10 01" }),
      changed({ subaddress: "0:50" }),
      changed({}, { bearer: "04038090a2", highLayer: "7d029181" }),
      changed({}, { bearer: "" }),
    ];
    expect(lenient.map((other) => isLenient(base, other))).to.deep.equal(lenient.map(() => true));
    const others = [
      changed({ numberingPlan: 1 }),
      changed({ digits: "001" }),
      changed({ digits: "1002" }),
      changed({ digits: "" }),
      changed({}, { bearer: "04028890" }),
    ];
    expect(others.map((other) => isLenient(base, other))).to.deep.equal(others.map(() => false));
  });

  it("compare numbers shorter than four digits whole", () => {
    const short = changed({ digits: "101" });
    expect(isLenient(short, changed({ digits: "101" }))).to.equal(true);
    expect(isLenient(short, changed({ digits: "9101" }))).to.equal(false);
  });
});

describe("bearer of a recall (R4)", () => {
  const bearer = (capability: number) =>
    element(bearerCapability, {
      codingStandard: 0,
      informationTransferCapability: capability,
      transferMode: 0,
      informationTransferRate: 16,
      layers: [],
    });
  const hlc = element(highLayerCompatibility, {
    codingStandard: 0,
    interpretation: 4,
    presentationMethod: 1,
    characteristics: 1,
  });
  const [speech, audio, digital] = [bearer(0), bearer(16), bearer(8)];

  it("fits where it can do the same; a new HLC matters for data only", () => {
    expect(bearerFits([speech], [speech])).to.equal(true);
    expect(bearerFits([speech], [audio])).to.equal(false);
    expect(bearerFits([digital], [speech])).to.equal(false);
    expect(bearerFits([speech, hlc], [speech])).to.equal(true);
    expect(bearerFits([audio, hlc], [audio])).to.equal(true);
    expect(bearerFits([digital, hlc], [digital])).to.equal(false);
    expect(bearerFits([digital, hlc], [digital, hlc])).to.equal(true);
    expect(bearerFits([digital], [digital, hlc])).to.equal(true);
    expect(bearerFits([], [speech])).to.equal(false);
  });
});

describe("correlator", () => {
  it("finds what matches octet for octet before what only resembles", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    const similar = service("similar", changed({ typeOfNumber: 2 }));
    const same = service("same");
    correlator.add(similar);
    correlator.add(same);
    expect(correlator.find(base, "east")).to.deep.include({ service: same, how: "exact", alias: false });
  });

  it("takes the oldest of two that match octet for octet, and says so", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    const [older, newer] = [service("older"), service("newer")];
    correlator.add(older);
    correlator.add(newer);
    expect(correlator.find(base, "east")).to.deep.include({ service: older, alias: true });
    correlator.remove(older);
    expect(correlator.find(base, "east")).to.deep.include({ service: newer, alias: false });
  });

  it("refuses to choose between two that only resemble", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    correlator.add(service("one", changed({ typeOfNumber: 2 })));
    correlator.add(service("two", changed({ typeOfNumber: 3 })));
    expect(correlator.find(base, "east")).to.equal(undefined);
  });

  it("finds by the last digits what the trunk gave a prefix, or took one from", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    const one = service("one", changed({ digits: "8881001" }));
    correlator.add(one);
    expect(correlator.find(base, "east")).to.deep.include({ service: one, how: "lenient" });
    expect(correlator.find(changed({ digits: "7778881001" }), "east")).to.deep.include({ service: one });
    expect(correlator.find(changed({ digits: "7771001" }), "east")).to.equal(undefined);
  });

  it("R19: looks on the trunk of the service, or anywhere by the numbers alone", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    const east = service("east");
    correlator.add(east);
    expect(correlator.find(base, "north")).to.equal(undefined);
    expect(correlator.findAnywhere(changed({}, { bearer: "04028890" }))).to.deep.include({ service: east });
    correlator.add(service("north", base, "north"));
    expect(correlator.findAnywhere(base)).to.equal(undefined);
  });

  it("forgets what is removed, and what was never there", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    const one = service("one");
    correlator.remove(one);
    correlator.add(one);
    correlator.remove(one);
    expect(correlator.find(base, "east")).to.equal(undefined);
    expect(correlator.findAnywhere(base)).to.equal(undefined);
  });

  it("costs the same among twenty thousand", () => {
    const correlator = new Correlator<ReturnType<typeof service>>();
    const named = (index: number): Parties => ({
      ...base,
      a: { ...base.a, digits: String(1_000_000 + index) },
      b: { ...base.b, digits: String(2_000_000 + index) },
    });
    let compared = 0;
    for (let index = 0; index < 20_000; index += 1) {
      const parties = named(index);
      correlator.add({
        name: String(index),
        trunk: "east",
        digits: "",
        get parties() {
          compared += 1;
          return parties;
        },
      });
    }
    compared = 0;
    for (let index = 0; index < 1000; index += 1) correlator.find(named(index * 20), "east");
    expect(compared).to.be.lessThan(3000);
  });
});
