import { freePort } from "../free-port.ts";
import { Files } from "../unit/tls/pki.ts";
import { Identities } from "../unit/tls/two-gateways.ts";

/** Trunk types that can stand between two gateways. */
export const middles = ["lapd", "h323", "h323-tls", "iua", "sip-cisco", "sip-ecma355"] as const;
export type Middle = (typeof middles)[number];

/** The states in which a trunk takes calls: before the first one, and later where that is another. */
export const upStates: { readonly [type in Middle]: readonly string[] } = {
  lapd: ["multiple frame established"],
  h323: ["idle", "up"],
  "h323-tls": ["idle", "up"],
  iua: ["Established"],
  "sip-cisco": ["Up"],
  "sip-ecma355": ["Up"],
};

/** ONE table: a trunk between two gateways, as the one to its east says it, and the one to its west. */
export const ends: { readonly [type in Middle]: () => Promise<readonly [string, string]> } = {
  async lapd() {
    const port = await freePort();
    return [
      `{ type: lapd, listen: "127.0.0.1:${port}", side: network }`,
      `{ type: lapd, connect: "127.0.0.1:${port}", side: user }`,
    ];
  },
  h323: () => h323("", ""),
  async "h323-tls"() {
    const [one, other] = await tlsOfLab();
    return h323(`, tls: ${one}`, `, tls: ${other}`);
  },
  "sip-cisco": () => sip("cisco"),
  "sip-ecma355": () => sip("ecma355"),
  async iua() {
    const port = await freePort();
    const iua = "type: iua, interfaces: [1]";
    return [
      `{ ${iua}, role: sg, bind: "127.0.0.1:${port}", side: network }`,
      `{ ${iua}, role: asp, bind: "127.0.0.1:0", peer: "127.0.0.1:${port}", side: user }`,
    ];
  },
};

async function sip(profile: string): Promise<readonly [string, string]> {
  const [one, other] = [await freePort(), await freePort()];
  const end = (own: number, peer: number) =>
    `{ type: sip, profile: ${profile}, listen: "127.0.0.1:${own}", server: ["127.0.0.1:${peer}"] }`;
  return [end(one, other), end(other, one)];
}

/** `tls`: what follows in the trunk of each of the two. */
async function h323(...[toEast, toWest]: readonly [string, string]): Promise<readonly [string, string]> {
  const [one, other] = [await freePort(), await freePort()];
  const end = (own: number, peer: number, tls: string) =>
    `{ type: h323, listen: "127.0.0.1:${own}", peers: ["127.0.0.1:${peer}"]${tls} }`;
  return [end(one, other, toEast), end(other, one, toWest)];
}

/** One CA and two identities for all scenarios; their files go with the process. */
let lab: Promise<readonly [string, string]> | undefined;

function tlsOfLab(): Promise<readonly [string, string]> {
  if (lab === undefined) {
    const files = new Files();
    process.once("exit", () => files.remove());
    lab = Identities.make(files).then((identities) => [identities.tls("gw-1"), identities.tls("gw-2")]);
  }
  return lab;
}
