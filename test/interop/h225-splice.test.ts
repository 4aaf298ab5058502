import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { DecodeError } from "../../codecs/error.ts";
import { H323UserInformation } from "../../codecs/generated/h323-messages.ts";
import { changeUserInformation, decodeH225, spliceTunnel, userUserElement } from "../../codecs/h225/index.ts";
import { encodePer } from "../../codecs/per/index.ts";
import { encodeMessage } from "../../codecs/q931/index.ts";
import { toHex } from "../../codecs/shape.ts";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark, type TsharkFrame } from "../peers/tshark.ts";
import { octetsOf, vectors } from "../unit/h225/vectors.ts";
import { ip, tcp } from "../unit/net/packets.ts";
import { valuesOf } from "../unit/per/values.ts";
import { octets } from "../unit/trace/octets.ts";
import { requireSharedTraces, rowsOf } from "./shared-traces.ts";

function whole(result: Uint8Array | DecodeError): Uint8Array {
  if (result instanceof DecodeError) throw new Error(`${result.code} at ${result.offset} ${result.path}`);
  return result;
}

describe("H.225.0 messages of a line", () => {
  before(function () {
    requireSharedTraces(this);
  });

  it("leave bit for bit as they came, by the tunnel and by the value", () => {
    const rows = rowsOf("ndpi-h323.pcap");
    expect(rows).to.have.length(8);
    for (const { octets: message } of rows.map(({ item }) => item)) {
      const read = decodeH225(message);
      if (read instanceof DecodeError) throw new Error(read.code);
      expect(read.userInformation).to.not.equal(undefined);
      expect(toHex(whole(spliceTunnel(message, read.tunnelled?.messages ?? [])))).to.equal(toHex(message));
      expect(toHex(whole(changeUserInformation(message, (value) => value)))).to.equal(toHex(message));
    }
  });
});

describe("H.225.0 messages of ours, read by tshark", () => {
  let folder: string;

  before(async function () {
    requirePeer(this, "tshark");
    folder = await mkdtemp(join(tmpdir(), "qsig-h225-"));
  });
  after(() => (folder === undefined ? undefined : rm(folder, { recursive: true })));

  /** Each message in a TPKT, in a TCP connection of its own. */
  async function read(messages: readonly Uint8Array[]): Promise<TsharkFrame[]> {
    const file = join(folder, "h225.pcapng");
    const packets = messages.map((message, at) => {
      const tpkt = octets(`0300${(message.length + 4).toString(16).padStart(4, "0")}${toHex(message)}`);
      return pcapngPacket({
        time: at,
        direction: "sent",
        octets: ip(6, tcp({ from: 40_000 + at, to: 1720 }, 1, tpkt)),
      });
    });
    await writeFile(file, Buffer.concat([pcapngHeader([{ linkType: 101, name: "trunk" }], "a test"), ...packets]));
    return decodeWithTshark(file);
  }

  it("are the vectors, written anew from their values: the same octets, and tshark has the same names", async () => {
    const messages = vectors.map(({ name }) => whole(changeUserInformation(octetsOf(name), (value) => value)));
    expect(messages.map(toHex)).to.deep.equal(vectors.map(({ name }) => toHex(octetsOf(name))));
    const frames = await read(messages);
    expect(frames.flatMap(({ problems }) => problems)).to.deep.equal([]);
    const names = messages.map((message) => {
      const heard = decodeH225(message);
      return heard instanceof DecodeError ? heard.code : heard.message.message;
    });
    expect(frames.map(({ message }) => message)).to.deep.equal(names);
  });

  it("have the tunnel that was put in: longer, of two messages, none", async () => {
    const status = octets("0802 8005 7d 0802 809e 14 01 0a".replaceAll(" ", ""));
    const facility = vectors.map(({ name }) => octetsOf(name));
    const messages = facility.flatMap((message) => [
      whole(spliceTunnel(message, [status])),
      whole(spliceTunnel(message, [])),
    ]);
    const frames = await read(messages);
    expect(frames.flatMap(({ problems }) => problems)).to.deep.equal([]);
    const [setup] = await read([whole(spliceTunnel(octetsOf("SETUP"), [octets("0802000505")]))]);
    expect(setup?.message).to.equal("SETUP");
  });

  it("are read without a complaint, whatever stands in them", async () => {
    const values = fc.sample(valuesOf(H323UserInformation, "none"), { numRuns: 150, seed: 5 });
    const messages = values.map((value) =>
      encodeMessage(
        { value: 7, flag: 0, length: 2 },
        { message: "FACILITY", ies: [userUserElement(encodePer(H323UserInformation, withoutClaims(value)))] },
      ),
    );
    const frames = await read(messages);
    expect(frames).to.have.length(messages.length);
    for (const [at, { problems }] of frames.entries())
      expect(problems, toHex(messages[at] ?? octets(""))).to.deep.equal([]);
  });
});

/** tshark would read these random octets as the H.245, H.450, fast start and vendor data that they claim to be. */
const claims = new Set([
  ...["fastStart", "parallelH245Control", "h245Control", "h4501SupplementaryService"],
  ...["nonStandardData", "nonStandardControl", "userData", "tunnelledSignallingMessage"],
  // Octets that tshark prints as text.
  ...["productId", "versionId"],
]);

function withoutClaims<Value>(value: Value): Value {
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutClaims) as Value;
  const all = Object.entries(value);
  // One member alone may be the alternative of a CHOICE.
  const kept = all.length === 1 ? all : all.filter(([name]) => !claims.has(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutClaims(each)])) as Value;
}
