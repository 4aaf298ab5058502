import { find } from "./element.ts";
import type { BearerCapability } from "./ie/bearer-capability.ts";
import { bearerCapability } from "./ie/bearer-capability.ts";
import type { ChannelIdentification } from "./ie/channel-identification.ts";
import { channelIdentification } from "./ie/channel-identification.ts";
import type { Message } from "./message.ts";

/** `a8 80`: unrestricted digital, ISO/IEC coding, rate 0: no bearer at all (ECMA-165 11.3.1). */
export const cisBearerCapability: BearerCapability = {
  codingStandard: 1,
  informationTransferCapability: 8,
  transferMode: 0,
  informationTransferRate: 0,
  layers: [],
};

/** `ac`: the D-channel of a primary rate interface, exclusive, no B-channel (ECMA-165 11.3.2). */
export const cisChannelIdentification: ChannelIdentification = {
  interfaceType: "other",
  exclusive: true,
  dChannel: true,
  channelSelection: 0,
};

/** `8c`: the same on a basic rate interface. */
export const cisBasicChannelIdentification: ChannelIdentification = {
  ...cisChannelIdentification,
  interfaceType: "basic",
};

/** Whether a SETUP opens a call-independent signalling connection: either element says so (CC 3.2, R14). */
export function isCallIndependent(message: Pick<Message, "ies">): boolean {
  if (find(message, channelIdentification)?.dChannel) return true;
  const bearer = find(message, bearerCapability);
  return bearer !== undefined && isCisBearer(bearer);
}

function isCisBearer({
  codingStandard,
  informationTransferCapability,
  transferMode,
  informationTransferRate,
}: BearerCapability): boolean {
  return (
    codingStandard === cisBearerCapability.codingStandard &&
    informationTransferCapability === cisBearerCapability.informationTransferCapability &&
    transferMode === cisBearerCapability.transferMode &&
    informationTransferRate === cisBearerCapability.informationTransferRate
  );
}
