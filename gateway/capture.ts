import { createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import { pcapngHeader, pcapngPacket } from "../codecs/trace/pcapng-writer.ts";
import type { Config } from "../src/config.ts";
import type { TraceEntry } from "../src/trace.ts";
import type { Log } from "./log.ts";
import type { TraceSubscriber } from "./ring.ts";

/** Octets that wait for the disk; beyond them frames are left out and the log says so. */
export const captureQueuedOctets = 16 * 1024 * 1024;

export interface Capture {
  readonly subscriber: TraceSubscriber;
  /** Everything is in the file when this resolves. */
  stop(): Promise<void>;
}

/** Writes every LAPD frame of every trunk to a pcapng file that tshark opens. Rejects where the file cannot be made. */
export async function startCapture(path: string, config: Config, log: Log): Promise<Capture> {
  const trunks = config.neighbours.flatMap(({ name, trunk }) =>
    trunk.type === "lapd" ? [{ name, side: trunk.side }] : [],
  );
  const file = createWriteStream(path);
  try {
    await once(file, "open");
  } catch (error) {
    throw new Error(`cannot write the capture ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  let failed = false;
  file.on("error", (error) => {
    failed = true;
    log.error(`the capture ${path} ends here: ${error.message}`);
  });
  const interfaces = trunks.map(({ name }) => ({ linkType: linuxLapd, name }));
  file.write(pcapngHeader(interfaces, `qsig-gateway ${config.name}`));
  let leftOut = false;
  return {
    subscriber(entry) {
      if (failed || entry.type !== "pdu" || entry.carrier !== "lapd") return;
      const line = trunks.findIndex(({ name }) => name === entry.trunk);
      if (line < 0) return;
      if (file.writableLength > captureQueuedOctets) {
        if (!leftOut) log.warn(`the disk is too slow: frames are missing in ${path}`);
        leftOut = true;
        return;
      }
      const { at: time, direction } = entry;
      const octets = withPseudoHeader(entry, trunks[line]?.side === "network");
      file.write(pcapngPacket({ time, line, direction: direction === "in" ? "received" : "sent", octets }));
    },
    stop: () => ended(file),
  };
}

/** LINKTYPE_LINUX_LAPD: the one link type that keeps the direction of a LAPD frame. */
const linuxLapd = 177;

/** 16 octets before each frame: packet type, ARPHRD_LAPD, address (its first octet: we are the network), protocol. */
function withPseudoHeader(entry: Extract<TraceEntry, { readonly type: "pdu" }>, network: boolean): Uint8Array {
  const packetType = entry.direction === "in" ? 0 : 4;
  const octets = new Uint8Array(16 + entry.octets.length);
  octets.set([0, packetType, 0x20, 0xfd, 0, 1, network ? 1 : 0], 0);
  octets.set([0x00, 0x30], 14);
  octets.set(entry.octets, 16);
  return octets;
}

function ended(file: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (file.destroyed) resolve();
    else file.end(() => resolve());
  });
}
