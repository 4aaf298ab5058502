import type { Capability } from "../q931/capability.ts";
import type { ElementCodec } from "../q931/element.ts";
import { codecOf } from "../q931/elements.ts";
import { bearerCapability } from "../q931/ie/bearer-capability.ts";
import { callState } from "../q931/ie/call-state.ts";
import { calledPartyNumber } from "../q931/ie/called-party-number.ts";
import { callingPartyNumber } from "../q931/ie/calling-party-number.ts";
import { cause } from "../q931/ie/cause.ts";
import { type ChannelIdentification, channelIdentification } from "../q931/ie/channel-identification.ts";
import { connectedNumber } from "../q931/ie/connected-number.ts";
import { dateTime } from "../q931/ie/date-time.ts";
import { display } from "../q931/ie/display.ts";
import { facility } from "../q931/ie/facility.ts";
import { keypadFacility } from "../q931/ie/keypad-facility.ts";
import { lowLayerCompatibility } from "../q931/ie/low-layer-compatibility.ts";
import { progressIndicator } from "../q931/ie/progress-indicator.ts";
import { redirectingNumber } from "../q931/ie/redirecting-number.ts";
import { redirectionNumber } from "../q931/ie/redirection-number.ts";
import { segmentedMessage } from "../q931/ie/segmented-message.ts";
import { sendingComplete } from "../q931/ie/sending-complete.ts";
import { shift } from "../q931/ie/shift.ts";
import { transitCounter } from "../q931/ie/transit-counter.ts";
import { isCallIndependent } from "../q931/call-independent.ts";
import type { InformationElement } from "../q931/message.ts";
import { messageName } from "../q931/messages.ts";
import {
  callStates,
  causes,
  informationTransferCapabilities,
  locations,
  type Names,
  numberingPlans,
  presentations,
  progressDescriptions,
  screenings,
  typesOfNumber,
} from "../q931/names.ts";
import type { PartyNumberElement } from "../q931/number.ts";
import { type Json, toHex, toJson } from "../shape.ts";

interface Row {
  readonly codec: ElementCodec<unknown>;
  say(value: unknown): string;
}

function row<Value>(codec: ElementCodec<Value>, say: (value: Value) => string): Row {
  // The value comes from this codec: its row is found by it.
  return { codec: codec as ElementCodec<unknown>, say: (value) => say(value as Value) };
}

/** ONE table: elements whose value reads better in words than as its members. */
const rows: readonly Row[] = [
  row(bearerCapability, bearerWords),
  row(lowLayerCompatibility, capabilityWords),
  row(cause, ({ cause: value, location }) => `${named(causes, value)}, says ${locations[location] ?? location}`),
  row(callState, ({ state }) => named(callStates, state)),
  row(channelIdentification, channelWords),
  row(progressIndicator, ({ description, location }) =>
    [named(progressDescriptions, description), `says ${locations[location] ?? location}`].join(", "),
  ),
  row(display, ({ text }) => JSON.stringify(text)),
  row(keypadFacility, ({ text }) => JSON.stringify(text)),
  row(dateTime, ({ year, month, day, hour, minute }) => {
    const date = [year, month, day].map(twoDigits).join("-");
    return hour === undefined ? date : `${date} ${twoDigits(hour)}:${twoDigits(minute ?? 0)}`;
  }),
  row(callingPartyNumber, numberWords),
  row(calledPartyNumber, numberWords),
  row(connectedNumber, numberWords),
  row(redirectingNumber, numberWords),
  row(redirectionNumber, numberWords),
  row(facility, ({ profile, nfe, npp }) => {
    const form = profile === 0x9f ? "networking extensions" : `profile ${toHex(Uint8Array.of(profile))}`;
    const way = nfe ? [`from ${entities[nfe.sourceEntity]} to ${entities[nfe.destinationEntity]}`] : [];
    return [form, ...way, ...(npp === undefined ? [] : [`network protocol profile ${npp}`])].join(", ");
  }),
  row(segmentedMessage, ({ first, remaining, messageType }) => {
    const of = messageName(messageType) ?? `message type ${messageType}`;
    return `${first ? "first segment" : "segment"} of ${of}, ${remaining} more to come`;
  }),
  row(sendingComplete, () => "yes"),
  row(shift, ({ codeset, locking }) => `codeset ${codeset} ${locking ? "from here on" : "for the next element"}`),
  row(transitCounter, ({ count }) => `${count} PINXs passed`),
];

