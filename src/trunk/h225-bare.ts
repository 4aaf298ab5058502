import { aliasDigits, type H225Message, qsigTunnel } from "../../codecs/h225/index.ts";
import type { AliasAddress, EndpointType, ReleaseCompleteReason } from "../../codecs/generated/h323-messages.ts";
import { element, find, isOf, isSingleOctet } from "../../codecs/q931/element.ts";
import { bearerCapability, type BearerCapability } from "../../codecs/q931/ie/bearer-capability.ts";
import { calledPartyNumber } from "../../codecs/q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../../codecs/q931/ie/calling-party-number.ts";
import { cause } from "../../codecs/q931/ie/cause.ts";
import { facility } from "../../codecs/q931/ie/facility.ts";
import { progressIndicator } from "../../codecs/q931/ie/progress-indicator.ts";
import { sendingComplete } from "../../codecs/q931/ie/sending-complete.ts";
import { shift } from "../../codecs/q931/ie/shift.ts";
import { userUser } from "../../codecs/q931/ie/user-user.ts";
import { bChannelElement, causeElement } from "../../codecs/q931/index.ts";
import type { InformationElement, MessageDraft } from "../../codecs/q931/message.ts";
import type { MessageName } from "../../codecs/q931/messages.ts";

// The basic call of a peer that does not tunnel (R13.8): each of its messages stands for one of QSIG.

/** Messages that mean the same in both; FACILITY of H.225.0 carries H.450 and what is the carrier's own. */
const common: ReadonlySet<MessageName> = new Set<MessageName>([
  ...(["SETUP", "SETUP ACKNOWLEDGE", "CALL PROCEEDING", "ALERTING", "PROGRESS", "CONNECT"] as const),
  ...(["INFORMATION", "NOTIFY", "RELEASE COMPLETE"] as const),
]);

/** Elements that are of the outer message alone. */
const alone: ReadonlySet<number> = new Set([facility, userUser, shift].map(({ id }) => id));

/** The QSIG message that an outer message stands for; undefined where it stands for none. */
export function innerOf(read: H225Message): MessageDraft | undefined {
  const { message: name, ies } = read.message;
  if (name === null || !common.has(name)) return undefined;
  const own = ies.filter((ie) => ie.codeset === 0 && !alone.has(ie.id));
  if (name === "SETUP") return { message: name, ies: setupElements(read, own) };
  // Q.931 3.1.10: without its Progress indicator it says nothing.
  if (name === "PROGRESS" && !own.some((ie) => isOf(ie, progressIndicator))) return undefined;
  if (name !== "RELEASE COMPLETE" || own.some((ie) => isOf(ie, cause))) return { message: name, ies: own };
  return { message: name, ies: [causeElement(causeOf(read)), ...own] };
}

/** Q.850: speech and 3.1 kHz audio, the transfer capabilities of voice. */
const voice: ReadonlySet<number> = new Set([0, 16]);
const speech: BearerCapability = {
  ...{ codingStandard: 0, informationTransferCapability: 0, transferMode: 0, informationTransferRate: 16 },
  layers: [{ layer: 1, protocol: 3 }],
};

/** The channel is any: the peer on the other side needs one to read, and nothing is wired to it. */
function setupElements(read: H225Message, own: readonly InformationElement[]): readonly InformationElement[] {
  const bearer = own.find((ie) => isOf(ie, bearerCapability));
  const capability = find({ ies: own }, bearerCapability)?.informationTransferCapability;
  const isVoice = bearer === undefined || capability === undefined || voice.has(capability);
  const first = [isVoice ? element(bearerCapability, speech) : bearer, bChannelElement(1)];
  const rest = own.filter((ie) => !isOf(ie, bearerCapability));
  const body = read.userInformation?.h323UuPdu.h323MessageBody;
  const setup = body !== undefined && "setup" in body ? body.setup : undefined;
  const calling = numberFrom(callingPartyNumber, own, setup?.sourceAddress);
  const called = numberFrom(calledPartyNumber, own, setup?.destinationAddress);
  // Without canOverlapSend no digits follow (H.225.0 7.3.10).
  const isWhole = setup?.canOverlapSend !== true && !own.some((ie) => isOf(ie, sendingComplete));
  const whole = isWhole ? [element(sendingComplete, true)] : [];
  return [...whole, ...first, ...rest, ...calling, ...called].toSorted((one, other) => rank(one) - rank(other));
}

/** Elements of one octet may stand anywhere; they go first. */
const rank = ({ id }: InformationElement): number => (isSingleOctet(id) ? 0 : id);

/** A number that stands in an alias alone. */
function numberFrom(
  codec: typeof calledPartyNumber,
  own: readonly InformationElement[],
  aliases: readonly AliasAddress[] | undefined,
): readonly InformationElement[] {
  if (own.some((ie) => isOf(ie, codec))) return [];
  const digits = aliases?.flatMap((alias) => ("dialledDigits" in alias ? [alias.dialledDigits] : []))[0];
  if (digits === undefined || !aliasDigits.test(digits)) return [];
  return [element(codec, { typeOfNumber: 0, numberingPlan: 0, digits })];
}

/** A SETUP whose conference goal is no call, whatever its bearer (R14). */
export function isForNoBearer({ userInformation }: H225Message): boolean {
  const body = userInformation?.h323UuPdu.h323MessageBody;
  return body !== undefined && "setup" in body && "callIndependentSupplementaryService" in body.setup.conferenceGoal;
}

const temporaryFailure = 41;

/** H.225.0 reasons as Q.850 causes where no Cause says it (R13.5); those without a row are temporary failures. */
const reasons: { readonly [reason: string]: number } = { destinationRejection: 21, unreachableDestination: 3 };

/** Why an outer call was released. */
export function causeOf(read: H225Message): number {
  const [reason = ""] = Object.keys(reasonOf(read) ?? {});
  return find(read.message, cause)?.cause ?? reasons[reason] ?? temporaryFailure;
}

/** Whether the called side says that it tunnels QSIG; undefined where it says nothing of itself. */
export function announcesQsig({ userInformation }: H225Message): boolean | undefined {
  const [own] = Object.values(userInformation?.h323UuPdu.h323MessageBody ?? {}) as ({
    destinationInfo?: EndpointType;
  } | null)[];
  const info = own?.destinationInfo;
  if (info === undefined) return undefined;
  return (info.supportedTunnelledProtocols ?? []).some(
    ({ id }) => "tunnelledProtocolObjectID" in id && id.tunnelledProtocolObjectID === qsigTunnel,
  );
}

/** Whether the sender takes several calls on this connection and keeps it; undefined where it says neither. */
export function takesSeveralCalls({ userInformation }: H225Message): boolean | undefined {
  const [own] = Object.values(userInformation?.h323UuPdu.h323MessageBody ?? {}) as (Sharing | null)[];
  if (own?.multipleCalls === undefined) return undefined;
  return own.multipleCalls && own.maintainConnection === true;
}

interface Sharing {
  readonly multipleCalls?: boolean;
  readonly maintainConnection?: boolean;
}

export function reasonOf({ userInformation }: H225Message): ReleaseCompleteReason | undefined {
  const body = userInformation?.h323UuPdu.h323MessageBody;
  return body !== undefined && "releaseComplete" in body ? body.releaseComplete.reason : undefined;
}
