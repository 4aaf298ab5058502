import type { Type } from "../../codecs/ber/type.ts";

/** ONE table: fields that tshark has under another name, by what the operation's name begins with. */
const renamedFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mWI: { basicService: "specificMessageType", nbOfMessages: "nrOfMessages" },
  sms: { messageClass: "class" },
};

/**
 * What tshark should show of a value, in the order of the octets: `procedure: cfb (`. Texts, octets and bits, which it
 * shows in ways of its own, are left out. Elements of a list are shown under the names of their types: `: final (`.
 */
export function leavesOf(type: Type, value: unknown, name = ""): readonly string[] {
  switch (type.kind) {
    case "SEQUENCE":
    case "CHOICE": {
      const members = value as Readonly<Record<string, unknown>>;
      return type.elements.flatMap((element) => {
        const member = members[element.name];
        return member === undefined ? [] : leavesOf(element.type, member, element.name);
      });
    }
    case "SEQUENCE OF":
      return (value as readonly unknown[]).flatMap((element) => leavesOf(type.of, element));
    case "named":
      return [`${name}: ${typeof value === "string" ? `${value} (` : `Unknown (${String(value)}`}`];
    case "BOOLEAN":
      return [`${name}: ${value === true ? "True" : "False"}`];
    case "INTEGER":
    case "NumericString":
      return [`${name}: ${String(value)}`];
    default:
      return [];
  }
}

/** ECMA-347 spells videotext where ECMA-174 has videotex. */
const plain = (text: string): string =>
  text.replaceAll("-", "").toLowerCase().replace("videotextsyntax", "videotexsyntax");

/** The first leaf that is not shown in its turn; undefined where all are. */
export function missingLeaf(
  leaves: readonly string[],
  shown: readonly string[],
  operation: string,
): string | undefined {
  const lines = shown.map(plain);
  const names = renamedFields[operation.slice(0, 3)] ?? {};
  let at = 0;
  return leaves.find((leaf) => {
    const [name = "", ...value] = leaf.split(": ");
    const expected = plain([names[name] ?? name, ...value].join(": "));
    const found = lines.findIndex(
      (line, index) => index >= at && (name === "" ? line.includes(expected) : line.startsWith(expected)),
    );
    at = found + 1;
    return found < 0;
  });
}
