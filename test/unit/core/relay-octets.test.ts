import { expect } from "chai";
import fc from "fast-check";
import type { MessageName } from "../../../codecs/index.ts";
import { messageTypes, toHex } from "../../../codecs/index.ts";
import { isOf } from "../../../codecs/q931/element.ts";
import { channelIdentification } from "../../../codecs/q931/ie/channel-identification.ts";
import { type End, Network } from "./network.ts";

const gateway = `
gateway: { name: gateway }
neighbours:
  east: { numbers: ["1xxx"], trunk: { type: demo }, media: external, callCompletion: { mode: native } }
  west: { numbers: ["2xxx"], trunk: { type: demo }, media: external,
          callCompletion: { mode: native, peer: { transitCounter: false } } }
`;
const east: End = { core: "gateway", trunk: "east" };
const west: End = { core: "gateway", trunk: "west" };

// Elements as octets, so that nothing of ours stands between what is sent and what is due.

const octet = fc.integer({ min: 0, max: 255 });
const some = fc.array(octet, { maxLength: 12 });
const variable = (id: number, contents: readonly number[]): number[] => [id, contents.length, ...contents];

/** What the relay reads: bearer, channel, numbers dialled, Cause, Segmented message, Keypad and Restart indicator. */
const readByRelay = new Set([0x00, 0x04, 0x08, 0x18, 0x1c, 0x2c, 0x70, 0x71, 0x79]);
const unread = fc
  .tuple(
    fc.integer({ min: 1, max: 0x7f }).filter((id) => !readByRelay.has(id)),
    some,
  )
  .map(([id, contents]) => variable(id, contents));

/** Of one octet: Sending complete, More data, Repeat indicator and what is reserved; no shift. */
const single = fc.integer({ min: 0x80, max: 0xff }).filter((id) => id >> 4 !== 9);

/** In the codesets 4 to 7, but for the Transit counter, which the relay counts. */
const codeset = fc.integer({ min: 4, max: 7 });
const foreign = fc
  .tuple(fc.integer({ min: 0, max: 0x7f }), some)
  .filter(([id]) => id !== 0x31)
  .map(([id, contents]) => variable(id, contents));
const shifted = fc.tuple(codeset, foreign).map(([to, element]) => [0x98 | to, ...element]);
const locked = fc
  .tuple(codeset, fc.array(foreign, { maxLength: 2 }))
  .map(([to, elements]) => [0x90 | to, ...elements.flat()]);

const nfe = [0xaa, 0x06, 0x80, 0x01, 0x00, 0x82, 0x01, 0x00];
const localCode = fc.tuple(fc.integer({ min: 0x20, max: 0x7f }), octet).map((code) => variable(0x02, code));
const globalCode = fc.integer({ min: 0, max: 0x7f }).map((arc) => variable(0x06, [0x2b, 0x86, 0x48, arc]));

/** An operation that nobody knows, with an argument that is none, and octets behind it. */
const component = fc
  .tuple(octet, fc.oneof(localCode, globalCode), some, some)
  .map(([id, code, argument, rest]) => [...variable(0xa1, [0x02, 0x01, id, ...code, ...argument]), ...rest]);
const facility = fc
  .oneof(
    component.map((octets) => [0x9f, ...nfe, ...octets]),
    component.map((octets) => [0x91, ...octets]),
    some,
  )
  .map((contents) => variable(0x1c, contents));

/** An element that says it is longer than the message. */
const cut = fc.tuple(fc.integer({ min: 0x7a, max: 0x7f }), some).map(([id, octets]) => [id, 200, ...octets]);

const element = fc.oneof(
  unread,
  single.map((id) => [id]),
  shifted,
  facility,
);
const tail = fc.tuple(fc.option(locked, { nil: [] }), fc.option(cut, { nil: [] })).map((parts) => parts.flat());
const elements = fc
  .tuple(fc.array(element, { maxLength: 4 }), tail)
  .map(([list, rest]) => Uint8Array.from([...list.flat(), ...rest]));

const bearer = [0x04, 0x03, 0x80, 0x90, 0xa3];
const channel = [0x18, 0x03, 0xa9, 0x83, 0x81];
const called = [0x70, 0x05, 0x89, 0x32, 0x30, 0x30, 0x31];
const cause = [0x08, 0x02, 0x80, 0x90];

/** A call from east to west in `network`, played by its two ends. */
class Call {
  readonly #network = new Network({ gateway }, []);
  #west = 0;

  /** East or west sends this message; what the other one gets of it. */
  send(
    by: End,
    name: MessageName,
    ies: readonly number[] | Uint8Array,
  ): { readonly name: string; readonly ies: string } {
    const before = this.#network.carried.length;
    const reference = by === east ? 1 : this.#west | 0x8000;
    const octets = Uint8Array.of(8, 2, reference >> 8, reference & 0xff, messageTypes[name], ...ies);
    this.#network.give("gateway", {
      type: "received",
      trunk: by.trunk,
      channel: "demo",
      pdu: { carrier: "qsig", octets },
    });
    const other = by === east ? west : east;
    const [sent, ...more] = this.#network.carried.slice(before).filter((each) => each.by.trunk === other.trunk);
    if (sent === undefined || more.length > 0) return { name: `${more.length} more`, ies: "" };
    if (name === "SETUP") this.#west = sent.message.callReference.value;
    const passed = sent.message.ies.filter((ie) => !isOf(ie, channelIdentification));
    return { name: String(sent.message.message), ies: passed.map((ie) => toHex(ie.octets)).join("") };
  }
}

const hex = (...parts: readonly (readonly number[] | Uint8Array)[]): string =>
  parts.map((part) => toHex(Uint8Array.from(part))).join("");

describe("elements that nobody here knows", () => {
  it("pass the relay octet for octet, in every message of a call and in both directions", () => {
    const random = fc.array(elements, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(random, (lists) => {
        const [setup = [], alerting = [], progress = [], connect = [], ...later] = lists;
        const call = new Call();
        expect(call.send(east, "SETUP", [...bearer, ...channel, ...called, ...setup])).to.deep.equal({
          name: "SETUP",
          ies: hex(bearer, called, setup),
        });
        for (const [by, name, fixed, ies] of [
          [west, "ALERTING", [], alerting],
          [west, "PROGRESS", [0x1e, 0x02, 0x81, 0x88], progress],
          [west, "CONNECT", [], connect],
          [east, "FACILITY", [], later[0] ?? []],
          [west, "FACILITY", [], later[1] ?? []],
          [east, "NOTIFY", [0x27, 0x01, 0xf1], later[2] ?? []],
          [west, "DISCONNECT", cause, later[3] ?? []],
        ] as const) {
          expect(call.send(by, name, [...fixed, ...ies]), name).to.deep.equal({ name, ies: hex(fixed, ies) });
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
