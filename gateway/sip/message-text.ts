/** The parts of a SIP message as text, one character an octet: what sip.js takes and gives, and what sockets carry. */

const headEnd = "\r\n\r\n";
const topVia = /^((?:via|v)[ \t]*:[ \t]*[^,\r\n]*?)[ \t]*(?=[,\r])/im;
const mark = ";x-connection=";
const marked = /;x-connection=(\d+)/;

/**
 * What came on a connection, as sip.js takes it: header fields in one line each, and the connection noted in the
 * topmost Via of a request, which every response to it has (RFC 3261 18.2.2: it goes back the same way).
 */
export function received(text: string, connection: number): string {
  const end = text.indexOf(headEnd);
  const head = text.slice(0, end + 2).replace(/\r\n[ \t]+/g, " ");
  const noted = isResponse(text) ? head : head.replace(topVia, `$1${mark}${connection}`);
  return noted + text.slice(end + 2);
}

/** A message of sip.js as it goes out, and for a response on which connection. */
export function leaving(text: string): { readonly text: string; readonly connection?: number } {
  const end = text.indexOf(headEnd);
  const body = text.slice(end + headEnd.length);
  // sip.js counts the octets of UTF-8; ours are octets already.
  const head = text.slice(0, end).replace(/\r\nContent-Length: \d+/, `\r\nContent-Length: ${body.length}`);
  if (!isResponse(text)) return { text: head + headEnd + body };
  const connection = marked.exec(head)?.[1];
  const plain = head.replace(marked, "") + headEnd + body;
  return connection === undefined ? { text: plain } : { text: plain, connection: Number(connection) };
}

export function isResponse(text: string): boolean {
  return text.startsWith("SIP/2.0 ");
}

/** The answer to a request that sip.js cannot read, from the fields that a response repeats (RFC 3261 8.2.6). */
export function badRequest(text: string, status: number, reason: string): string | undefined {
  const head = text.slice(0, text.indexOf(headEnd));
  const [requestLine = "", ...fields] = head.split("\r\n");
  const repeated = fields.filter((field) => /^(via|v|from|f|to|t|call-id|i|cseq)[ \t]*:/i.test(field));
  if (requestLine.startsWith("ACK ") || !repeated.some((field) => /^(via|v)[ \t]*:/i.test(field))) return undefined;
  return [`SIP/2.0 ${status} ${reason}`, ...repeated, "Content-Length: 0", "", ""].join("\r\n");
}
