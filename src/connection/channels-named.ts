import { find } from "../../codecs/q931/element.ts";
import { channelIdentification } from "../../codecs/q931/ie/channel-identification.ts";
import type { InformationElement } from "../../codecs/q931/message.ts";

/**
 * The B-channels that the elements of a message name, by number or slot map (Q.931 4.5.13); none where it names none.
 */
export function channelsNamed(ies: readonly InformationElement[]): readonly number[] {
  const value = find({ ies }, channelIdentification);
  if (value === undefined || value.dChannel) return [];
  if (value.slotMap !== undefined) return mapped(value.slotMap);
  if (value.channels !== undefined) return value.channels;
  // A basic rate interface: B1 or B2 in octet 3 itself; 3 is any channel.
  return value.interfaceType === "basic" && (value.channelSelection === 1 || value.channelSelection === 2)
    ? [value.channelSelection]
    : [];
}

/** Highest timeslot first, down to 0 where the interface has 32, to 1 where it has 24 (Q.931 figure 4-19). */
function mapped(slotMap: Uint8Array): number[] {
  const lowest = slotMap.length === 4 ? 0 : 1;
  const channels: number[] = [];
  slotMap.toReversed().forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit++) if ((octet >> bit) & 1) channels.push(lowest + 8 * index + bit);
  });
  return channels;
}
