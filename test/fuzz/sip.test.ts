import { expect } from "chai";
import { IncomingRequestMessage, LoggerFactory, Parser } from "sip.js/lib/core/index.js";
import { contentsOf } from "../../codecs/sip/body.ts";
import { readAddress } from "../../codecs/sip/address.ts";
import { SipFramer } from "../../gateway/sip/framer.ts";
import { sipLimits } from "../../gateway/sip/limits.ts";
import { badRequest, leaving, received } from "../../gateway/sip/message-text.ts";
import { Random } from "../../src/simulation/random.ts";
import type { SipMessage, SipMethod } from "../../src/trunk/sip-events.ts";
import { called, SipWire } from "../unit/trunk/sip-wire.ts";
import { mutate } from "./mutate.ts";
import { tryOne } from "./run.ts";
import { sipCorpus as corpus } from "./sip-corpus.ts";

const seed = 20_261_129;
const count = 2_000;
const loggers = new LoggerFactory();
loggers.builtinEnabled = false;
const logger = loggers.getLogger("fuzz");

/** What our own code makes of it throws nothing; sip.js may, and the user agent catches it. */
function readStream(input: Uint8Array): void {
  const framer = new SipFramer(sipLimits);
  for (const message of [...framer.push(input).messages, Buffer.from(input).toString("latin1")]) {
    const text = received(message, 7);
    leaving(text);
    badRequest(message, 400, "Bad Request");
    readAddress(message.slice(0, 200));
    contentsOf({ contentType: "multipart/mixed;boundary=qsig", octets: input });
    const parsed = parse(text);
    if (parsed !== undefined) throwsNothing(parsed);
  }
}

function parse(text: string): SipMessage | undefined {
  try {
    const message = Parser.parseMessage(text, logger);
    if (message === undefined) return undefined;
    const contentType = message.getHeader("content-type");
    const body =
      contentType === undefined
        ? {}
        : { body: { contentType, octets: new Uint8Array(Buffer.from(message.body, "latin1")) } };
    const headers = Object.keys(message.headers).flatMap((name) =>
      message.getHeaders(name).map((value) => [name, value] as const),
    );
    const method = (message.method ?? "INVITE") as SipMethod;
    const common = { call: "x", transaction: 1, headers, ...body };
    return message instanceof IncomingRequestMessage
      ? { ...common, type: "request", method, to: message.ruri?.user ?? "" }
      : { ...common, type: "response", method, status: message.statusCode ?? 0 };
  } catch {
    return undefined;
  }
}

const methods: readonly SipMethod[] = ["INVITE", "ACK", "BYE", "CANCEL", "INFO", "OPTIONS"];

/** The machine of each profile, in a call and as the first message of one. */
function throwsNothing(message: SipMessage): void {
  if (!methods.includes(message.method)) return;
  for (const profile of ["plain", "cisco", "ecma355"] as const) {
    const wire = new SipWire(profile);
    called(wire);
    const { call = "", transaction = 0 } = wire.messages[0] ?? {};
    wire.receive(wire.right, message);
    for (const end of [wire.left, wire.right]) wire.receive(end, { ...message, call, transaction });
  }
}

describe("fuzz of SIP", () => {
  it(`reads each of ${count} mutated messages, or says why not, in no more time than it may take`, function () {
    this.timeout(240_000);
    const random = new Random(seed);
    for (let at = 0; at < count; at += 1) {
      const input = mutate(corpus, random);
      const reason = tryOne(readStream, input);
      if (reason !== undefined) expect.fail(`input ${at}: ${reason}\n${Buffer.from(input).toString("latin1")}`);
    }
  });

  it("reads what the mutations begin with, so that they reach deep", () => {
    const read = corpus.map((octetsOf) => parse(received(Buffer.from(octetsOf).toString("latin1"), 1)));
    expect(read.filter((message) => message !== undefined)).to.have.length(corpus.length);
    expect(read.filter((message) => contentsOf(message?.body).qsig !== undefined)).to.have.length(10);
  });
});
