import { expect } from "chai";
import { toHex } from "../../../codecs/shape.ts";
import { bodyOf, qsig } from "../h225/outer.ts";
import { H323Call, type Said, reference, untouched } from "./h323-calls.ts";
import { h323Config, lines, type SentOuter } from "./h323-relay.ts";

const open = h323Config({ ...untouched, numbers: "2*" });
/** 2, and 001 behind it. */
const [first, rest] = ["70028032", "700480303031"];
const setup = bodyOf("SETUP", false);
const canOverlap: Said["parts"] = {
  ies: `04038090a3${first}`,
  body: "setup" in setup ? { setup: { ...setup.setup, canOverlapSend: true } } : setup,
};

/** It went on as it came. */
function same({ came, sent }: { readonly came: Uint8Array; readonly sent: readonly SentOuter[] }): void {
  expect(sent.map(({ octets }) => toHex(octets))).to.deep.equal([toHex(came)]);
}

describe("overlap sending over h323 (R29)", () => {
  it("passes digit by digit in the tunnel: SETUP ACKNOWLEDGE and INFORMATION ride in FACILITY", () => {
    const call = new H323Call(open);
    const inner = [qsig("SETUP", reference(0), `04038090a31803a98381${first}`)];
    same(call.west("SETUP", { inner, parts: { ies: `04038090a3${first}` } }));
    same(call.east("FACILITY", { inner: [qsig("SETUP ACKNOWLEDGE", reference(1))] }));
    same(call.west("FACILITY", { inner: [qsig("INFORMATION", reference(0), rest)] }));
    same(call.east("CALL PROCEEDING"));
    same(call.east("ALERTING"));
  });

  it("passes digit by digit without a tunnel, where the caller may send more", () => {
    const call = new H323Call(open);
    same(call.west("SETUP", { tunnels: false, parts: canOverlap }));
    const acknowledge = { setupAcknowledge: { protocolIdentifier: "0.0.8.2250.0.4", callIdentifier: { guid } } };
    same(call.east("SETUP ACKNOWLEDGE", { tunnels: false, parts: { body: acknowledge } }));
    same(call.west("INFORMATION", { tunnels: false, parts: { ies: rest } }));
    same(call.east("CALL PROCEEDING", { tunnels: false }));
  });

  it("ends here where the number says nothing yet, and the whole number goes on", () => {
    const call = new H323Call();
    const { sent } = call.west("SETUP", { tunnels: false, parts: canOverlap });
    expect(lines(sent)).to.deep.equal(["west SETUP ACKNOWLEDGE"]);
    const { sent: on } = call.west("INFORMATION", { tunnels: false, parts: { ies: rest } });
    expect(lines(on)).to.deep.equal(["east SETUP"]);
    expect(toHex(on[0]?.octets ?? new Uint8Array(0))).to.include("70058032303031");
  });

  it("is none without canOverlapSend: what came is the whole number", () => {
    const call = new H323Call(open);
    const { sent } = call.west("SETUP", { tunnels: false, parts: { ies: `04038090a3${first}` } });
    expect(lines(sent)).to.deep.equal(["east SETUP"]);
    call.relay.pass(2500);
    expect(lines(call.relay.taken())).to.deep.equal(["west CALL PROCEEDING"]);
  });
});

const guid = new Uint8Array(16);
