import type { Bounds, Type } from "./type.ts";

/** What is due where `path` leads inside a type, in words for a person. The path is without the name of the type. */
export function dueAt(type: Type, path: readonly string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return due(type);
  const inner = innerOf(type, name);
  return inner === undefined ? `no such member, only ${due(type)}` : dueAt(inner, rest);
}

function innerOf(type: Type, name: string): Type | undefined {
  if (type.kind === "SEQUENCE OF") return type.of;
  return "elements" in type ? type.elements.find((element) => element.name === name)?.type : undefined;
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
      return `a whole number${within(type)}`;
    case "named":
      return `one of ${Object.keys(type.names).join(", ")}${type.open ? ", or its number" : ""}`;
    case "BIT STRING":
      return `a list of bits, each one of ${Object.keys(type.names).join(", ")}, or its number`;
    case "OCTET STRING":
      return `octets as hex digits, their count${within(type)}`;
    case "SEQUENCE OF":
      return `a list, its length${within(type)}`;
    case "SEQUENCE":
      return `an object with ${type.elements.map(memberName).join(", ")}`;
    case "CHOICE":
      return `an object with one of ${type.elements.map(({ name }) => name).join(", ")}`;
    default:
      return `a ${type.kind}, its length${within(type)}`;
  }
}

function memberName({ name, presence }: { readonly name: string; readonly presence?: unknown }): string {
  return presence === undefined ? name : `${name} (optional)`;
}

function within({ min, max }: Bounds): string {
  if (min === undefined && max === undefined) return " not limited";
  return max === undefined ? ` at least ${min}` : ` from ${min ?? 0} to ${max}`;
}
