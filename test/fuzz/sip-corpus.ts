import { bodyOf, type SipBody } from "../../codecs/sip/body.ts";
import { octets } from "../unit/trace/octets.ts";
import { sdp } from "../unit/trunk/sip-wire.ts";

const qsig = octets("0802000105a10402a8801801ac6c0600803230303170058033303032");
const bodies: readonly (SipBody | undefined)[] = [
  undefined,
  bodyOf({ qsig }),
  bodyOf({ qsig, sdp: sdp(4000) }),
  sdp(4000),
];

/** One message of each kind, with each kind of body. */
export const sipCorpus: readonly Uint8Array[] = bodies.flatMap((body) =>
  [
    "INVITE sip:3002@gw SIP/2.0",
    "INFO sip:qsig@gw SIP/2.0",
    "BYE sip:qsig@gw SIP/2.0",
    "SIP/2.0 183 X",
    "SIP/2.0 480 X",
  ].map((startLine) => {
    const content = Buffer.from(body?.octets ?? []).toString("latin1");
    const method = /^[A-Z]+(?= )/.exec(startLine)?.[0] ?? "INVITE";
    const head = [
      ...[
        startLine,
        "Via: SIP/2.0/TCP a.example:5060;branch=z9hG4bKx;rport",
        'From: "Anna" <sip:2001@a.example>;tag=1',
      ],
      ...["To: <sip:3002@gw>;tag=2", "Call-ID: 1", `CSeq: 2 ${method}`, "Contact: <sip:2001@a.example;transport=tcp>"],
      ...["P-Asserted-Identity: <sip:+492001@a.example>", "Privacy: id", 'Reason: Q.850;cause=17;text="busy"'],
      ...["Diversion: <sip:5@x>;reason=unknown", "Max-Forwards: 70", "Record-Route: <sip:p.example;lr>"],
      ...(body === undefined ? [] : [`Content-Type: ${body.contentType}`]),
      ...[`Content-Length: ${content.length}`, "", ""],
    ];
    return new Uint8Array(Buffer.from(head.join("\r\n") + content, "latin1"));
  }),
);
