/** Made packets: IPv4 around TCP, UDP and SCTP. Check sequences stay 0, nobody judges them. */

export interface Ends {
  readonly from: number;
  readonly to: number;
}

const word = (value: number): number[] => [(value >>> 8) & 0xff, value & 0xff];
const long = (value: number): number[] => [...word(value >>> 16), ...word(value & 0xffff)];

export function ip(protocol: number, octets: Uint8Array, source = 1, destination = 2): Uint8Array {
  const addresses = [10, 0, 0, source, 10, 0, 0, destination];
  return Uint8Array.of(0x45, 0, ...word(20 + octets.length), 0, 0, 0, 0, 64, protocol, 0, 0, ...addresses, ...octets);
}

export function tcp({ from, to }: Ends, sequence: number, octets: Uint8Array, flags = 0x10): Uint8Array {
  const header = [...word(from), ...word(to), ...long(sequence), 0, 0, 0, 0, 0x50, flags, 0xff, 0xff, 0, 0, 0, 0];
  return Uint8Array.of(...header, ...octets);
}

export function udp({ from, to }: Ends, octets: Uint8Array): Uint8Array {
  return Uint8Array.of(...word(from), ...word(to), ...word(8 + octets.length), 0, 0, ...octets);
}

export function sctp({ from, to }: Ends, tag: number, ...chunks: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.of(...word(from), ...word(to), ...long(tag), 0, 0, 0, 0, ...chunks.flatMap((chunk) => [...chunk]));
}

export interface Data {
  readonly tsn: number;
  readonly octets: Uint8Array;
  /** 2 beginning, 1 end. */
  readonly flags?: number;
  readonly payloadProtocol?: number;
}

export function data({ tsn, octets, flags = 3, payloadProtocol = 1 }: Data): Uint8Array {
  const length = 16 + octets.length;
  const header = [0, flags, ...word(length), ...long(tsn), 0, 1, 0, 0, ...long(payloadProtocol)];
  return Uint8Array.of(...header, ...octets, ...Array.from({ length: -length & 3 }, () => 0));
}
