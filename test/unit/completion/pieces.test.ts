import { expect } from "chai";
import { describe, it } from "mocha";
import { isoDialect } from "../../../codecs/dialect.ts";
import { facilityOf } from "../../../codecs/facility/encode.ts";
import { element } from "../../../codecs/q931/element.ts";
import { calledPartyNumber } from "../../../codecs/q931/ie/called-party-number.ts";
import { calledPartySubaddress } from "../../../codecs/q931/ie/called-party-subaddress.ts";
import { callingPartySubaddress } from "../../../codecs/q931/ie/calling-party-subaddress.ts";
import { facilityElement } from "../../../codecs/q931/ie/facility.ts";
import { highLayerCompatibility } from "../../../codecs/q931/ie/high-layer-compatibility.ts";
import { lowLayerCompatibility } from "../../../codecs/q931/ie/low-layer-compatibility.ts";
import { invoke } from "../../../codecs/rose/make.ts";
import { toHex } from "../../../codecs/shape.ts";
import {
  fullArgument,
  numbersFrom,
  numbersTowardA,
  octetsToKeep,
  requestArgument,
} from "../../../src/completion/call-numbers.ts";
import { dialectOf, serviceInvoke } from "../../../src/completion/messages.ts";
import { answerTo, withProposal } from "../../../src/completion/negotiation.ts";
import { partiesOfArgument, partiesOfSetup } from "../../../src/completion/parties.ts";
import { freeInvokeId, readApdus } from "../../../src/completion/received.ts";
import { durationMs, timers } from "../../../src/completion/timers.ts";
import { messageOf, servingA, setupIes } from "./world.ts";

const subaddress = (digit: number) => ({ typeOfSubaddress: 0, odd: false, information: Uint8Array.of(0x50, digit) });
const hlc = element(highLayerCompatibility, {
  codingStandard: 0,
  interpretation: 4,
  presentationMethod: 1,
  characteristics: 1,
});
const llc = element(lowLayerCompatibility, {
  codingStandard: 0,
  informationTransferCapability: 0,
  transferMode: 0,
  informationTransferRate: 16,
  layers: [],
});

describe("numbers of a request (R4)", () => {
  const [bearer, calling, called] = setupIes("1001", "2001");
  if (bearer === undefined || calling === undefined || called === undefined) throw new Error("no SETUP");
  const sent = [
    bearer,
    calling,
    element(callingPartySubaddress, subaddress(1)),
    called,
    element(calledPartySubaddress, subaddress(2)),
    llc,
    hlc,
  ];
  const argument = requestArgument(octetsToKeep(sent));
  if (argument === undefined) throw new Error("no argument");

  it("are those of the SETUP as sent, with subaddresses; service is BC, HLC, LLC in this order", () => {
    expect(toHex(argument.service)).to.equal([bearer, hlc, llc].map(({ octets }) => toHex(octets)).join(""));
    expect(argument.subaddrA).to.deep.equal({ nSAPSubaddress: Uint8Array.of(0x50, 1) });
    expect(argument.subaddrB).to.deep.equal({ nSAPSubaddress: Uint8Array.of(0x50, 2) });
    expect(partiesOfArgument(argument)).to.deep.equal(partiesOfSetup(sent));
  });

  it("a service without HLC and LLC has none, and only the first bearer counts (R47)", () => {
    const two = requestArgument(octetsToKeep([bearer, bearer, calling, called]));
    expect(toHex(two?.service ?? new Uint8Array(0))).to.equal(toHex(bearer.octets));
  });

  it("fullArg quotes them both ways; the SETUP toward A calls A and comes from B (CC 6.2)", () => {
    const full = fullArgument(argument, undefined);
    if (full === undefined) throw new Error("no fullArg");
    expect(partiesOfArgument(full)).to.deep.equal(partiesOfArgument(argument));
    const turned = partiesOfSetup(numbersTowardA(full));
    expect([turned.a, turned.b]).to.deep.equal([partiesOfArgument(full).b, partiesOfArgument(full).a]);
    expect(numbersFrom(octetsToKeep(sent)).map(({ octets }) => toHex(octets))).to.deep.equal(
      sent.slice(1, 5).map(({ octets }) => toHex(octets)),
    );
  });

  it("have no word for a plan that ASN.1 lacks, and none without a called number", () => {
    const odd = element(calledPartyNumber, { typeOfNumber: 0, numberingPlan: 6, digits: "2001" });
    expect(requestArgument(octetsToKeep([bearer, calling, odd]))).to.equal(undefined);
    expect(requestArgument(octetsToKeep([bearer, calling]))).to.equal(undefined);
  });

  it("a withheld number leaves nothing to quote (R20)", () => {
    const withheld = requestArgument(octetsToKeep([bearer, called]));
    expect(withheld?.numberA).to.deep.equal({ numberNotAvailableDueToInterworking: null });
    expect(withheld && fullArgument(withheld, undefined)).to.equal(undefined);
  });
});

