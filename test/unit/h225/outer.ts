import { H323UserInformation, type H323MessageBody, type H323UUPDU } from "../../../codecs/generated/h323-messages.ts";
import { qsigTunnel, userUserElement } from "../../../codecs/h225/index.ts";
import { encodePer } from "../../../codecs/per/index.ts";
import { decodeElements, encodeMessage } from "../../../codecs/q931/index.ts";
import type { CallReference, InformationElement } from "../../../codecs/q931/message.ts";
import type { MessageName } from "../../../codecs/q931/messages.ts";
import { octets } from "../trace/octets.ts";

/** What a test says of an outer message beside its type. */
export interface OuterParts {
  /** Elements before the User-user one, in hex. */
  readonly ies?: string;
  readonly body?: H323MessageBody;
  readonly pdu?: Partial<H323UUPDU>;
  /** QSIG messages of the tunnel. */
  readonly inner?: readonly Uint8Array[];
}

const guid = octets("00112233445566778899aabbccddeeff");
const conferenceID = octets("ffeeddccbbaa99887766554433221100");
/** Of a version before ours, so that extension bitmaps are shorter than we would write them. */
const protocolIdentifier = "0.0.8.2250.0.4";
export const tunnellingEndpoint = {
  ...{ terminal: {}, mc: false, undefinedNode: false },
  supportedTunnelledProtocols: [{ id: { tunnelledProtocolObjectID: qsigTunnel } }],
} as const;
const bareEndpoint = { terminal: {}, mc: false, undefinedNode: false } as const;
/** Media addresses and what nobody here reads. */
const media = {
  h245Address: { ipAddress: { ip: octets("0a000001"), port: 4711 } },
  fastStart: [octets("0011223344"), octets("5566")],
  tokens: octets("018000"),
  addition40: octets("c0ffee"),
} as const;
const connection = { multipleCalls: false, maintainConnection: true } as const;
const call = { protocolIdentifier, callIdentifier: { guid } } as const;

/** Bodies as a phone sends them; `tunnels` says what it announces. */
export function bodyOf(name: MessageName, tunnels: boolean): H323MessageBody {
  const destinationInfo = tunnels ? tunnellingEndpoint : bareEndpoint;
  const answer = { ...call, ...media, ...connection, destinationInfo };
  switch (name) {
    case "SETUP":
      return {
        setup: {
          ...{ ...call, ...media, ...connection, sourceInfo: destinationInfo, activeMC: false, conferenceID },
          sourceAddress: [{ h323ID: "anna" }, { dialledDigits: "1001" }],
          destinationAddress: [
            { dialledDigits: "2001" },
            { partyNumber: { e164Number: { publicTypeOfNumber: { unknown: null }, publicNumberDigits: "2001" } } },
          ],
          ...{ conferenceGoal: { create: null }, callType: { pointToPoint: null } },
          ...{ mediaWaitForConnect: false, canOverlapSend: false },
        },
      };
    case "CALL PROCEEDING":
      return { callProceeding: answer };
    case "ALERTING":
      return { alerting: answer };
    case "CONNECT":
      return { connect: { ...answer, conferenceID } };
    case "PROGRESS":
      return { progress: { ...call, h245Address: media.h245Address, destinationInfo, ...connection } };
    case "INFORMATION":
      return { information: { ...call, fastStart: media.fastStart } };
    case "NOTIFY":
      return { notify: call };
    case "RELEASE COMPLETE":
      return { releaseComplete: { ...call, reason: { destinationRejection: null }, tokens: media.tokens } };
    default:
      return { facility: { ...call, reason: { transportedInformation: null } } };
  }
}

/** An outer message, without its TPKT. */
export function outer(name: MessageName, callReference: CallReference, parts: OuterParts = {}): Uint8Array {
  const { ies = name === "FACILITY" ? "1c00" : "", inner = [], pdu = {} } = parts;
  const body = parts.body ?? bodyOf(name, inner.length > 0);
  const tunnel =
    inner.length === 0
      ? {}
      : {
          tunnelledSignallingMessage: {
            tunnelledProtocolID: { id: { tunnelledProtocolObjectID: qsigTunnel } },
            messageContent: inner,
            tunnellingRequired: null,
          },
        };
  const information = encodePer(H323UserInformation, {
    h323UuPdu: { h323MessageBody: body, h245Tunnelling: true, ...tunnel, ...pdu },
  });
  const elements = [...decodeElements(octets(ies)), userUserElement(information)];
  return encodeMessage(callReference, { message: name, ies: elements });
}

/** A QSIG message by its elements in hex. */
export function qsig(name: MessageName, callReference: CallReference, ies = ""): Uint8Array {
  const elements: readonly InformationElement[] = decodeElements(octets(ies));
  return encodeMessage(callReference, { message: name, ies: elements });
}
