import { expect } from "chai";
import fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Codec } from "../../codecs/ber/codec.ts";
import type { ErrorRow, OperationRow } from "../../codecs/ber/operation.ts";
import {
  type Component,
  DecodeError,
  decodeMessage,
  encodeFacility,
  encodeMessage,
  type ErrorName,
  type Facility,
  facility,
  facilityElement,
  facilityOf,
  findAll,
  messageTypes,
  type OperationName,
  type Protocol,
  protocols,
} from "../../codecs/index.ts";
import { errorRow, operationRow } from "../../codecs/rose/operations.ts";
import { readHex } from "../../codecs/trace/hex.ts";
import { linuxLapdPacket } from "../../codecs/trace/link-types.ts";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { requirePeer } from "../peers/require.ts";
import { decodeWithTshark, renamed, shownByTshark, type TsharkFrame } from "../peers/tshark.ts";
import { root } from "../root.ts";
import { valuesOf } from "../unit/ber/values.ts";
import { leavesOf, missingLeaf } from "./shown-leaves.ts";

/** The same values each run. */
const seed = 1;
const valuesOfEach = 25;

/** What a type keeps open but tshark looks into: elements of a service, the argument of an extension, a time. */
const times = `timestamp timeStamp serviceCentreTimeStamp dischargeTime validityPeriodAbs lastTimeStamp`.split(" ");
const opened: Readonly<Record<string, unknown>> = {
  service: Uint8Array.of(0x04, 0x03, 0x80, 0x90, 0xa3),
  pSS1InfoElement: Uint8Array.of(0x04, 0x03, 0x80, 0x90, 0xa3),
  qSIGInfoElement: Uint8Array.of(0x04, 0x03, 0x80, 0x90, 0xa3),
  q931InfoElement: Uint8Array.of(0x04, 0x03, 0x80, 0x90, 0xa3),
  ...Object.fromEntries(times.map((name) => [name, "20260701120000.5Z"])),
  basicCallInfoElements: Uint8Array.of(0x1e, 0x02, 0x81, 0x83),
  extensionArgument: Uint8Array.of(0x04, 0x02, 0x01, 0x02),
};

interface Sample {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly component?: Component;
}

/** What both say of one message. */
type Said = Pick<TsharkFrame, "message" | "operations" | "errors">;

describe("tshark and our codecs", () => {
  const samples = [...vectors(), ...operationSamples(), ...errorSamples()];
  const frames: TsharkFrame[] = [];
  const shown: string[][] = [];

  before(async function () {
    requirePeer(this, "tshark");
    await throughTshark(samples, async (file) => {
      frames.push(...(await decodeWithTshark(file)));
      shown.push(...(await shownByTshark(file)));
    });
  });

  it("name the same message, operations and errors in every vector and in random values of every operation", () => {
    expect(frames).to.have.length(samples.length);
    const theirs = frames.map(({ message, operations: named, errors: failed }) => ({
      message,
      operations: named.map((name) => renamed.get(name) ?? name),
      errors: failed,
    }));
    const differing = samples.filter((sample, at) => !isSame(saidByUs(sample), theirs[at]));
    // tshark gives no operation that it has no name for.
    const unknown = ["msg.G4-unknown-op-cis.1A", "bad.unknown.op", "invalidMsgCentreId 0"];
    expect(differing.map(({ name }) => name)).to.deep.equal(unknown);
  });

  it("show the same fields with the same values, in random values of every operation and error", () => {
    const differing = samples.flatMap(({ name, component }, at) => {
      const leaves = component === undefined ? [] : componentLeaves(component);
      const missing = missingLeaf(leaves, shown[at] ?? [], name);
      return missing === undefined ? [] : [`${name}: ${missing}`];
    });
    expect(differing).to.deep.equal([]);
  });

  it("find nothing wrong but what the table of differences explains", () => {
    const found = frames.flatMap(({ problems }, at) => {
      return problems.length === 0 ? [] : [`${samples[at]?.name}: ${problems.join("; ")}`];
    });
    expect(found.toSorted()).to.deep.equal(explained().toSorted());
  });
});

