import { element } from "./element.ts";
import type { Cause } from "./ie/cause.ts";
import { cause } from "./ie/cause.ts";
import { channelIdentification } from "./ie/channel-identification.ts";
import type { InformationElement } from "./message.ts";

/** Location 1, private network serving the local user, is what libpri sends in clearing (CC 3.6 [RUN]). */
export const privateNetworkLocal = 1;

/** Elements that were made once, by cause: every clearing has one. */
const causeElements: InformationElement<Cause>[] = [];

export function causeElement(value: number, location: number = privateNetworkLocal): InformationElement<Cause> {
  if (location !== privateNetworkLocal) return element(cause, { codingStandard: 0, location, cause: value });
  causeElements[value] ??= element(cause, { codingStandard: 0, location, cause: value });
  return causeElements[value];
}

/** B-channel `number` of a primary rate interface, exclusive: `a9 83 8x` (CC 3.2). */
export function bChannelElement(number: number, exclusive = true): InformationElement {
  return element(channelIdentification, {
    interfaceType: "other",
    exclusive,
    dChannel: false,
    channelSelection: 1,
    codingStandard: 0,
    channelType: 3,
    channels: [number],
  });
}
