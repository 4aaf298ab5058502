/** `30 03 02 01 05` or `3003020105` as octets. */
export function octetsOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
}

export function hexOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}

/** `inner` inside so many values of the tag, definite lengths. */
export function nested(tag: string, count: number, inner: string): string {
  let hex = inner.replaceAll(" ", "");
  for (let i = 0; i < count; i += 1) {
    const length = hex.length / 2;
    const coded = length < 0x80 ? length.toString(16).padStart(2, "0") : `82${length.toString(16).padStart(4, "0")}`;
    hex = tag + coded + hex;
  }
  return hex;
}