describe("negotiation (CC 5.2)", () => {
  const trunk = servingA().neighbour("east")?.callCompletion;
  const argument = requestArgument(octetsToKeep(setupIes("1001", "2001")));
  if (trunk === undefined || argument === undefined) throw new Error("no trunk");
  const withheld = { ...argument, numberA: { numberNotAvailableDueToInterworking: null } } as const;

  it("a withheld number makes the proposal and the answer retain", () => {
    const release = {
      ...trunk,
      our: { ...trunk.our, connectionProposal: "release", connectionResponse: "release" },
    } as const;
    expect(withProposal(withheld, release, false).retainSigConnection).to.equal(true);
    expect(withProposal(argument, release, false).retainSigConnection).to.equal(false);
    expect(answerTo({ ...withheld, retainSigConnection: false }, release, false).retain).to.equal(true);
    expect(answerTo({ ...argument, retainSigConnection: true }, release, false).retain).to.equal(true);
    expect(answerTo(argument, release, false).retain).to.equal(false);
    expect(answerTo({ ...argument, retainSigConnection: false }, trunk, false).retain).to.equal(false);
  });

  it("DEFAULT FALSE stays absent", () => {
    expect(withProposal(argument, trunk, false)).not.to.have.property("canRetainService");
  });
});

describe("APDUs of a message (CC 2.3, R17)", () => {
  const ringout = invoke("ccRingout", 9, { none: null });
  const addressed = (digits: string) =>
    facilityElement(
      {
        ...facilityOf([ringout], isoDialect),
        nfe: {
          sourceEntity: "endPINX",
          destinationEntity: "endPINX",
          destinationEntityAddress: { unknownPartyNumber: digits },
        },
      },
      isoDialect,
    );

  it("with a destination address are ours where it is the called number", () => {
    const read = (digits: string, called?: string) => readApdus(messageOf("FACILITY", [addressed(digits)]), called);
    expect(read("2001", "2001").components).to.have.lengthOf(1);
    expect(read("20 01", "2001").components).to.have.lengthOf(1);
    expect(read("2002", "2001").components).to.have.lengthOf(0);
    expect(read("2002").components).to.have.lengthOf(1);
  });

  it("without an extension are ours; of another network protocol profile they are not", () => {
    const { nfe: _, ...plain } = facilityOf([ringout], isoDialect);
    const read = (value: typeof plain & { npp?: number }) =>
      readApdus(messageOf("FACILITY", [facilityElement(value, isoDialect)]), "2001").components;
    expect(read(plain)).to.have.lengthOf(1);
    expect(read({ ...plain, npp: 10 })).to.have.lengthOf(0);
  });

  it("take the first invoke id that nothing else in the message uses", () => {
    const ids = (...used: number[]) =>
      freeInvokeId([
        facilityElement(
          facilityOf(
            used.map((id) => invoke("ccRingout", id, { none: null })),
            isoDialect,
          ),
        ),
      ]);
    expect([ids(), ids(2), ids(1), ids(1, 2, 4)]).to.deep.equal([1, 1, 2, 3]);
  });
});

describe("dialect of a trunk", () => {
  it("is that of its neighbour; without one the ISO form", () => {
    const peer = { opCoding: "global", profile: 0x91, trueOctet: 0xff } as const;
    const dialect = dialectOf(servingA({ peer }).neighbour("east"));
    expect(dialect).to.deep.include(peer);
    expect(toHex(serviceInvoke("ccCancel", 7, undefined, dialect).octets)).to.equal(
      "1c1991aa068001008201008b0101a10b02010706042b0c091c0500",
    );
    expect(dialectOf(undefined)).to.equal(isoDialect);
  });
});

describe("timers", () => {
  const on = {
    trunk: servingA().neighbour("east")?.callCompletion,
    cluster: servingA().neighbour("west")?.callCompletion,
  };

  it("run as configured, or by their default", () => {
    const all = Object.keys(timers).filter((name) => !name.startsWith("T2"));
    const configured = Object.fromEntries(all.map((name) => [name, durationMs(name as "T1", "ccbs", on)]));
    expect(configured).to.deep.equal({
      T_OFFER: 25_000,
      T1: 30_000,
      T3: 30_000,
      T_DIAL: 15_000,
      T_BUSY: 300_000,
      T4: 40_000,
      T_SLOT: 40_000,
      T_HOLD: 60_000,
      T301: 180_000,
      T_RETENTION: 60_000,
      T_RESPONSE: 4000,
      T_GUARD: 3000,
      T_RETRY: 10_000,
      T_RING: 210_000,
    });
    expect(durationMs("T2", "ccbs", on)).to.equal(3_600_000);
    expect(durationMs("T2", "ccnr", on)).to.equal(11_700_000);
    expect(durationMs("T3", "ccbs", { trunk: undefined, cluster: undefined })).to.equal(30_000);
  });

  it("name what they protect and where they come from", () => {
    for (const [name, row] of Object.entries(timers)) {
      expect(row.protects, name).not.to.equal("");
      expect(row.clause, name).to.match(/[A-Z]/);
      expect("configKey" in row, name).to.equal("configured" in row);
    }
  });
});
