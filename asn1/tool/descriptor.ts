import type { Range } from "./ast.ts";
import type { ResolvedElement, Shape } from "./resolver.ts";

/** The type as the value that `codecs/ber/type.ts` describes. `variable`: the prefix of the constant with the named numbers. */
export function emitDescriptor(shape: Shape, level: number, variable: string): string {
  const { body } = shape;
  const pad = "  ".repeat(level);
  switch (body.kind) {
    case "use": return `${body.of.name}.type`;
    case "INTEGER": {
      const names = body.names.length > 0 ? `, names: ${variable}Numbers` : "";
      return `{ kind: "INTEGER"${bounds(body.range, Number.NEGATIVE_INFINITY)}${names} }`;
    }
    case "ENUMERATED": return `{ kind: "ENUMERATED", names: ${variable}Numbers, extensible: ${body.extensible} }`;
    case "OCTET STRING": return `{ kind: "OCTET STRING"${bounds(body.size, 0)} }`;
    case "string": return `{ kind: "string", name: "${body.name}"${bounds(body.size, 0)} }`;
    case "SEQUENCE OF": return `{ kind: "SEQUENCE OF", of: ${emitDescriptor(body.of, level, "")}${bounds(body.size, 0)} }`;
    case "SEQUENCE":
    case "CHOICE": {
      const items = body.elements.map((e) => `${pad}    { ${element(e, level)} },\n`).join("");
      return `{\n${pad}  kind: "${body.kind}",\n${pad}  ${body.kind === "CHOICE" ? "alternatives" : "fields"}: [\n${items}${pad}  ],\n${pad}}`;
    }
    default: return `{ kind: "${body.kind}" }`;
  }
}

function element({ name, shape, presence }: ResolvedElement, level: number): string {
  const given = presence === "OPTIONAL" ? ', presence: "OPTIONAL"' : `, presence: { default: ${JSON.stringify(presence)} }`;
  const type = `name: "${name}", type: ${emitDescriptor(shape, level + 2, "")}`;
  if (presence === "mandatory") return type;
  return type + (presence === "OPTIONAL" ? given : `, presence: { default: ${JSON.stringify(presence.default)} }`);
}

function bounds({ min, max }: Range, least: number): string {
  return (min === least ? "" : `, min: ${min}`) + (max === Number.POSITIVE_INFINITY ? "" : `, max: ${max}`);
}
