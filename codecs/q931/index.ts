/** Q.931/QSIG messages and information elements. */
export {
  cisBasicChannelIdentification,
  cisBearerCapability,
  cisChannelIdentification,
  isCallIndependent,
} from "./call-independent.ts";
export { callReferenceOf, decodeElements, decodeMessage, messageLimits } from "./decode.ts";
export type { ElementCodec } from "./element.ts";
export { element, elements, find, findAll, isOf } from "./element.ts";
export { codecOf, elementCodecs, elementName } from "./elements.ts";
export { encodeMessage, encodeOctets, orderElements } from "./encode.ts";
export * as names from "./names.ts";
export { bChannelElement, causeElement } from "./make.ts";
export type { CallReference, InformationElement, Message, MessageDraft } from "./message.ts";
export type { MessageName } from "./messages.ts";
export { mandatoryElements, messageName, messageTypes } from "./messages.ts";
export type { PartyNumberElement } from "./number.ts";
export {
  fromPartyNumber,
  fromPartySubaddress,
  toPartyNumber,
  toPartySubaddress,
  toPresentedNumber,
} from "./party-number.ts";
export type { Segments } from "./segments.ts";
export { addSegment, isSegment, joinSegments, maxSegments } from "./segments.ts";
export type { PartySubaddressElement } from "./subaddress.ts";
export type { BearerCapability } from "./ie/bearer-capability.ts";
export { bearerCapability } from "./ie/bearer-capability.ts";
export type { CallState } from "./ie/call-state.ts";
export { callState } from "./ie/call-state.ts";
export { calledPartyNumber } from "./ie/called-party-number.ts";
export { calledPartySubaddress } from "./ie/called-party-subaddress.ts";
export { callingPartyNumber } from "./ie/calling-party-number.ts";
export { callingPartySubaddress } from "./ie/calling-party-subaddress.ts";
export type { Cause } from "./ie/cause.ts";
export { cause } from "./ie/cause.ts";
export type { ChannelIdentification } from "./ie/channel-identification.ts";
export { channelIdentification } from "./ie/channel-identification.ts";
export type { CongestionLevel } from "./ie/congestion-level.ts";
export { congestionLevel } from "./ie/congestion-level.ts";
export { connectedNumber } from "./ie/connected-number.ts";
export { connectedSubaddress } from "./ie/connected-subaddress.ts";
export type { DateTime } from "./ie/date-time.ts";
export { dateTime } from "./ie/date-time.ts";
export type { Display } from "./ie/display.ts";
export { display } from "./ie/display.ts";
export { facility, facilityElement } from "./ie/facility.ts";
export type { HighLayerCompatibility } from "./ie/high-layer-compatibility.ts";
export { highLayerCompatibility } from "./ie/high-layer-compatibility.ts";
export type { KeypadFacility } from "./ie/keypad-facility.ts";
export { keypadFacility } from "./ie/keypad-facility.ts";
export type { LowLayerCompatibility } from "./ie/low-layer-compatibility.ts";
export { lowLayerCompatibility } from "./ie/low-layer-compatibility.ts";
export { moreData } from "./ie/more-data.ts";
export type { NotificationIndicator } from "./ie/notification-indicator.ts";
export { notificationIndicator } from "./ie/notification-indicator.ts";
export type { PartyCategory } from "./ie/party-category.ts";
export { partyCategory } from "./ie/party-category.ts";
export type { ProgressIndicator } from "./ie/progress-indicator.ts";
export { progressIndicator } from "./ie/progress-indicator.ts";
export { redirectingNumber } from "./ie/redirecting-number.ts";
export { redirectionNumber } from "./ie/redirection-number.ts";
export type { RepeatIndicator } from "./ie/repeat-indicator.ts";
export { repeatIndicator } from "./ie/repeat-indicator.ts";
export type { RestartIndicator } from "./ie/restart-indicator.ts";
export { restartIndicator } from "./ie/restart-indicator.ts";
export type { SegmentedMessage } from "./ie/segmented-message.ts";
export { segmentedMessage } from "./ie/segmented-message.ts";
export { sendingComplete } from "./ie/sending-complete.ts";
export type { Shift } from "./ie/shift.ts";
export { shift } from "./ie/shift.ts";
export type { Signal } from "./ie/signal.ts";
export { signal } from "./ie/signal.ts";
export type { TransitCounter } from "./ie/transit-counter.ts";
export { transitCounter } from "./ie/transit-counter.ts";
export type { UserUser } from "./ie/user-user.ts";
export { userUser } from "./ie/user-user.ts";
