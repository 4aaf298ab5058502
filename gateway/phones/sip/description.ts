/** Session descriptions (RFC 4566) as far as a third-party call changes them. */

/** The o= line of a dialog: of one session for as long as it lasts, of another version each time (RFC 3264 8). */
export interface Origin {
  readonly session: string;
  readonly version: number;
}

export function withOrigin(description: string, { session, version }: Origin): string {
  return description.replace(/^o=.*$/m, `o=- ${session} ${version} IN IP4 0.0.0.0`);
}

/** The answer that takes what is offered and neither sends nor hears anything yet (RFC 3725 5.1, RFC 3264 8.4). */
export function blackHole(offer: string, origin: Origin): string {
  return withOrigin(offer, origin)
    .replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)\r?\n/gm, "")
    .replace(/^c=.*$/gm, "c=IN IP4 0.0.0.0")
    .replace(/^(m=\S+) [1-9]\d*(?=[ /])/gm, "$1 9")
    .replace(/^m=/m, "a=inactive\r\nm=");
}

/** Where its media are to be sent: addresses and ports, in the order they stand. */
export function placesOf(description: string): string {
  return [...description.matchAll(/^(?:c=\S+ \S+ (\S+)|m=\S+ (\d+))/gm)]
    .map(([, host, port]) => host ?? port)
    .join(" ");
}
