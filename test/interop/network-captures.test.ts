import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TraceDecoder, type TraceRow } from "../../codecs/trace/decoder.ts";
import { type RowJson, rowToJson } from "../../codecs/trace/row-json.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark } from "../peers/tshark.ts";
import { root } from "../root.ts";
import { requireSharedTraces, rowsOf } from "./shared-traces.ts";

function decode(file: string): RowJson[] {
  const decoder = new TraceDecoder({ from: "auto", protocol: "auto", all: false });
  const rows = [...decoder.push(readFileSync(file)), ...decoder.end()] as TraceRow[];
  return rows.map(rowToJson);
}

/** Of a tunnelled message what carried it, as tshark names the first Q.931 message of a frame. */
const ours = ({ outer, message, callReference, apdus }: RowJson): unknown => ({
  message: outer?.message ?? message,
  callReference: (outer?.callReference ?? callReference)?.value,
  operations: apdus.map((apdu) => apdu["operation"]),
});

describe("captures of networks, beside tshark", () => {
  for (const name of ["h225_qsig_cis", "h225_over_sctp_ppid13", "iua_examples", "sip_qsig_tunnel"]) {
    it(`give the same messages, references and operations: ${name}`, async function () {
      requirePeer(this, "tshark");
      const file = join(root, `test/vectors/captures/${name}.pcap`);
      const frames = (await decodeWithTshark(file)).filter(({ message }) => message !== null);
      const theirs = frames.map(({ message, callReference, operations }) => ({
        message,
        callReference: callReference === null ? null : callReference & 0x7fff,
        operations,
      }));
      expect(decode(file).map(ours)).to.deep.equal(theirs);
    });
  }
});

describe("a capture of H.323 calls on a line", () => {
  before(function () {
    requireSharedTraces(this);
  });

  it("gives each message once, although the file holds every packet twice", () => {
    const rows = rowsOf("ndpi-h323.pcap").map(rowToJson);
    expect(rows.map(({ from, carrier, message }) => [from, carrier, message])).to.deep.equal([
      ["a", "h225", "SETUP"],
      ["b", "h225", "CALL PROCEEDING"],
      ["b", "h225", "ALERTING"],
      ["b", "h225", "CONNECT"],
      [undefined, "h225", "SETUP"],
      [undefined, "h225", "ALERTING"],
      [undefined, "h225", "SETUP"],
      [undefined, "h225", "RELEASE COMPLETE"],
    ]);
    expect(rows.flatMap(({ problems }) => problems)).to.deep.equal([]);
  });
});
