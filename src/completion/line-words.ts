import { forwardsToVoicemail } from "../lines/facts.ts";
import type { LineReport } from "../lines/line.ts";
import type { Refusal } from "./terminating.ts";

/** The recall follows user B's forwarding (R5). */
export const follows = "user B forwards all calls or wants none, and the recall follows: S-50 needs recallPrefix";

/** systems 4.2: PIDF has no word for ringing. */
export const anyUseCounts = "user B's line does not tell ringing from talking: the end of any use counts";

/** Whether a line can be waited for, by the monitor's first word. */
export function refusalOf(
  report: LineReport,
  b: string,
): { readonly error: Refusal; readonly why: string } | undefined {
  if (report === "absent") return { error: "longTermRejection", why: `refused: there is no line ${b}` };
  if (report === "lost") return { error: "shortTermRejection", why: `refused: the line ${b} cannot be watched now` };
  if (!forwardsToVoicemail(report)) return undefined;
  return { error: "longTermRejection", why: `refused: ${b} forwards all calls to voice mail` }; // S-13
}
