// Generated from asn1/Manufacturer-specific-service-extension-class-asn1-97.asn by asn1/tool; do not edit.
// Made anew by: node dist/asn1/tool/main.js --write

import { type Codec, codec, type Mutable } from "../ber/codec.ts";
import type { Reader } from "../ber/reader.ts";
import * as usual from "../ber/usual.ts";
import type { Writer } from "../ber/writer.ts";

export interface Extension {
  readonly extensionId: string;
  readonly extensionArgument: Uint8Array;
}

export function readExtension(r: Reader, tag = 0x30): Extension | undefined {
  const outer = r.enter(tag);
  if (outer < 0) return undefined;
  const extensionId = r.objectIdentifier(0x06);
  if (extensionId === undefined) return r.under("extensionId");
  const extensionArgument = r.open();
  if (extensionArgument === undefined) return r.under("extensionArgument");
  const v: Mutable<Extension> = {
    extensionId,
    extensionArgument,
  };
  r.leave(outer);
  return v;
}

export function usualExtension(r: Reader, tag = 0x30): Extension | undefined {
  const end = usual.contents(r, tag);
  if (end === 0) return undefined;
  const extensionId = usual.objectIdentifier(r, 0x06);
  if (extensionId === undefined) return undefined;
  const extensionArgument = usual.open(r);
  if (extensionArgument === undefined) return undefined;
  const v: Mutable<Extension> = { extensionId, extensionArgument };
  return r.at === end ? v : undefined;
}

export function encodeExtension(w: Writer, end: number, v: Extension, tag = 0x30): number {
  let at = end - w.tail;
  at = w.openType(at, v.extensionArgument);
  at = w.objectIdentifier(at, 0x06, v.extensionId);
  return w.head(at, tag, end);
}

export const Extension: Codec<Extension> = codec(
  "Extension",
  encodeExtension,
  readExtension,
  usualExtension,
  {
    kind: "SEQUENCE",
    elements: [
      { name: "extensionId", type: { kind: "OBJECT IDENTIFIER" } },
      { name: "extensionArgument", type: { kind: "open" } },
    ],
  },
);
