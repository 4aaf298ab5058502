import fc from "fast-check";
import type { Field, PerType, Size } from "../../../codecs/per/index.ts";

type Values = Readonly<Record<string, unknown>>;
type Of<Kind> = Extract<PerType<unknown>, { readonly kind: Kind }>;

/** The octets of a NULL in an open type: what Erlang has where nothing is read. */
const unread = Uint8Array.of(0);

/**
 * Additions without a type of ours: `later`, any octets, and also such as no version has, under their numbers; `null`,
 * as the module has it for another compiler of it; or `none`. Roots never have such components.
 */
type Unread = "later" | "null" | "none";

/** Arbitrary values of a type. */
export function valuesOf<Value>(type: PerType<Value>, additions: Unread): fc.Arbitrary<Value> {
  return any(type, additions) as fc.Arbitrary<Value>;
}

function any(type: PerType<unknown>, kept: Unread): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "objectIdentifier":
      return fc
        .tuple(fc.nat(2), fc.nat(39), fc.array(fc.nat(70_000), { maxLength: 5 }))
        .map(([top, second, rest]) => [top, second, ...rest].join("."));
    case "integer":
      return fc.integer({ min: type.from, max: type.to });
    case "enumerated":
      return fc.constantFrom(...type.names);
    case "octetString":
      return fc.uint8Array(lengths(type.size));
    case "string":
      return text(type);
    case "sequenceOf":
      return fc.array(any(type.of, kept), { maxLength: 3 });
    case "sequence":
      return sequence(type, kept);
    case "choice":
      return choice(type, kept);
  }
}

function text({ bits, alphabet, size }: Of<"string">): fc.Arbitrary<string> {
  const characters = alphabet === undefined ? undefined : fc.constantFrom(...alphabet);
  const code = fc.integer({ min: bits === 8 ? 32 : 1, max: bits === 8 ? 126 : 0xd7ff });
  return fc.string({ unit: characters ?? code.map((one) => String.fromCharCode(one)), ...lengths(size) });
}

/** Long ones now and then, so that lengths of two octets come up. */
function lengths({ from, to }: Size = { from: 0, to: 200 }): { minLength: number; maxLength: number } {
  return { minLength: from, maxLength: Math.min(to, 300) };
}

function sequence({ fields, additions = [] }: Of<"sequence">, kept: Unread): fc.Arbitrary<unknown> {
  const root = fields.filter(({ type }) => type !== undefined);
  const parts: Record<string, fc.Arbitrary<unknown>> = {};
  const behind = additions.filter(({ type }) => kept !== "none" || type !== undefined);
  for (const field of [...root, ...behind]) parts[field.name] = member(field, kept);
  const needed = root.filter(({ optional }) => optional !== true).map(({ name }) => name);
  const known = fc.record(parts, { requiredKeys: needed });
  return kept === "later" && additions.length > 0 ? fc.tuple(known, unknown(additions.length)).map(merged) : known;
}

function choice({ alternatives, additions = [] }: Of<"choice">, kept: Unread): fc.Arbitrary<unknown> {
  const named = [...alternatives, ...additions.filter(({ type }) => kept === "later" || type !== undefined)];
  const chosen = named.map((field) => member(field, kept).map((value) => ({ [field.name]: value })));
  return fc.oneof(...chosen, ...(kept === "later" && additions.length > 0 ? [one(additions.length)] : []));
}

function member({ type }: Field, kept: Unread): fc.Arbitrary<unknown> {
  if (type !== undefined) return any(type, kept);
  return kept === "later" ? fc.uint8Array({ minLength: 1, maxLength: 40 }) : fc.constant(unread);
}

function unknown(from: number): fc.Arbitrary<Values> {
  return fc.array(one(from), { maxLength: 3 }).map((all) => Object.assign({}, ...all) as Values);
}

/** At most 64 bits stand in a bitmap with a short length. */
function one(from: number): fc.Arbitrary<Values> {
  const at = fc.integer({ min: from, max: Math.min(from + 8, 63) });
  return fc
    .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 20 }))
    .map(([n, octets]) => ({ [`addition${n}`]: octets }));
}

const merged = (parts: readonly unknown[]): unknown => Object.assign({}, ...(parts as Values[]));
