import type { SipBody } from "../../codecs/sip/body.ts";

/** What is said of media where a call has none of ours: `none`: port 0; `inactive`: a stream that nobody sends on. */
export type SdpStyle = "none" | "inactive";

const contentType = "application/sdp";
/** RFC 3264 8.4: no address at all. The discard port, as no stream is meant. */
const [nowhere, discardPort] = ["0.0.0.0", 9];

function session(lines: readonly string[]): SipBody {
  const text = ["v=0", `o=- 1 1 IN IP4 ${nowhere}`, "s=-", `c=IN IP4 ${nowhere}`, "t=0 0", ...lines, ""].join("\r\n");
  return { contentType, octets: Uint8Array.from(text, (character) => character.charCodeAt(0)) };
}

/** An offer for a call whose media are driven elsewhere, or that has none (R24). */
export function emptyOffer(style: SdpStyle): SipBody {
  return session(style === "none" ? ["m=audio 0 RTP/AVP 8 0"] : [`m=audio ${discardPort} RTP/AVP 8 0`, "a=inactive"]);
}

/** As the answer to an offer: its streams in their order (RFC 3264 6), the first audio as `style`, others refused. */
export function emptyAnswer(offer: SipBody | undefined, style: SdpStyle): SipBody {
  const text = offer === undefined ? "" : String.fromCharCode(...offer.octets.subarray(0, 16_384));
  const media = [...text.matchAll(/^m=(\S{1,32}) \d{1,5}(?:\/\d{1,5})? (\S{1,64}(?: \S{1,64}){1,32})\r?$/gm)];
  if (media.length === 0) return emptyOffer(style);
  let isFirst = true;
  const lines = media.flatMap(([, kind, rest]) => {
    const isOurs = kind === "audio" && isFirst && style === "inactive";
    if (kind === "audio") isFirst = false;
    return isOurs ? [`m=${kind} ${discardPort} ${rest}`, "a=inactive"] : [`m=${kind} 0 ${rest}`];
  });
  return session(lines);
}
