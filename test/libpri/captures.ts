import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PacketToWrite } from "../../codecs/trace/pcapng-writer.ts";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import type { PeerFrame } from "../peers/libpri/protocol.ts";
import { decodeWithTshark } from "../peers/tshark.ts";
import { root } from "../root.ts";
import { type WireMessage, wireOf } from "./wire.ts";

export const libpriVersion = "1.6.0";

const capturesFolder = join(root, "build/captures");

/** Where the last live run of a scenario stands. */
export function captureFile(name: string): string {
  return join(capturesFolder, `${name}.pcapng`);
}

/** Raw LAPD: the direction stands in the packet flags. */
const lapd = 203;

/** The frames of live runs: one pcapng file a run in build/captures, and all of them together for tshark. */
export class Captures {
  readonly #folder: string;
  readonly #runs: { readonly name: string; readonly frames: readonly PeerFrame[] }[] = [];

  constructor(folder = capturesFolder) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** `frames` are libpri's; the file shows them from the gateway. Returns the path of the file. */
  add(name: string, frames: readonly PeerFrame[]): string {
    this.#runs.push({ name, frames });
    return this.#write(name, [{ name, frames }]);
  }

  /** What tshark objects to in the frames that the gateway sent, or reads otherwise than we do. */
  async objections(): Promise<string[]> {
    if (this.#runs.length === 0) return ["there is no capture to judge"];
    const file = this.#write("all", this.#runs);
    const read = (await decodeWithTshark(file)).filter(({ message }) => message !== null);
    return this.#runs.flatMap(({ name, frames }) => {
      const ours = wireOf(frames);
      const theirs = read.filter((frame) => frame.interface === name);
      if (theirs.length !== ours.length) return [`${name}: tshark reads ${theirs.length} messages, we ${ours.length}`];
      return ours.flatMap((message, index) => {
        const frame = theirs[index];
        if (message.direction === "<" || frame === undefined) return [];
        const same = `${frame.message} ${[...frame.operations, ...frame.errors].join(" ")}`;
        const problems = frame.problems.map((problem) => `${name}: ${message.line}: ${problem}`);
        return same === asTshark(message) ? problems : [...problems, `${name}: ${message.line}: tshark reads ${same}`];
      });
    });
  }

  #write(name: string, runs: readonly { readonly name: string; readonly frames: readonly PeerFrame[] }[]): string {
    const file = join(this.#folder, `${name}.pcapng`);
    const header = pcapngHeader(
      runs.map((run) => ({ linkType: lapd, name: run.name })),
      `qsig-gateway against libpri ${libpriVersion} (Debian libpri-dev), test/libpri`,
    );
    const packets = runs.flatMap(({ frames }, line) => frames.map((frame) => pcapngPacket(packet(frame, line))));
    writeFileSync(file, Buffer.concat([header, ...packets]));
    return file;
  }
}

function packet({ at, direction, octets }: PeerFrame, line: number): PacketToWrite {
  return { time: at, line, direction: direction === "received" ? "sent" : "received", octets };
}

/** Our reading in tshark's words: operations of invokes and results, then errors. */
function asTshark({ message, components }: WireMessage): string {
  const operations = components.flatMap((component) =>
    component.component === "invoke" || (component.component === "returnResult" && component.code !== undefined)
      ? [component.operation ?? String(component.code)]
      : [],
  );
  const errors = components.flatMap((component) =>
    component.component === "returnError" ? [component.error ?? String(component.code)] : [],
  );
  return `${message.message} ${[...operations, ...errors].join(" ")}`;
}
