import { expect } from "chai";
import fc from "fast-check";
import { DecodeError } from "../../../codecs/error.ts";
import { H323UserInformation } from "../../../codecs/generated/h323-messages.ts";
import {
  decodeH225,
  formLimits,
  H225Forms,
  type H225Message,
  type OuterMessage,
  spliceTunnel,
  tunnelReplacedAt,
  userUserElement,
} from "../../../codecs/h225/index.ts";
import { encodePer } from "../../../codecs/per/index.ts";
import { toHex } from "../../../codecs/shape.ts";
import { Random } from "../../../src/simulation/random.ts";
import { mutate } from "../../fuzz/mutate.ts";
import { valuesOf } from "../per/values.ts";
import { octets } from "../trace/octets.ts";
import { octetsOf, vectors } from "./vectors.ts";

/** What follows from the form alone: which message it is, and what it has. */
interface Shape {
  readonly of: H225Message;
  readonly members: readonly string[];
}

function shapeOf(message: H225Message): Shape {
  const uuPdu = message.userInformation?.h323UuPdu;
  return { of: message, members: [...Object.keys(uuPdu ?? {}), ...Object.keys(uuPdu?.h323MessageBody ?? {})] };
}

function read(forms: H225Forms<Shape>, message: Uint8Array): OuterMessage<Shape> {
  const outer = forms.read(message);
  if (outer instanceof DecodeError) throw new Error(outer.code);
  return outer;
}

/** A message that was not the first of its form was compared, not read: its facts are those of another one. */
const isKnown = (outer: OuterMessage<Shape>): boolean => outer.facts.of !== outer.whole();

/** As `decodeH225` reads them. */
function expectRead(outer: OuterMessage<Shape> | DecodeError, message: Uint8Array): void {
  const due = decodeH225(message);
  if (due instanceof DecodeError || outer instanceof DecodeError) {
    expect(outer).to.deep.equal(due);
    return;
  }
  expect(outer.callReference).to.deep.equal(due.message.callReference);
  expect(outer.name).to.equal(due.message.message);
  expect(tunnelIn(outer.tunnelled)).to.equal(tunnelIn(due.tunnelled));
  expect(outer.facts.members).to.deep.equal(shapeOf(due).members);
  expect(outer.whole()).to.deep.equal(due);
}

const tunnelIn = (tunnelled: H225Message["tunnelled"]): string =>
  tunnelled === undefined ? "none" : [tunnelled.protocol, ...tunnelled.messages.map(toHex)].join(" ");

const reference = octets("08020007 62 1c00");
const messageWith = (value: H323UserInformation): Uint8Array =>
  Uint8Array.of(...reference, ...userUserElement(encodePer(H323UserInformation, value)).octets);

/** Octets with others in the place of `from`, which has as many. */
const replaced = (message: Uint8Array, from: string, to: string): Uint8Array =>
  octets(toHex(message).replaceAll(from, to));

const runs = { numRuns: 300, seed: 12 };

