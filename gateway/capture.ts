import { createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import type { Config } from "../src/config.ts";
import { CapturePackets } from "./capture-packets.ts";
import type { Log } from "./log.ts";
import type { TraceSubscriber } from "./ring.ts";

/** Octets that wait for the disk; beyond them frames are left out and the log says so. */
export const captureQueuedOctets = 16 * 1024 * 1024;

export interface Capture {
  readonly subscriber: TraceSubscriber;
  /** Everything is in the file when this resolves. */
  stop(): Promise<void>;
}

/** Writes what crosses the trunks to a pcapng file that tshark opens. Rejects where the file cannot be made. */
export async function startCapture(path: string, config: Config, log: Log): Promise<Capture> {
  const packets = new CapturePackets(config);
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
  file.write(packets.header());
  let leftOut = false;
  return {
    subscriber(entry) {
      const packet = failed ? undefined : packets.packet(entry);
      if (packet === undefined) return;
      if (file.writableLength > captureQueuedOctets) {
        if (!leftOut) log.warn(`the disk is too slow: frames are missing in ${path}`);
        leftOut = true;
        return;
      }
      file.write(packet);
    },
    stop: () => ended(file),
  };
}

function ended(file: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (file.destroyed) resolve();
    else file.end(() => resolve());
  });
}
