import type { Type } from "./type.ts";

/** What is due, in words for a person, where `path` leads inside a type: names of fields and indices, without its own. */
export function dueAt(type: Type, path: readonly string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return due(type);
  const inner = innerOf(type, name);
  return inner === undefined ? `no such member, only ${due(type)}` : dueAt(inner, rest);
}

function innerOf(type: Type, name: string): Type | undefined {
  if (type.kind === "SEQUENCE OF") return type.of;
  if (type.kind === "SEQUENCE") return type.fields.find((field) => field.name === name)?.type;
  if (type.kind === "CHOICE") return type.alternatives.find((alternative) => alternative.name === name)?.type;
  return undefined;
}

function due(type: Type): string {
  switch (type.kind) {
    case "NULL":
      return "null";
    case "BOOLEAN":
      return "true or false";
    case "OBJECT IDENTIFIER":
      return "an object identifier in dots";
    case "open":
      return "one whole BER value as hex digits";
    case "INTEGER":
      return type.names === undefined ? `a whole number${within(type)}` : `one of ${names(type.names)}, or its number`;
    case "ENUMERATED":
      return `one of ${names(type.names)}`;
    case "OCTET STRING":
      return `octets as hex digits, their count${within(type)}`;
    case "string":
      return `a ${type.name}, its length${within(type)}`;
    case "SEQUENCE OF":
      return `a list, its length${within(type)}`;
    case "SEQUENCE":
      return `an object with ${type.fields.map(({ name, presence }) => (presence ? `${name} (optional)` : name)).join(", ")}`;
    case "CHOICE":
      return `an object with one of ${type.alternatives.map(({ name }) => name).join(", ")}`;
  }
}

function within({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined && max === undefined) return " not limited";
  return max === undefined ? ` at least ${min}` : ` from ${min ?? 0} to ${max}`;
}

function names(numbers: Readonly<Record<string, number>>): string {
  return Object.keys(numbers).join(", ");
}