describe("the forms of H.225 messages", () => {
  for (const { name } of vectors) {
    it(`of ${name} is known when it comes again`, () => {
      const forms = new H225Forms(shapeOf);
      const message = octetsOf(name);
      for (const isAgain of [false, true]) {
        const outer = read(forms, message);
        expectRead(outer, message);
        expect(isKnown(outer)).to.equal(isAgain);
      }
    });
  }

  it("are alike where call identifiers, numbers and the tunnelled message differ", () => {
    const forms = new H225Forms(shapeOf);
    const setup = octetsOf("SETUP");
    const first = read(forms, setup);
    const body = first.whole().userInformation?.h323UuPdu.h323MessageBody;
    if (body === undefined || !("setup" in body)) throw new Error("no SETUP");
    const guid = toHex(body.setup.callIdentifier?.guid ?? new Uint8Array(0));
    const other = replaced(setup, guid, "0123456789abcdef0123456789abcdef");
    expect(isKnown(read(forms, other))).to.equal(true);
    expectRead(read(forms, other), other);
    const longer = spliceTunnel(other, [octets("0802000545"), new Uint8Array(200)]);
    if (longer instanceof DecodeError) throw new Error(longer.code);
    expect(isKnown(read(forms, longer))).to.equal(true);
    expectRead(read(forms, longer), longer);
  });

  it("say where what the facts name stands in a message", () => {
    const forms = new H225Forms((message: H225Message) => {
      const body = message.userInformation?.h323UuPdu.h323MessageBody;
      return body !== undefined && "setup" in body ? body.setup.conferenceID : new Uint8Array(0);
    });
    const setup = octetsOf("SETUP");
    const conferenceID = (message: Uint8Array): string => {
      const outer = forms.read(message);
      if (outer instanceof DecodeError) throw new Error(outer.code);
      return toHex(outer.own(outer.facts));
    };
    const own = conferenceID(setup);
    expect(own).to.match(/^[0-9a-f]{32}$/);
    const other = "00112233445566778899aabbccddeeff";
    expect(conferenceID(replaced(setup, own, other))).to.equal(other);
    expect(conferenceID(setup)).to.equal(own);
  });

  it("read any message as it is read whole, whatever came before it", () => {
    const forms = new H225Forms(shapeOf);
    fc.assert(
      fc.property(valuesOf(H323UserInformation, "later"), (value) => {
        const message = messageWith(value);
        for (let times = 0; times < 2; times += 1) expectRead(forms.read(message), message);
      }),
      runs,
    );
  });

  it("read mutated messages as they are read whole", () => {
    const corpus = vectors.map(({ name }) => octetsOf(name));
    const random = new Random(14);
    const forms = new H225Forms(shapeOf);
    for (const message of corpus) forms.read(message);
    let known = 0;
    for (let count = 0; count < 2000; count += 1) {
      const message = mutate(corpus, random);
      const outer = forms.read(message);
      expectRead(outer, message);
      if (!(outer instanceof DecodeError) && isKnown(outer)) known += 1;
    }
    expect(known).to.be.greaterThan(80);
  });

  it("say where the tunnel is: replaced there it is as it is replaced in a message that is read", () => {
    const forms = new H225Forms(shapeOf);
    const tunnels = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...vectors), tunnels, ({ name }, messages) => {
        const message = octetsOf(name);
        read(forms, message);
        const place = read(forms, message).tunnelPlace;
        if (place === undefined) return;
        const due = spliceTunnel(message, messages);
        if (due instanceof DecodeError) throw new Error(due.code);
        expect(toHex(tunnelReplacedAt(message, place, messages) ?? octets(""))).to.equal(toHex(due));
      }),
      runs,
    );
  });

  it("leave a tunnel that a TPKT could not carry to whoever says so", () => {
    const forms = new H225Forms(shapeOf);
    const message = octetsOf("FACILITY");
    read(forms, message);
    const place = read(forms, message).tunnelPlace;
    if (place === undefined) throw new Error("no tunnel");
    expect(tunnelReplacedAt(message, place, [new Uint8Array(16_383)])).to.equal(undefined);
    expect(tunnelReplacedAt(message, place, [new Uint8Array(16_370)])).to.be.instanceOf(Uint8Array);
    expect(tunnelReplacedAt(message, place, Array(128).fill(octets("08")) as Uint8Array[])).to.equal(undefined);
    expect(tunnelReplacedAt(message, place, Array(127).fill(octets("08")) as Uint8Array[])).to.be.instanceOf(
      Uint8Array,
    );
  });

  it("of one message type are so many; a new one waits for its place", () => {
    const forms = new H225Forms(shapeOf);
    const withParts = (count: number): Uint8Array =>
      messageWith({
        h323UuPdu: {
          h323MessageBody: { empty: null },
          h245Tunnelling: false,
          h245Control: Array.from({ length: count }, () => octets("00")),
        },
      });
    for (let count = 0; count < formLimits.perType; count += 1) forms.read(withParts(count));
    expect(isKnown(read(forms, withParts(0)))).to.equal(true);
    const later = withParts(formLimits.perType);
    for (let times = 0; times <= formLimits.patience; times += 1) {
      expect(isKnown(read(forms, later)), `${times}`).to.equal(false);
    }
    expect(isKnown(read(forms, later))).to.equal(true);
    // The oldest went.
    expect(isKnown(read(forms, withParts(0)))).to.equal(false);
  });

  it("are none of octets that we would not write: they are read each time, and others wait", () => {
    const forms = new H225Forms(shapeOf);
    const usual = messageWith({
      h323UuPdu: { h323MessageBody: { information: { protocolIdentifier: "0.0.8.2250.0.7" } } },
    });
    // protocolIdentifier with the length 8006 for 06.
    const other = Uint8Array.of(...reference, ...userUserElement(octets("0400 80060008914a0007")).octets);
    for (let times = 0; times <= formLimits.patience; times += 1) {
      expectRead(forms.read(other), other);
      expect(isKnown(read(forms, other))).to.equal(false);
    }
    read(forms, usual);
    expect(isKnown(read(forms, usual))).to.equal(true);
  });

  it("are those of messages with a name", () => {
    const forms = new H225Forms(shapeOf);
    const nameless = messageWith({ h323UuPdu: { h323MessageBody: { empty: null } } });
    nameless[4] = 0x7f;
    for (let times = 0; times < 3; times += 1) expect(isKnown(read(forms, nameless))).to.equal(false);
  });

  it("are kept up to so many octets", () => {
    const withOctets = (count: number): Uint8Array =>
      messageWith({
        h323UuPdu: { h323MessageBody: { empty: null }, h245Tunnelling: false, h245Control: [new Uint8Array(count)] },
      });
    const overhead = withOctets(1000).length - reference.length - 1000;
    for (const [length, isKept] of [
      [formLimits.octets, true],
      [formLimits.octets + 1, false],
    ] as const) {
      const forms = new H225Forms(shapeOf);
      const message = withOctets(length - overhead);
      expect(message.length - reference.length).to.equal(length);
      read(forms, message);
      expect(isKnown(read(forms, message))).to.equal(isKept);
    }
  });
});
