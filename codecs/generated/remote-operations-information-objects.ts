// Generated from asn1/Remote-Operations-Information-Objects.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Alternatives, type Codec, codec, noAlternative } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export type Code =
  | { readonly local: number }
  | { readonly global: string };

export function readCode(r: Reader): Code | undefined {
  switch (r.tag()) {
    case 0x02: {
      const v = r.integer(0x02);
      if (v === undefined) return r.under("local");
      return { local: v };
    }
    case 0x06: {
      const v = r.objectIdentifier(0x06);
      if (v === undefined) return r.under("global");
      return { global: v };
    }
    default:
      return r.unexpected();
  }
}

export function usualCode(r: Reader): Code | undefined {
  switch (r.octets[r.at]) {
    case 0x02: {
      const v = usual.integer(r, 0x02);
      return v === undefined ? undefined : { local: v };
    }
    case 0x06: {
      const v = usual.objectIdentifier(r, 0x06);
      return v === undefined ? undefined : { global: v };
    }
    default:
      return undefined;
  }
}

export function encodeCode(w: Writer, at: number, v: Code): number {
  const c: Alternatives<Code> = v;
  if (c.local !== undefined) return w.integer(at, 0x02, c.local);
  if (c.global !== undefined) return w.objectIdentifier(at, 0x06, c.global);
  throw noAlternative("Code");
}

export const Code: Codec<Code> = codec(
  "Code",
  encodeCode,
  readCode,
  usualCode,
  {
    kind: "CHOICE",
    elements: [
      { name: "local", type: { kind: "INTEGER" } },
      { name: "global", type: { kind: "OBJECT IDENTIFIER" } },
    ],
  },
);