describe("tshark and our codecs of DSS1", () => {
  const all = [...operationSamples("dss1"), ...errorSamples("dss1")];
  // tshark has no names for global codes, nor for the three-party service and ectExecute.
  const rows = Object.entries({ ...protocols.dss1.operations, ...protocols.dss1.errors });
  const local = rows.filter(([, { code }]) => typeof code === "number").map(([name]) => name);
  const known = new Set(local.filter((name) => !["begin3PTY", "end3PTY", "ectExecute"].includes(name)));
  const samples = all.filter(({ name }) => known.has(operationIn(name)));
  const frames: TsharkFrame[] = [];
  const shown: string[][] = [];

  before(async function () {
    requirePeer(this, "tshark");
    await throughTshark(samples, async (file) => {
      frames.push(...(await decodeWithTshark(file, "dss1")));
      shown.push(...(await shownByTshark(file, "dss1")));
    });
  });

  it("name the same operations and errors in random values of each that has a local code", () => {
    expect(samples.length).to.be.greaterThan(400);
    const said = frames.map(({ operations, errors }) => [...operations, ...errors].join());
    expect(said).to.deep.equal(samples.map(({ name }) => operationIn(name)));
  });

  it("show the same fields with the same values", () => {
    const differing = samples.flatMap(({ name, component }, at) => {
      const leaves = component === undefined ? [] : componentLeaves(component);
      const missing = missingLeaf(leaves, shown[at] ?? [], name);
      return missing === undefined ? [] : [`${name}: ${missing}`];
    });
    expect(differing).to.deep.equal([]);
  });

  it("find nothing wrong", () => {
    const found = frames.flatMap(({ problems }, at) => {
      return problems.length === 0 ? [] : [`${samples[at]?.name}: ${problems.join("; ")}`];
    });
    expect(found).to.deep.equal([]);
  });
});

/** `aOCSCurrency result 3` is of aOCSCurrency. */
function operationIn(sample: string): string {
  return sample.split(" ")[0] ?? "";
}

