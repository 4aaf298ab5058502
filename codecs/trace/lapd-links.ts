import { DecodeError } from "../error.ts";
import { decodeFrame, type Frame, type InformationFrame, modulus } from "../lapd/index.ts";
import type { TraceFrame } from "./frame.ts";
import { itemOf, type Sender, type TraceItem } from "./message.ts";
import { packetOctetsLimit } from "./pcap.ts";
import { sameOctets } from "../same-octets.ts";

/** Data links followed at a time, by line, SAPI and TEI; past it the link opened first is forgotten. */
export const linksLimit = 256;

/** Service access points that carry layer 3 messages: call control, and packet mode under Q.931 (Q.921 table 2). */
const messageSapis = new Set([0, 1]);

/** One direction of a link: what went out under each N(S), to know a repeated frame by. */
interface Sent {
  next: number;
  readonly frames: (Uint8Array | undefined)[];
}

/** Takes the messages out of LAPD frames: I and UI frames, a repeated I frame once (Q.921 5.6, 5.8). */
export class LapdLinks {
  readonly #links = new Map<string, Map<string, Sent>>();

  /** One item for each frame; `holds` is "none" where it carries no new message. */
  follow(frame: TraceFrame): TraceItem {
    const read = decodeFrame(frame.octets, packetOctetsLimit);
    const message = read instanceof DecodeError ? undefined : this.#messageOf(read, frame);
    const item = itemOf(frame, "lapd", message ? "message" : "none", message ?? frame.octets);
    if (read instanceof DecodeError) {
      item.problems = [...item.problems, read];
    } else if (!message) {
      item.frame = read.frame;
    } else {
      item.sender ??= senderOf(read, frame.line);
      const start = frame.octets.length - message.length;
      if (item.problems.length > 0) item.problems = item.problems.map((problem) => movedBack(problem, start));
    }
    return item;
  }

  #messageOf(read: Frame, frame: TraceFrame): Uint8Array | undefined {
    if (!messageSapis.has(read.sapi)) return undefined;
    const link = `${frame.line ?? ""}/${read.sapi}/${read.tei}`;
    if (resets.has(read.frame)) this.#links.delete(link);
    if (read.frame !== "I" && read.frame !== "UI") return undefined;
    if (read.information.length === 0) return undefined;
    if (
      read.frame === "I" &&
      this.#isRepeated(read, this.#sentOn(link, frame.direction ?? String(read.commandResponse)))
    )
      return undefined;
    return read.information;
  }

  #sentOn(link: string, direction: string): Sent {
    const directions = this.#links.get(link) ?? new Map<string, Sent>();
    if (!this.#links.has(link)) {
      const [oldest] = this.#links.keys();
      if (this.#links.size === linksLimit && oldest !== undefined) this.#links.delete(oldest);
      this.#links.set(link, directions);
    }
    const sent = directions.get(direction) ?? { next: -1, frames: [] };
    directions.set(direction, sent);
    return sent;
  }

  /**
   * An N(S) that is not the next one and under which the same octets went out less than half the numbers ago is the
   * same frame again. Anything else is new: the capture lost frames, or the numbers began anew.
   */
  #isRepeated({ ns, information }: InformationFrame, sent: Sent): boolean {
    const behind = (sent.next - ns + modulus) % modulus;
    const before = sent.frames[ns];
    if (behind > 0 && behind < modulus / 2 && before && sameOctets(before, information)) return true;
    sent.frames[ns] = information;
    // Half the numbers ahead lie what the next frames are compared with: what stands there is of the round before.
    sent.frames[(ns + modulus / 2) % modulus] = undefined;
    sent.next = (ns + 1) % modulus;
    return false;
  }
}

function movedBack({ code, offset, path }: DecodeError, by: number): DecodeError {
  return new DecodeError(code, Math.max(0, offset - by), path);
}

/** Frames that set up or clear a link: the numbers begin anew (Q.921 5.5). */
const resets = new Set(["SABME", "UA", "DISC", "DM"]);

/** I and UI frames are commands: C/R is 1 from the network side and 0 from the user side (Q.921 3.3.2). */
function senderOf(read: Frame, line = ""): Sender {
  const [user, network] = [`${line} user`, `${line} network`];
  return read.commandResponse === 1 ? { self: network, peer: user } : { self: user, peer: network };
}
