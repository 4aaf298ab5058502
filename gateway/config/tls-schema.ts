import { isDeepStrictEqual } from "node:util";
import type { NeighbourConfig, TlsConfig } from "../../src/config.ts";
import { canonicalName } from "../tls/names.ts";
import { list, optional, optionalGroup, type Read, required, withDefault } from "./spec.ts";
import { boolean, certificateName, duration, filePath, tlsVersion } from "./values.ts";

const days = 24 * 60 * 60 * 1000;

/** TLS of a trunk or of a monitor; not given: none. Files are read again when they change. */
export function tls() {
  return optionalGroup({
    certificate: required(filePath, {
      help: "PEM file: our certificate, behind it those between it and its CA",
    }),
    key: required(filePath, { help: "PEM file: the private key of our certificate, readable to the gateway alone" }),
    trustAnchors: required(filePath, { help: "PEM file: the CAs that may have signed the peer's certificate" }),
    allowedNames: list(certificateName, {
      help: "names (SAN) of which the peer's certificate has one: hosts, addresses, URIs",
      required: true,
    }),
    commonName: withDefault(boolean, false, {
      help: "the common name counts where the peer's certificate has no SAN, as that of old PBXs",
    }),
    crl: optional(filePath, {
      help: "PEM file: revocation lists of all CAs on the peer's way, in date; not given: nobody asks who was revoked",
    }),
    minVersion: withDefault(tlsVersion, "1.2", { help: "the lowest version of TLS that is spoken" }),
    warnBefore: withDefault(duration(0, 365 * days), 30 * days, {
      help: "how long before a certificate, an anchor or a list expires the log says so, once a day",
    }),
  });
}

export function buildTls(values: Read<ReturnType<typeof tls>>): { readonly tls?: TlsConfig } {
  if (values === undefined) return {};
  const { certificate, key, trustAnchors, allowedNames, commonName, crl, minVersion, warnBefore } = values;
  return {
    tls: {
      ...{ certificate, key, trustAnchors, allowedNames, commonName, minVersion, warnBeforeMs: warnBefore },
      ...(crl === undefined ? {} : { crl }),
    },
  };
}

/** What only shows between neighbours that share a listener with TLS (R12): who is whose is told by name there. */
export function checkTlsListeners(
  neighbours: readonly NeighbourConfig[],
  fault: (path: readonly string[], text: string) => void,
): void {
  const seen: { readonly name: string; readonly at: string; readonly tls: TlsConfig | undefined }[] = [];
  for (const { name, trunk } of neighbours) {
    if (trunk.type !== "h323" || trunk.listen === undefined || trunk.listen.port === 0) continue;
    const at = `${trunk.listen.host}:${trunk.listen.port}`;
    for (const other of seen) {
      if (other.at !== at) continue;
      const text = clash(trunk.tls, other.tls);
      if (text !== undefined)
        fault(["neighbours", name, "trunk", "tls"], `${text}, which shares ${at}`.replace("%", other.name));
    }
    seen.push({ name, at, tls: trunk.tls });
  }
}

function clash(one: TlsConfig | undefined, other: TlsConfig | undefined): string | undefined {
  if (one === undefined && other === undefined) return undefined;
  if (one === undefined || other === undefined) return "must be given for both or for none: it is not as with %";
  const face = ({ certificate, key, minVersion }: TlsConfig) => [certificate, key, minVersion];
  if (!isDeepStrictEqual(face(one), face(other))) return "has another certificate, key or minVersion than %";
  const names = new Set(other.allowedNames.map(canonicalName));
  const both = one.allowedNames.find((name) => names.has(canonicalName(name)));
  return both === undefined ? undefined : `allows ${both} as does %`;
}
