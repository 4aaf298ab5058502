import net from "node:net";
import { type SctpAssociation, type SctpEvents, sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import { nodeSctpProvider } from "../../../gateway/trunks/sctp/node-sctp.ts";
import { Cutter, type Head } from "./cutter.ts";

const host = "127.0.0.1";

/** Two ports whose connections are joined: frames are cut by their length, and each leaves with one `write`. */
export async function joinedPorts(head: Head): Promise<readonly [number, number]> {
  const waiting: (net.Socket | undefined)[] = [undefined, undefined];
  const take = (side: 0 | 1, socket: net.Socket): void => {
    const other = waiting[1 - side];
    waiting[1 - side] = undefined;
    if (other === undefined) waiting[side] = socket;
    else join(head, socket, other);
  };
  return [await listen((socket) => take(0, socket)), await listen((socket) => take(1, socket))];
}

/** A port for each of two peers: whoever connects to one is joined to a connection to the other. */
export async function callingPorts(head: Head, near: number, far: number): Promise<readonly [number, number]> {
  const calls = (port: number) => (socket: net.Socket) =>
    join(head, socket, net.connect({ host, port, noDelay: true }));
  return [await listen(calls(far)), await listen(calls(near))];
}

/** Two peers that are called, and joined. */
export function joinPeers(head: Head, near: number, far: number): void {
  const [one, other] = [near, far].map((port) => net.connect({ host, port, noDelay: true }));
  if (one !== undefined && other !== undefined) join(head, one, other);
}

async function listen(take: (socket: net.Socket) => void): Promise<number> {
  const server = net.createServer({ noDelay: true }, take);
  await new Promise<void>((resolve) => server.listen(0, host, 4096, resolve));
  return (server.address() as net.AddressInfo).port;
}

function join(head: Head, one: net.Socket, other: net.Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const cutter = new Cutter(head);
    from.on("data", (chunk: Buffer) => cutter.push(chunk, (frame) => to.write(frame)));
    from.on("close", () => to.destroy());
    from.on("error", () => {});
  }
}

/** Two ports of SCTP in UDP: what the library carries with nothing behind it. */
export async function joinedAssociations(): Promise<readonly [number, number]> {
  const associations: (SctpAssociation | undefined)[] = [undefined, undefined];
  const ports: number[] = [];
  for (const side of [0, 1] as const) {
    const options = { transport: "udp", bind: { host, port: 0 }, sctpPort: 9900, dropped: () => {} } as const;
    const provider = await nodeSctpProvider(options, sctpLimits);
    provider.listen((association): SctpEvents => {
      associations[side] = association;
      const message = (octets: Uint8Array, stream: number): void => associations[1 - side]?.send(octets, stream);
      return { up() {}, writable() {}, down() {}, message };
    });
    ports.push(Number(provider.address.split(":")[1]));
  }
  return [ports[0] ?? 0, ports[1] ?? 0];
}
