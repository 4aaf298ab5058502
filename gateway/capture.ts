import { createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import { linuxLapdPacket } from "../codecs/trace/link-types.ts";
import { pcapngHeader, pcapngPacket } from "../codecs/trace/pcapng-writer.ts";
import type { Config } from "../src/config.ts";
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
      const trunk = trunks[line];
      if (trunk === undefined) return;
      if (file.writableLength > captureQueuedOctets) {
        if (!leftOut) log.warn(`the disk is too slow: frames are missing in ${path}`);
        leftOut = true;
        return;
      }
      const direction = entry.direction === "in" ? "received" : "sent";
      const octets = linuxLapdPacket(entry.octets, direction, trunk.side);
      file.write(pcapngPacket({ time: entry.at, line, direction, octets }));
    },
    stop: () => ended(file),
  };
}

/** LINKTYPE_LINUX_LAPD: the one link type that keeps the direction of a LAPD frame. */
const linuxLapd = 177;

function ended(file: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (file.destroyed) resolve();
    else file.end(() => resolve());
  });
}
