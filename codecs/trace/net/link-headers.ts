import type { CapturedPacket, TraceFrame } from "../frame.ts";
import { uint16 } from "./ip.ts";

/** Tags of virtual networks that may stand in a row (IEEE 802.1Q and 802.1ad). */
export const tagsLimit = 4;

const ipProtocols = new Set([0x0800, 0x86dd]);
const tagProtocols = new Set([0x8100, 0x88a8, 0x9100]);

/** The IP packet behind a header that holds its protocol at `protocolAt` and has `length` octets; "other" without. */
function unwrapAt(octets: Uint8Array, protocolAt: number, length: number): Pick<TraceFrame, "layer" | "octets"> {
  let [at, start] = [protocolAt, length];
  for (let tags = 0; tags <= tagsLimit && octets.length >= Math.max(at + 2, start); tags += 1) {
    const protocol = uint16(octets, at);
    if (ipProtocols.has(protocol)) return { layer: "ip", octets: octets.subarray(start) };
    if (!tagProtocols.has(protocol)) break;
    // A tag has two octets of its own, then the protocol behind it.
    [at, start] = [start + 2, start + 4];
  }
  return { layer: "other", octets };
}

/** IEEE 802.3: two addresses of 6 octets, then the EtherType. */
export const unwrapEthernet = ({ octets }: CapturedPacket) => unwrapAt(octets, 12, 14);

/** www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html. */
export const unwrapLinuxCooked = ({ octets }: CapturedPacket) => unwrapAt(octets, 14, 16);

/** www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html. */
export const unwrapLinuxCooked2 = ({ octets }: CapturedPacket) => unwrapAt(octets, 0, 20);

export const unwrapRawIp = ({ octets }: CapturedPacket): Pick<TraceFrame, "layer" | "octets"> => ({
  layer: "ip",
  octets,
});
