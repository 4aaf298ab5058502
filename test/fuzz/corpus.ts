import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readHex } from "../../codecs/trace/hex.ts";
import { linuxLapdPacket } from "../../codecs/trace/link-types.ts";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { root } from "../root.ts";

/** Inputs that once broke something, and those that reach deep: hex, one a line, with their story behind `#`. */
export const findsFolder = join(root, "fixtures/fuzz");

/** What mutations begin with: every vector, every find, frames and files around some of them. */
export function loadCorpus(): Uint8Array[] {
  const messages = [...vectors(), ...flows()];
  const frames = messages.map((message, at) => Uint8Array.of(0, 1, (at << 1) & 0xfe, 0, ...message));
  return [...messages, ...frames, ...finds(), ...captures(), ...files(messages), ...texts(messages)];
}

/** Every input in `fixtures/fuzz`. */
export function finds(): Uint8Array[] {
  if (!existsSync(findsFolder)) return [];
  return readdirSync(findsFolder)
    .filter((name) => name.endsWith(".hex"))
    .toSorted()
    .flatMap((name) => readFileSync(join(findsFolder, name), "utf8").split("\n"))
    .map((line) => readHex(line.replace(/#.*/, "")).octets)
    .filter((octets) => octets.length > 0);
}

function vectors(): Uint8Array[] {
  const rows = ["vectors.json", "services.json"].flatMap(
    (file) => JSON.parse(readFileSync(join(root, "test/vectors", file), "utf8")) as readonly { hex: string }[],
  );
  return rows.flatMap(({ hex }) => {
    const { octets } = readHex(hex);
    // A Facility element also as its contents and as its components, so that each decoder has inputs of its own.
    return octets[0] === 0x1c ? [octets, octets.subarray(2), octets.subarray(octets.indexOf(0xa1, 3))] : [octets];
  });
}

function flows(): Uint8Array[] {
  const text = readFileSync(join(root, "test/vectors/flows.txt"), "utf8");
  return [...text.matchAll(/\b08[0-9a-f]{8,}$/gm)].map(([hex]) => readHex(hex).octets);
}

/** Captures of networks. */
function captures(): Uint8Array[] {
  const folder = join(root, "test/vectors/captures");
  return readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

/** Capture files of each link type. */
function files(messages: readonly Uint8Array[]): Uint8Array[] {
  const some = messages.slice(0, 8);
  const lapd = some.map((message, at) => Uint8Array.of(0, 1, at << 1, 0, ...message));
  const linux = lapd.map((frame) => linuxLapdPacket(frame, "sent", "user"));
  const kinds = [
    { linkType: 147, packets: some },
    { linkType: 203, packets: lapd },
    { linkType: 177, packets: linux },
  ];
  const written = kinds.map(({ linkType, packets }) => [
    pcapngHeader([{ linkType, name: "west" }], "fuzz"),
    ...packets.map((octets, at) => pcapngPacket({ time: 1e12 + at, direction: "received", octets })),
  ]);
  return [...written.map((parts) => new Uint8Array(Buffer.concat(parts))), ...kinds.map(pcap)];
}

function pcap({ linkType, packets }: { linkType: number; packets: readonly Uint8Array[] }): Uint8Array {
  const header = new Uint32Array([0xa1b2c3d4, 0x00040002, 0, 0, 0xffff, linkType]);
  const records = packets.flatMap((octets) => [new Uint32Array([1, 2, octets.length, octets.length]), octets]);
  return new Uint8Array(Buffer.concat([header, ...records].map(bytesOf)));
}

function bytesOf(part: Uint8Array | Uint32Array): Uint8Array {
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}

/** Trace texts. */
function texts(messages: readonly Uint8Array[]): Uint8Array[] {
  const hex = messages.slice(0, 4).map((message) => spaced(message));
  const [message = new Uint8Array(0)] = messages;
  const lapd = `00 01 00 00 ${spaced(message)}`;
  return [
    hex.join("\n"),
    priDebug(message),
    "ISDN Se0:23 Q931: TX -> SETUP pd = 8  callref = 0x0001\n Channel ID i = 0xA98381\n Display i = 'Ada'\n",
    `CCM|Out Message -- PriSetupMsg\nCCM|IEData= 18 03 A9 83 81|\nCCM|IsdnMsgData1= ${spaced(message)}|\n`,
    `0000  ${spaced(message).slice(0, 47)}\n0010  ${spaced(message).slice(48, 95)}\n`,
    `Net Tx: Len=${message.length + 4} ${lapd}\n`,
    `-----[ 1 ]---[ S ]---[ 31:45.45 ]-----\ns[00]:${lapd}\n00 SAPI=0\n`,
    `[From initiator=true CallRef=1]   ${spaced(message.subarray(0, 5))}\n x (codeset=0 type=24)   18 03 a9 83 81\n`,
    `AAAA\x82\x02\x11\x00AAAA\x03\x00\x00\x00\x02\x01\x7f`,
  ].map((text) => new Uint8Array(Buffer.from(text, "latin1")));
}

function priDebug(message: Uint8Array): string {
  return [
    `< Protocol Discriminator: Q.931 (8)  len=${message.length}`,
    "< TEI=0 Call Ref: len= 2 (reference 1/0x1) (Sent from originator)",
    "< Message Type: SETUP (5)",
    `< [${spaced(message.subarray(5))}]`,
    `< [ ${spaced(message)} ]`,
    "",
  ].join("\n");
}

function spaced(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex").replaceAll(/../g, "$& ").trim();
}
