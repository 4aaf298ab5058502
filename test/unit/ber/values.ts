import fc from "fast-check";
import { alphabets, type StringName } from "../../../codecs/ber/alphabet.ts";
import { Writer } from "../../../codecs/ber/writer.ts";
import type { Element, Type } from "../../../codecs/ber/type.ts";

/** Arbitrary values of a type, all of them canonical: no element stands there with its default value. */
export function valuesOf(type: Type): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "NULL":
      return fc.constant(null);
    case "BOOLEAN":
      return fc.boolean();
    case "INTEGER":
      return integer(type.min, type.max);
    case "OBJECT IDENTIFIER":
      return objectIdentifier;
    case "open":
      return wholeValue;
    case "OCTET STRING":
      return octets(type.min, type.max);
    case "named": {
      const names = Object.keys(type.names);
      const numbers = Object.values(type.names);
      const unnamed = integer(type.min, type.max).filter((number) => !numbers.includes(number));
      return type.open ? fc.oneof(fc.constantFrom(...names), unnamed) : fc.constantFrom(...names);
    }
    case "BIT STRING": {
      const names = new Map(Object.entries(type.names).map(([name, bit]) => [bit, name]));
      const bit = fc.nat((type.max ?? 64) - 1);
      return fc.uniqueArray(bit).map((bits) => bits.toSorted((a, b) => a - b).map((one) => names.get(one) ?? one));
    }
    case "SEQUENCE OF": {
      const least = type.min ?? 0;
      return fc.array(valuesOf(type.of), { minLength: least, maxLength: Math.min(type.max ?? least + 3, least + 3) });
    }
    case "SEQUENCE":
      return sequence(type.elements);
    case "CHOICE":
      return fc.oneof(...type.elements.map((e) => valuesOf(e.type).map((value) => ({ [e.name]: value }))));
    default:
      return text(type.kind, type.min, type.max);
  }
}

function text(name: StringName, min = 0, max = 300): fc.Arbitrary<string> {
  const legal = [...alphabets[name].legal.entries()].filter(([, isLegal]) => isLegal === 1);
  const unit = fc.constantFrom(...legal.map(([code]) => String.fromCharCode(code)));
  return fc.string({ unit, minLength: min, maxLength: max });
}

function integer(min = -(2 ** 47), max = 2 ** 47 - 1): fc.Arbitrary<number> {
  return fc.oneof(
    fc.maxSafeInteger().map((number) => min + (Math.abs(number) % (max - min + 1))),
    fc.constantFrom(
      ...[-129, -128, -1, 0, 1, 127, 128, 255, 256, 32767, 32768, min, max].filter((n) => n >= min && n <= max),
    ),
  );
}

function octets(min = 0, max = 300): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: min, maxLength: Math.min(max, 300), size: "max" });
}

const objectIdentifier = fc
  .tuple(fc.nat(2), fc.nat(39), fc.array(fc.oneof(fc.nat(200), fc.nat(2 ** 31 - 1)), { maxLength: 6 }))
  .map(([top, second, rest]) => [top, second, ...rest].join("."));

/** One whole value in definite, minimal form: what an open type holds. */
const wholeValue: fc.Arbitrary<Uint8Array> = fc.letrec<{ value: Uint8Array }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .tuple(fc.constantFrom(0x04, 0x0c, 0x80, 0x41), octets(0, 140))
      .map(([tag, content]) => write((w, at) => w.octetString(at, tag, content))),
    fc.tuple(fc.constantFrom(0x30, 0xa1, 0x62), fc.array(tie("value"), { maxLength: 3 })).map(([tag, inner]) =>
      write((w, end) => {
        const at = inner.reduce((next, value) => w.openType(next, value), end - w.tail);
        return w.head(at, tag, end);
      }),
    ),
  ),
})).value;

function write(step: (writer: Writer, end: number) => number): Uint8Array {
  const writer = new Writer();
  let octets: Uint8Array | undefined;
  while (octets === undefined) octets = writer.take(step(writer, writer.end));
  return octets;
}

function sequence(elements: readonly Element[]): fc.Arbitrary<unknown> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const { name, type, presence } of elements) {
    const isDefault = (value: unknown): boolean => typeof presence === "object" && value === presence.default;
    model[name] = valuesOf(type).filter((value) => !isDefault(value));
  }
  const requiredKeys = elements.filter((e) => e.presence === undefined).map((e) => e.name);
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}
