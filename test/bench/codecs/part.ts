import type { Facility } from "../../../codecs/index.ts";
import { DecodeError, decodeFacility, encodeFacility } from "../../../codecs/index.ts";
import { Writer } from "../../../codecs/ber/writer.ts";
import { writeFacility } from "../../../codecs/facility/encode.ts";
import { compare, type Part, type Peer, type Row, timed } from "../harness.ts";
import { asn1js } from "./asn1js.ts";
import type { BerPeer } from "./ber-peer.ts";
import { ldapjsAsn1 } from "./ldapjs-asn1.ts";
import { LibpriBench, libpriMissing } from "./libpri.ts";
import { libpriDialect, mixedContents, nameContents, requestContents, setup } from "./messages.ts";
import { nodeForge } from "./node-forge.ts";
import { decodeSetup, encodeSetup, setupPeer, valuesOf } from "./setup.ts";

export const berPeers: readonly BerPeer[] = [asn1js, nodeForge, ldapjsAsn1];

/** What the results end in, so that no compiler drops the work. */
let sink: unknown;

/** Runs each of the values in turn. */
function inTurn<T>(values: readonly T[], work: (value: T) => unknown): (count: number) => void {
  return (count) => {
    let next = 0;
    for (let run = 0; run < count; run += 1) {
      sink = work(values[next] as T);
      next = next + 1 === values.length ? 0 : next + 1;
    }
  };
}

function facilityOf(contents: Uint8Array): Facility {
  const value = decodeFacility(contents);
  if (value instanceof DecodeError) throw new Error(value.code);
  return value;
}

const encoded = (value: Facility): Uint8Array => encodeFacility(value, libpriDialect);

/** Our codecs, the BER libraries of npm, and libpri's C, at the same work. */
export const codecs: Part = {
  name: "codecs",
  async *rows(rounds) {
    const libpri = libpriMissing() === undefined ? new LibpriBench() : undefined;
    try {
      yield* facilityRows("(a) ccbsRequest", [requestContents], rounds, libpri);
      yield* setupRows(rounds);
      yield* facilityRows("(c) callingName", [nameContents], rounds, libpri);
      yield* mixedRows(rounds, libpri);
    } finally {
      libpri?.close();
    }
    if (sink === undefined) throw new Error("nothing was measured");
  },
};

async function* facilityRows(
  name: string,
  contents: readonly Uint8Array[],
  rounds: number,
  libpri: LibpriBench | undefined,
): AsyncIterable<Row> {
  const values = contents.map(facilityOf);
  yield* await compare(`${name} decode`, "ns", rounds, timed(inTurn(contents, facilityOf)), [
    ...berPeers.map((peer) => ({ peer: peer.name, measure: timed(inTurn(contents, peer.decode)) })),
    libpriPeer(libpri, "decode", contents),
  ]);
  yield* await compare(`${name} encode`, "ns", rounds, timed(inTurn(values, encoded)), [
    ...berPeers.map((peer) => ({ peer: peer.name, measure: timed(inTurn(values, peer.encode)) })),
    libpriPeer(libpri, "encode", contents),
  ]);
  yield* writeRow(name, contents, values, rounds, libpri);
}

/** Into a buffer that is there, as libpri does: no array for the octets. */
async function* writeRow(
  name: string,
  contents: readonly Uint8Array[],
  values: readonly Facility[],
  rounds: number,
  libpri: LibpriBench | undefined,
): AsyncIterable<Row> {
  const writer = new Writer(libpriDialect);
  const write = (value: Facility) => writeFacility(writer, writer.end, value, libpriDialect);
  yield* await compare(`${name} into a buffer`, "ns", rounds, timed(inTurn(values, write)), [
    libpriPeer(libpri, "encode", contents),
  ]);
}

const noWholeSetup: Peer = { peer: "libpri", missing: "libpri has no public call that reads or writes a whole SETUP" };

async function* setupRows(rounds: number): AsyncIterable<Row> {
  const values = valuesOf(decodeSetup(setup));
  const peers = berPeers.map(setupPeer);
  yield* await compare("(b) CIS SETUP decode", "ns", rounds, timed(inTurn([setup], decodeSetup)), [
    ...peers.map(({ name, decode }) => ({ peer: name, measure: timed(inTurn([setup], decode)) })),
    noWholeSetup,
  ]);
  yield* await compare("(b) CIS SETUP encode", "ns", rounds, timed(inTurn([values], encodeSetup)), [
    ...peers.map(({ name, encode }) => ({ peer: name, measure: timed(inTurn([values], encode)) })),
    noWholeSetup,
  ]);
}

async function* mixedRows(rounds: number, libpri: LibpriBench | undefined): AsyncIterable<Row> {
  const values = mixedContents.map(facilityOf);
  const treePeers = berPeers.map(({ name, tree, encodeTree }) => {
    const missing = "it makes no tree: each operation would need code of its own";
    if (tree === undefined || encodeTree === undefined)
      return { decode: { peer: name, missing }, encode: { peer: name, missing } };
    const trees = mixedContents.map(tree);
    return {
      decode: { peer: name, measure: timed(inTurn(mixedContents, tree)) },
      encode: { peer: name, measure: timed(inTurn(trees, encodeTree)) },
    };
  });
  const label = `(d) ${mixedContents.length} vectors, tree`;
  const decode = timed(inTurn(mixedContents, facilityOf));
  yield* await compare(
    `${label} decode`,
    "ns",
    rounds,
    decode,
    treePeers.map((peer) => peer.decode),
  );
  const encode = timed(inTurn(values, encoded));
  yield* await compare(
    `${label} encode`,
    "ns",
    rounds,
    encode,
    treePeers.map((peer) => peer.encode),
  );
  const alike = (await libpri?.understood(mixedContents)) ?? mixedContents;
  yield* facilityRowsOfLibpri(`(d) ${alike.length} vectors`, alike, rounds, libpri);
}

async function* facilityRowsOfLibpri(
  name: string,
  contents: readonly Uint8Array[],
  rounds: number,
  libpri: LibpriBench | undefined,
): AsyncIterable<Row> {
  const values = contents.map(facilityOf);
  const decode = timed(inTurn(contents, facilityOf));
  yield* await compare(`${name} decode`, "ns", rounds, decode, [libpriPeer(libpri, "decode", contents)]);
  const encode = timed(inTurn(values, encoded));
  yield* await compare(`${name} encode`, "ns", rounds, encode, [libpriPeer(libpri, "encode", contents)]);
  yield* writeRow(name, contents, values, rounds, libpri);
}

function libpriPeer(libpri: LibpriBench | undefined, what: "decode" | "encode", contents: readonly Uint8Array[]): Peer {
  if (libpri === undefined) return { peer: "libpri", missing: libpriMissing() ?? "" };
  return { peer: "libpri", measure: () => libpri.run(what, contents) };
}
