import { expect } from "chai";
import type { Baresip } from "./baresip.ts";

/** In their last call, which is over, each of two phones with a tone heard that of the other, and not its own. */
export async function expectBothHeard(one: Baresip, two: Baresip): Promise<void> {
  for (const [phone, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const { seconds, parts } = await phone.heard(other.hertz ?? 0, phone.hertz ?? 0);
    expect(seconds, `${phone.number} heard anything: ${phone.log.slice(-500)}`).to.be.greaterThan(0.5);
    expect(parts[0], `${phone.number} heard the other`).to.be.greaterThan(0.8);
    expect(parts[1], `${phone.number} heard itself`).to.be.lessThan(0.05);
  }
}
