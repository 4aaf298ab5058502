import { setTimeout as sleep } from "node:timers/promises";
import type { Live } from "../scenario.ts";

/** Shorter than T309, which is 6 s on both sides. */
export const shortCutMs = 3000;
const t309Ms = 300;
export const t309OfGateway = { t309: `${t309Ms}ms` };
export const t309OfLibpri = ["timer", "T309", t309Ms] as const;
/** Longer than that, and shorter than T200: libpri sets the link up at once. */
export const longCutMs = 800;

/** The connection was kept: each side asks the other, the gateway once more where libpri sets the link up again. */
export const keptWire = { repeated: ["> STATUS ENQUIRY", "< STATUS 31", "< STATUS 30"] };
/** libpri knows the connection no more; the gateway asks again where libpri sets the link up again. */
export const forgottenWire = { repeated: ["> STATUS ENQUIRY", "< RELEASE COMPLETE 81"] };

/** The trunk is gone for so long, and both sides know; what is done meanwhile. */
export async function cut(
  { gateway, libpri }: Live,
  ms: number,
  meanwhile: () => unknown = () => undefined,
): Promise<void> {
  await libpri.command("cut");
  await Promise.all([libpri.event("data-link-down"), gateway.link("down")]);
  await meanwhile();
  await sleep(ms);
  await libpri.command("restore");
  await Promise.all([libpri.event("data-link-up"), gateway.link("up")]);
  await libpri.quiet();
}
