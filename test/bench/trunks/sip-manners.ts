import { type MessageKey, messages, octetsOf, type Particulars, Template, typeOf } from "./messages.ts";
import type { Body } from "./sip-text.ts";

export type Profile = "cisco" | "ecma355" | "plain";

/** What becomes of a message of the load: a response to the INVITE of its call, a request, or what ends the call. */
type Act = 100 | 180 | 183 | 200 | "INVITE" | "ACK" | "INFO" | "end";

/** The body of a message, with what differs from call to call. */
type Fill = (reference: number, particulars: Particulars) => Body | undefined;

/** How a station says QSIG. */
export interface Manner {
  readonly acts: { readonly [key in MessageKey]: Act };
  readonly bodies: { readonly [key in MessageKey]: Fill };
  /** QSIG stands in bodies. */
  readonly tunnels: boolean;
  /** A 2xx is acknowledged at once, and not by CONNECT ACKNOWLEDGE. */
  readonly acknowledges: boolean;
}

/** An offer and an answer of media. */
const sdp = [
  ...["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "c=IN IP4 192.0.2.1", "t=0 0"],
  ...["m=audio 40000 RTP/AVP 8", "a=rtpmap:8 PCMA/8000", ""],
].join("\r\n");
const boundary = "bench";
const [before, after] = [
  [
    ...[`--${boundary}`, "Content-Type: application/sdp", "", `${sdp}\r\n--${boundary}`],
    ...["Content-Type: application/qsig", "Content-Disposition: signal;handling=required", "", ""],
  ].join("\r\n"),
  `\r\n--${boundary}--\r\n`,
];

/** Of call-independent connections: no media, no SDP. */
const withoutMedia: ReadonlySet<MessageKey> = new Set<MessageKey>(["SETUP ccbsRequest", "SETUP ccExecPossible"]);

function fillOf(key: MessageKey, tunnels: boolean, hasMedia: boolean): Fill {
  const description = { contentType: "application/sdp", octets: Buffer.from(sdp) };
  if (!tunnels) return () => (hasMedia ? description : undefined);
  const contentType = hasMedia ? `multipart/mixed;boundary=${boundary}` : "application/qsig";
  const [head, tail] = hasMedia ? [before, after] : ["", ""];
  const octets = Buffer.concat([Buffer.from(head), octetsOf(key), Buffer.from(tail)]);
  const template = new Template(typeOf(key), octets, head.length + 2);
  return (reference, particulars) => ({ contentType, octets: template.fill(reference, 0, particulars) });
}

interface Sketch {
  readonly acts: { readonly [key in MessageKey]?: Act };
  readonly otherwise: Act;
  readonly tunnels: boolean;
  readonly acknowledges: boolean;
  /** What answers the offer of an INVITE. */
  readonly answer: MessageKey;
}

function mannerOf({ acts, otherwise, answer, tunnels, acknowledges }: Sketch): Manner {
  const keys = Object.keys(messages) as MessageKey[];
  const isSetup = (key: MessageKey): boolean => key.startsWith("SETUP");
  const all = keys.map((key) => [key, isSetup(key) ? "INVITE" : (acts[key] ?? otherwise)] as const);
  const bodies = keys.map((key) => {
    const hasMedia = key === answer || (isSetup(key) && !withoutMedia.has(key));
    return [key, fillOf(key, tunnels, hasMedia)] as const;
  });
  return {
    ...{ tunnels, acknowledges },
    acts: Object.fromEntries(all) as Manner["acts"],
    bodies: Object.fromEntries(bodies) as Manner["bodies"],
  };
}

/** ONE table: the profiles of a sip trunk as the peer of a gateway has them (R2, R24). */
export const manners: { readonly [profile in Profile]: Manner } = {
  cisco: mannerOf({
    acts: { "CALL PROCEEDING": 183, "CIS PROCEEDING": 183, ALERTING: 180, CONNECT: 200, "CONNECT ACKNOWLEDGE": "ACK" },
    ...{ otherwise: "end", answer: "CONNECT", tunnels: true, acknowledges: false },
  }),
  ecma355: mannerOf({
    acts: { "CALL PROCEEDING": 200, "CIS PROCEEDING": 200, "RELEASE COMPLETE": "end" },
    ...{ otherwise: "INFO", answer: "CALL PROCEEDING", tunnels: true, acknowledges: true },
  }),
  plain: mannerOf({
    acts: { "CALL PROCEEDING": 100, ALERTING: 180, CONNECT: 200, "CONNECT ACKNOWLEDGE": "ACK" },
    ...{ otherwise: "end", answer: "CONNECT", tunnels: false, acknowledges: false },
  }),
};
