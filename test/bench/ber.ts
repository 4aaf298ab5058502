// Speed of the generated codecs against asn1js, run by hand: node dist/test/bench/ber.js
// One ccbsRequest argument, equal work: every field validated and turned into a value.
import * as asn1js from "asn1js";
import { decodeOctets } from "../../codecs/ber/codec.ts";
import { Reader } from "../../codecs/ber/reader.ts";
import { Writer } from "../../codecs/ber/writer.ts";
import { DecodeError } from "../../codecs/error.ts";
import { CcRequestArg } from "../../codecs/generated/ss-cc-operations-asn1-97.ts";

const octetsOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const minimal = octetsOf("3015a006800431303031800432303031400504038090a3");
const full = octetsOf(
  "304ba013a1110a0101120c343432303731323334353637a10f0a0102120a32303739383736353433400904038090a37d029181" +
    "aa0a30080403010203010101ab060404503334358c01018d0101",
);

const repetitions = 7;

/** Calls in a second: the median of the repetitions, each about 100 ms. */
function measure(step: () => unknown): number {
  let calls = 1;
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < calls; i += 1) step();
    if (performance.now() - start > 50) break;
    calls *= 2;
  }
  const rates = Array.from({ length: repetitions }, () => {
    const start = performance.now();
    for (let i = 0; i < calls; i += 1) step();
    return (calls * 1000) / (performance.now() - start);
  });
  return rates.sort((a, b) => a - b)[Math.floor(repetitions / 2)] as number;
}

/** The same values out of asn1js: digits as text, octets, booleans by tag. */
function viaAsn1js(octets: Uint8Array): unknown {
  const { result } = asn1js.fromBER(octets, { parseEmbedded: false });
  return values(result);
}

function values(block: asn1js.BaseBlock): unknown {
  const inner: unknown = "value" in block.valueBlock ? block.valueBlock.value : undefined;
  if (Array.isArray(inner)) return inner.map((b) => values(b as asn1js.BaseBlock));
  if (block instanceof asn1js.NumericString) return inner;
  return block.valueBeforeDecodeView;
}

function buildAsn1js(): ArrayBuffer {
  const context = (tagNumber: number) => ({ tagClass: 3, tagNumber });
  return new asn1js.Sequence({
    value: [
      new asn1js.Constructed({
        idBlock: context(0),
        value: [new asn1js.Primitive({ idBlock: context(0), valueHex: octetsOf("31303031") })],
      }),
      new asn1js.Primitive({ idBlock: context(0), valueHex: octetsOf("32303031") }),
      new asn1js.Primitive({ idBlock: { tagClass: 2, tagNumber: 0 }, valueHex: octetsOf("04038090a3") }),
    ],
  }).toBER();
}

const value = decodeOctets(CcRequestArg, minimal);
const fullValue = decodeOctets(CcRequestArg, full);
if (value instanceof DecodeError || fullValue instanceof DecodeError) throw new Error("the samples do not decode");
const writer = new Writer();
/** Keeps what is measured from being optimised away. */
let sink = 0;

function decode(octets: Uint8Array): void {
  const decoded = CcRequestArg.decode(new Reader(octets));
  if (!(decoded instanceof DecodeError)) sink += decoded.service.length;
}

function encode(argument: CcRequestArg): void {
  CcRequestArg.encode(writer, argument);
  sink += writer.take().length;
}

const fullTree = asn1js.fromBER(full, { parseEmbedded: false }).result;
const rows: readonly (readonly [name: string, ours: () => void, other: () => unknown])[] = [
  ["decode minimal", () => decode(minimal), () => viaAsn1js(minimal)],
  ["decode full", () => decode(full), () => viaAsn1js(full)],
  ["encode minimal", () => encode(value), buildAsn1js],
  // asn1js gets its tree ready made here.
  ["encode full", () => encode(fullValue), () => fullTree.toBER()],
];
for (const [name, ours, other] of rows) {
  const [a, b] = [measure(ours), measure(other)];
  const rates = `ours ${(a / 1e6).toFixed(2)} M/s   asn1js ${(b / 1e3).toFixed(0)} k/s   ratio ${(a / b).toFixed(0)}`;
  process.stdout.write(`${name.padEnd(16)} ${rates}\n`);
}
process.exitCode = sink > 0 ? 0 : 1;