const entities = { endPINX: "end PINX", anyTypeOfPINX: "any PINX" } as const;

const byCodec = new Map(rows.map((one) => [one.codec, one]));

/** What one element says, in words; as hex where nobody can read it. */
export function elementWords(ie: InformationElement): string {
  const codec = codecOf(ie.codeset, ie.id);
  if (ie.value === undefined || codec === undefined) return toHex(ie.octets);
  return byCodec.get(codec)?.say(ie.value) ?? membersWords(toJson(ie.value));
}

/** `name value` of each member. */
export function membersWords(value: Json): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.map((each: Json) => membersWords(each)).join(", ");
  return Object.entries(value as Readonly<Record<string, Json>>)
    .map(([name, each]) =>
      typeof each === "object" && each !== null ? `${name} (${membersWords(each)})` : `${name} ${each}`,
    )
    .join(", ");
}

/** The name of a number with the number itself, which stays what people search for. */
function named(names: Names, value: number): string {
  const name = names[value];
  return name === undefined ? String(value) : `${value} ${name}`;
}

const bitRates: Names = {
  16: "64 kbit/s",
  17: "2 x 64 kbit/s",
  19: "384 kbit/s",
  21: "1536 kbit/s",
  23: "1920 kbit/s",
};
const layer1Protocols: Names = { 1: "V.110", 2: "G.711 mu-law", 3: "G.711 A-law", 4: "G.721", 8: "V.120" };

function bearerWords(value: Capability): string {
  const octets = new Uint8Array(0);
  const ies = [{ id: bearerCapability.id, codeset: bearerCapability.codeset, octets, value }];
  return isCallIndependent({ ies }) ? "none: a call-independent signalling connection" : capabilityWords(value);
}

function capabilityWords(value: Capability): string {
  const { informationTransferCapability: capability, informationTransferRate: rate, layers } = value;
  const first = layers.find(({ layer }) => layer === 1)?.protocol;
  return [
    informationTransferCapabilities[capability] ?? `capability ${capability}`,
    bitRates[rate] ?? `rate ${rate}`,
    ...(first === undefined ? [] : [layer1Protocols[first] ?? `layer 1 protocol ${first}`]),
  ].join(", ");
}

function channelWords(value: ChannelIdentification): string {
  const { dChannel, channelSelection, channels, slotMap, exclusive, interfaceIdentifier } = value;
  if (dChannel) return "the D-channel alone";
  const of = interfaceIdentifier === undefined ? [] : [`interface ${interfaceIdentifier}`];
  const kind = exclusive ? "exclusive" : "preferred";
  if (channels) return [`channel ${channels.join(" and ")}`, kind, ...of].join(", ");
  if (slotMap) return [`slot map ${toHex(slotMap)}`, kind, ...of].join(", ");
  return [selections[channelSelection] ?? `selection ${channelSelection}`, kind, ...of].join(", ");
}

const selections: Names = { 0: "no channel", 1: "channel B1", 2: "channel B2", 3: "any channel" };

function numberWords(value: PartyNumberElement): string {
  const { digits, typeOfNumber, numberingPlan, presentation, screening } = value;
  const plan = numberingPlans[numberingPlan] ?? numberingPlan;
  const form =
    typeOfNumber === 0 && numberingPlan === 0
      ? []
      : [`${plan} plan, type ${typesOfNumber[typeOfNumber] ?? typeOfNumber}`];
  const shown =
    presentation === undefined || presentation === 0
      ? []
      : [`presentation ${presentations[presentation] ?? presentation}`];
  const checked = screening === undefined || screening === 0 ? [] : [screenings[screening] ?? `screening ${screening}`];
  const details = [...form, ...shown, ...checked];
  return `${digits === "" ? "no digits" : digits}${details.length === 0 ? "" : ` (${details.join("; ")})`}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