/** All samples through one tshark, as LAPD frames of link type 177: what the gateway itself writes. */
async function throughTshark(samples: readonly Sample[], read: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "qsig-tshark-"));
  const file = join(folder, "samples.pcapng");
  const packets = samples.map(({ octets }, at) => {
    const frame = Uint8Array.of(0, 1, (at << 1) & 0xfe, 0, ...octets);
    return pcapngPacket({ time: at, direction: "sent", octets: linuxLapdPacket(frame, "sent", "user") });
  });
  try {
    writeFileSync(file, Buffer.concat([pcapngHeader([{ linkType: 177, name: "test" }]), ...packets]));
    await read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of the table as `sample: what tshark says`. */
function explained(): string[] {
  const table = readFileSync(join(root, "test/interop/tshark-differences.md"), "utf8");
  return [...table.matchAll(/^\| `(?<sample>[^`]+)` \| [^|]+ \| (?<said>[^|]+?) \|/gm)].map(
    ({ groups }) => `${groups?.["sample"]}: ${groups?.["said"]}`,
  );
}

function saidByUs({ name, octets }: Sample): Said {
  const message = decodeMessage(octets);
  if (message instanceof DecodeError) throw new Error(`${name}: ${message.code}`);
  const components = findAll(message, facility).flatMap((value) => value.components);
  return {
    message: message.message,
    operations: components.flatMap((one) => ("operation" in one ? [String(one.operation ?? one.code)] : [])),
    errors: components.flatMap((one) => ("error" in one ? [String(one.error ?? one.code)] : [])),
  };
}

function componentLeaves(component: Component): readonly string[] {
  if (component.component === "invoke" && component.operation !== null)
    return valueLeaves(operationRow(component.operation, component.protocol).argument, component.argument);
  if (component.component === "returnResult" && component.operation)
    return valueLeaves(operationRow(component.operation, component.protocol).result, component.result);
  if (component.component === "returnError" && component.error !== null)
    return valueLeaves(errorRow(component.error, component.protocol).parameter, component.parameter);
  return [];
}

function valueLeaves(codec: Codec<unknown> | null, value: unknown): readonly string[] {
  return codec === null || value === undefined ? [] : leavesOf(codec.type, value);
}

function isSame(ours: Said, theirs: Said | undefined): boolean {
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

function vectors(): Sample[] {
  const rows = ["vectors.json", "services.json"].flatMap(
    (file) =>
      JSON.parse(readFileSync(join(root, "test/vectors", file), "utf8")) as readonly {
        readonly name: string;
        readonly kind: string;
        readonly hex: string;
      }[],
  );
  return rows.map(({ name, kind, hex }) => {
    const { octets } = readHex(hex);
    if (kind === "q931-message") return { name, octets };
    return { name, octets: Uint8Array.of(8, 2, 0, 1, messageTypes.FACILITY, ...octets) };
  });
}

/** Invokes and results of every operation with random values. */
function operationSamples(protocol: Protocol = "qsig"): Sample[] {
  const of = protocol === "qsig" ? {} : { protocol };
  return (Object.entries(protocols[protocol].operations) as [OperationName, OperationRow][]).flatMap((row) => {
    const [operation, { code, argument, result }] = row;
    const head = { invokeId: 1, operation, code, ...of };
    const invokes = argument
      ? valuesFor(argument).map((value): Component => ({ component: "invoke", ...head, argument: value }))
      : [{ component: "invoke", ...head } as const];
    const results = valuesFor(result).map((value): Component => {
      return { component: "returnResult", ...head, result: value };
    });
    return [
      ...invokes.flatMap((component, at) => sample(`${operation} ${at}`, component)),
      ...results.flatMap((component, at) => sample(`${operation} result ${at}`, component)),
    ];
  });
}

/** Every error, without a parameter and with random ones. */
function errorSamples(protocol: Protocol = "qsig"): Sample[] {
  const of = protocol === "qsig" ? {} : { protocol };
  return (Object.entries(protocols[protocol].errors) as [ErrorName, ErrorRow][]).flatMap((row) => {
    const [error, { code, parameter }] = row;
    const bare: Component = { component: "returnError", invokeId: 1, error, code, ...of };
    const filled = valuesFor(parameter).map((value): Component => ({ ...bare, parameter: value }));
    return [bare, ...filled].flatMap((component, at) => sample(`${error} ${at}`, component));
  });
}

function valuesFor(codec: Codec<unknown> | null): unknown[] {
  return codec === null ? [] : fc.sample(valuesOf(codec.type), { seed, numRuns: valuesOfEach }).map(sensible);
}

function sensible(value: unknown): unknown {
  // Bits without a name, which tshark calls unknown.
  if (Array.isArray(value)) return value.filter((one) => typeof one !== "number").map(sensible);
  // A zero octet inside a text ends it for tshark, which then warns of the rest.
  if (value instanceof Uint8Array) return value.map((octet) => octet || 1);
  if (typeof value === "string") return value.replaceAll("\0", "0");
  // tshark shows 32 bits of an INTEGER whose type has no range.
  if (typeof value === "number") return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value));
  if (typeof value !== "object" || value === null) return value;
  // tshark's AuthAlgorithm (ECMA-306) has no param.
  const members = Object.entries(value).filter(([name]) => name !== "param");
  return Object.fromEntries(members.map(([name, member]) => [name, opened[name] ?? sensible(member)]));
}

/** In a FACILITY; nothing where one element does not hold it. */
function sample(name: string, component: Component): Sample[] {
  const isDss1 = "protocol" in component && component.protocol === "dss1";
  const value: Facility = isDss1 ? { profile: 0x91, components: [component] } : facilityOf([component]);
  if (encodeFacility(value).length > 255) return [];
  const draft = { message: "FACILITY", ies: [facilityElement(value)] } as const;
  return [{ name, octets: encodeMessage({ value: 1, flag: 0, length: 2 }, draft), component }];
}
