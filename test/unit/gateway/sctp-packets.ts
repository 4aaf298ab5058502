import { crc32c } from "../../../gateway/trunks/sctp/crc32c.ts";

const octetsOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

/** From and to an SCTP port, the tag, these chunks in hex, and a right checksum. */
export function packet(chunks: string, tag = "00000000", port = 9900): Uint8Array {
  const ports = port.toString(16).padStart(4, "0").repeat(2);
  const octets = octetsOf(`${ports} ${tag} 00000000 ${chunks}`);
  new DataView(octets.buffer).setUint32(8, crc32c(octets, 8), true);
  return octets;
}

/** INIT with tag 1, window, streams and TSN, and parameters. */
export const init = (more = "", length = 20 + more.replaceAll(" ", "").length / 2): string =>
  `01 00 ${length.toString(16).padStart(4, "0")} 00000001 00010000 0002 0002 00000001 ${more}`;

/** Chunks of single packets that hang or kill npm sctp without an association, and why the guard drops each. */
export const attacks: readonly (readonly [what: string, chunks: string, fault: string])[] = [
  ["a parameter of length 0 in INIT (B1)", init("0005 0000"), "parameter length"],
  ["a parameter of length 0 in HEARTBEAT (B1)", "04 00 0008 0001 0000", "parameter length"],
  ["a cause of length 0 in ABORT (B1)", "06 00 0008 0001 0000", "parameter length"],
  ["an address of 3 octets (B2)", init("0005 0007 7f000000", 28), "parameter size"],
  ["INIT cut short (B2)", "01 00 0008 00000001", "short chunk"],
  ["HEARTBEAT ACK of nothing (B2)", "05 00 0004", "heartbeat"],
  ["HEARTBEAT of nothing (B2)", "04 00 0004", "heartbeat"],
  ["a parameter of length 0 where SHUTDOWN COMPLETE has none (B1)", "0e 00 0008 0001 0000", "long chunk"],
  ["a parameter of length 0 where SHUTDOWN has none (B1)", "07 00 000c 00000001 0001 0000", "long chunk"],
  ["a parameter of length 0 behind INIT, in a chunk of its own (B1)", `${init()} 0b 00 0008 0001 0000`, "long chunk"],
  [
    "a parameter of length 0 in ASCONF, which was never agreed on (B1)",
    "c1 00 0008 0001 0000",
    "chunk of an extension",
  ],
];
