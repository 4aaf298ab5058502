import { expect } from "chai";
import { join } from "node:path";
import { operationOf, type OperationName } from "../../codecs/index.ts";
import { rowFromJson } from "../../codecs/trace/row-from-json.ts";
import { type RowJson, rowToJson } from "../../codecs/trace/row-json.ts";
import type { TraceRow } from "../../codecs/trace/decoder.ts";
import { renamed } from "../peers/tshark.ts";
import { readLadders, type Rung } from "./ladders.ts";
import { libpriCaptures, requireSharedTraces, rowsOf, sharedTraces } from "./shared-traces.ts";

/** What tshark has no names for, as libpri names it: CCBS (EN 300 359), CCNR (EN 301 065), ECT (EN 300 369). */
const dss1Names: Readonly<Record<string, string>> = {
  "0.4.0.359.1.1": "callInfoRetain",
  "0.4.0.359.1.2": "cCBSRequest",
  "0.4.0.359.1.3": "cCBSDeactivate",
  "0.4.0.359.1.5": "cCBSErase",
  "0.4.0.359.1.6": "cCBSRemoteUserFree",
  "0.4.0.359.1.7": "cCBSCall",
  "0.4.0.359.1.8": "cCBSStatusRequest",
  "0.4.0.359.1.9": "cCBSBFree",
  "0.4.0.359.1.10": "eraseCallLinkageID",
  "0.4.0.359.1.11": "cCBSStopAlerting",
  "0.4.0.359.1.22": "longTermDenial",
  "0.4.0.359.1.23": "shortTermDenial",
  "0.4.0.359.1.26": "outgoingCCBSQueueFull",
  "0.4.0.359.2.1": "cCBSTRequest",
  "0.4.0.359.2.2": "cCBSTCall",
  "0.4.0.359.2.3": "cCBSTSuspend",
  "0.4.0.359.2.4": "cCBSTResume",
  "0.4.0.359.2.5": "cCBSTRemoteUserFree",
  "0.4.0.359.2.6": "cCBSTAvailable",
  "0.4.0.359.2.20": "cCBSTLongTermDenial",
  "0.4.0.1065.1.1": "cCNRRequest",
  "0.4.0.1065.2.1": "cCNRTRequest",
  "0.4.0.369.1.1": "explicitEctExecute",
  "0.4.0.369.1.2": "requestSubaddress",
  "0.4.0.369.1.4": "ectLinkIdRequest",
  "0.4.0.369.1.5": "ectInform",
};

const kinds: Readonly<Record<string, string>> = { invoke: "INV", returnResult: "RES", returnError: "ERR" };

describe("traces of libpri pairs", () => {
  before(function () {
    requireSharedTraces(this);
  });

  for (const name of libpriCaptures()) {
    it(`${name} says what its ladder says`, () => {
      const rungs = readLadders(join(sharedTraces, "ladders.txt")).get(name) ?? [];
      const rows = rowsOf(`libpri/${name}`).map(rowToJson);
      const isPointToMultipoint = name.includes("ptmp");
      // The ladders of point-to-multipoint runs leave out the end of the call and tell broadcasts from the wrong side.
      if (isPointToMultipoint) expect(rows).to.have.length.at.least(rungs.length);
      else expect(rows).to.have.length(rungs.length);
      const ours = rows.slice(0, rungs.length).map((row) => rungOf(row));
      const theirs = rungs.map((rung) => ({
        ...rung,
        components: rung.components.map((one) => inOurWords(one, name.includes("sw5"))),
      }));
      expect(ours.map((rung) => withoutSide(rung, isPointToMultipoint))).to.deep.equal(
        theirs.map((rung) => withoutSide(rung, isPointToMultipoint)),
      );
    });

    it(`${name} and its debug text hold the same messages`, () => {
      const text = name.replace(".pcap", ".pridebug.txt");
      expect(hexOf(rowsOf(`libpri/${text}`))).to.deep.equal(hexOf(rowsOf(`libpri/${name}`)));
    });

    it(`${name} comes back from its JSON, octet for octet with --exact`, () => {
      for (const row of rowsOf(`libpri/${name}`)) {
        const json: unknown = JSON.parse(JSON.stringify(rowToJson(row)));
        expect(rowFromJson(json, { exact: true })).to.deep.equal(new Uint8Array(row.item.octets));
      }
    });
  }

  it("shows every call-completion and name operation of the QSIG runs by name", () => {
    const apdus = libpriCaptures()
      .filter((name) => name.startsWith("libpri-sw10-"))
      .flatMap((name) => rowsOf(`libpri/${name}`).flatMap((row) => rowToJson(row).apdus));
    const named = new Set(apdus.map((apdu) => apdu["operation"]).filter((operation) => typeof operation === "string"));
    const unnamed = new Set(apdus.filter((apdu) => apdu["operation"] === null).map((apdu) => apdu["code"]));
    const served: OperationName[] = [
      "ccbsRequest",
      "ccnrRequest",
      "ccCancel",
      "ccExecPossible",
      "ccRingout",
      "ccSuspend",
    ];
    expect([...named]).to.include.members([...served, "ccResume", "callingName", "calledName", "connectedName"]);
    for (const code of unnamed) expect(operationOf(code as number | string), `code ${String(code)}`).to.equal(null);
  });
});

describe("a real S0 trace", () => {
  before(function () {
    requireSharedTraces(this);
  });

  it("holds two ETSI advices of charge, and its broadcasts", () => {
    const rows = rowsOf("misdn-test_file.lapd.pcap").map(rowToJson);
    expect(rows.map((row) => row.message)).to.include.members(["SETUP ACKNOWLEDGE", "CALL PROCEEDING", "DISCONNECT"]);
    const apdus = rows.flatMap((row) => row.apdus);
    expect(apdus.map(({ operation, code }) => ({ operation, code }))).to.deep.equal([
      { operation: "aOCDChargingUnit", code: 34 },
      { operation: "aOCDChargingUnit", code: 34 },
    ]);
  });
});

function hexOf(rows: readonly TraceRow[]): string[] {
  return rows.map(({ item }) => Buffer.from(item.octets).toString("hex"));
}

function rungOf(row: RowJson): Partial<Rung> {
  const cause = row.ies.find((ie) => ie.name === "Cause")?.value as { cause: number } | undefined;
  return {
    ...(row.from ? { from: row.from } : {}),
    reference: referenceOf(row),
    message: row.message ?? names[row.type ?? -1] ?? String(row.type),
    components: row.apdus.map(
      (apdu) => `${kinds[String(apdu["component"])]}: ${String(apdu["operation"] ?? apdu["error"] ?? apdu["code"])}`,
    ),
    cause: cause?.cause,
  };
}

/** Types that are no part of QSIG. */
const names: Readonly<Record<number, string>> = { 0x24: "HOLD" };

function referenceOf({ callReference }: RowJson): string {
  if (!callReference || callReference.length === 0) return "-*";
  const { value, flag, length } = callReference;
  return value.toString(16).padStart(2 * length, "0") + (flag === 1 ? "*" : "");
}

function inOurWords(component: string, isDss1: boolean): string {
  // What tshark could not tell: operation 1 of Nortel, behind a protocol profile of two octets.
  if (component === "?") return "INV: 1";
  const [kind, name = ""] = component.split(": ");
  return `${kind}: ${(isDss1 ? dss1Names[name] : renamed.get(name)) ?? name}`;
}

function withoutSide(rung: Partial<Rung>, without: boolean): Partial<Rung> {
  const { from: _, ...rest } = rung;
  return without ? rest : rung;
}
