import { URI } from "sip.js/lib/core/index.js";
import { Grammar } from "sip.js/lib/grammar/grammar.js";
import { NameAddrHeader } from "sip.js/lib/grammar/name-addr-header.js";

/** What the grammar gives for a text in the usual form; undefined: it is not in it, and the grammar itself is asked. */
type Quick = (text: string) => unknown;

const number: Quick = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** Host and port, URI, and the two around a display name; parameters in small letters, those of the core alone. */
const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const address = String.raw`${octet}(?:\.${octet}){3}`;
const name = String.raw`(?:[a-zA-Z\d]+\.)*[a-zA-Z][a-zA-Z\d]*`;
const hostPort = String.raw`(?:(${address})|(${name}))(?::(\d{1,5}))?`;
const uri = String.raw`sip:(?:([\w.+*-]{1,64})@)?${hostPort}(;transport=(?:tcp|udp|tls))?(;lr)?`;
const requestLine = new RegExp(String.raw`^(INVITE|ACK|BYE|CANCEL|INFO|OPTIONS|NOTIFY|SUBSCRIBE) ${uri} SIP/2\.0$`);
const statusLine = /^SIP\/2\.0 ([1-6]\d\d) ([\w ]*)$/;
const nameAddr = new RegExp(String.raw`^(?:"([\w .-]*)" ?)?<${uri}>((?:;(?:tag|expires)=[\w.-]+)*)$`);
const via = new RegExp(String.raw`^SIP/2\.0/(TCP|TLS|UDP) ${hostPort}((?:;(?:branch|x-connection)=[\w.-]+|;rport)*)$`);

type Groups = readonly (string | undefined)[];

function uriOf([user, ip, domain, port, transport, lr]: Groups): URI {
  const parameters = {
    ...(transport === undefined ? {} : { transport: transport.slice(";transport=".length) }),
    ...(lr === undefined ? {} : { lr: null }),
  };
  // Its types know of no URI without a user, the class does.
  return new URI("sip", user as string, ip ?? domain ?? "", port === undefined ? undefined : Number(port), parameters);
}

/** Of `;branch=a;rport`; one without a value is undefined, as the grammar has it and its types do not. */
function parametersOf(text: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (let at = 1; at < text.length; ) {
    const next = text.indexOf(";", at);
    const end = next === -1 ? text.length : next;
    const equals = text.indexOf("=", at);
    const hasValue = equals !== -1 && equals < end;
    all[text.slice(at, hasValue ? equals : end)] = (hasValue ? text.slice(equals + 1, end) : undefined) as string;
    at = end + 1;
  }
  return all;
}

const readNameAddr: Quick = (text) => {
  const groups = nameAddr.exec(text);
  if (groups === null) return undefined;
  const [, display, ...rest] = groups;
  return new NameAddrHeader(uriOf(rest), display as string, parametersOf(rest[uriGroups] ?? ""));
};

/** Of a field that may have several: where the one begins and ends the grammar has the wrong way round. */
const readOne: Quick = (text) => {
  const parsed = readNameAddr(text);
  return parsed === undefined ? undefined : [{ position: text.length, offset: 0, parsed }];
};

/** Groups of `uri`. */
const uriGroups = 6;

/** ONE table: rules of sip.js's grammar, by their names there, for the forms that peers write (RFC 3261 25). */
export const quickRules: { readonly [rule: string]: Quick } = {
  Request_Response(text) {
    const [, code, reason] = statusLine.exec(text) ?? [];
    if (code !== undefined) return { sip_version: "SIP/2.0", status_code: Number(code), reason_phrase: reason };
    const [, method, ...rest] = requestLine.exec(text) ?? [];
    return method === undefined ? undefined : { method, uri: uriOf(rest), sip_version: "SIP/2.0" };
  },
  Via(text) {
    const groups = via.exec(text);
    if (groups === null) return undefined;
    const [, transport, ip, domain, port, rest = ""] = groups;
    const { branch, ...params } = parametersOf(rest);
    const host = ip === undefined ? { host_type: "domain", host: domain } : { host_type: "IPv4", host: ip };
    return {
      ...{ protocol: "SIP", transport, ...host },
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(branch === undefined ? {} : { branch }),
      ...(Object.keys(params).length === 0 ? {} : { params }),
    };
  },
  From: readNameAddr,
  To: readNameAddr,
  Contact: readOne,
  Record_Route: readOne,
  Content_Length: number,
  Max_Forwards: number,
  Call_ID: (text) => (/^[\w.!%*+`'~-]+(@[\w.!%*+`'~-]+)?$/.test(text) ? text : undefined),
  Content_Type: (text) => (/^[a-z]+\/[a-z\d.+-]+(;boundary=[\w.-]+)?$/.test(text) ? text : undefined),
  CSeq(text) {
    const [, value, method] = /^(\d{1,9}) (INVITE|ACK|BYE|CANCEL|INFO|OPTIONS|NOTIFY|SUBSCRIBE)$/.exec(text) ?? [];
    return value === undefined ? undefined : { value: Number(value), method };
  },
};

/** sip.js's own, which unpacks its whole grammar for every header field: a millisecond on a busy machine. */
export const wholeGrammar: (text: string, rule: string) => unknown = Grammar.parse;

/** For every user agent of the process: sip.js asks for its grammar by this name. */
export function useQuickRules(): void {
  (Grammar as { parse: typeof wholeGrammar }).parse = (text, rule) =>
    quickRules[rule]?.(text) ?? wholeGrammar(text, rule);
}
