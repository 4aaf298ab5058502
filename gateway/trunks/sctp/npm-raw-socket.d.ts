/** What we use of npm raw-socket 1.8.1, which has no types. */
declare module "raw-socket" {
  import type { EventEmitter } from "node:events";

  interface Socket extends EventEmitter {
    send(
      packet: Buffer,
      offset: number,
      length: number,
      address: string,
      sent: (error: Error | null, octets: number) => void,
    ): void;
    setOption(level: number, option: number, value: number): void;
    close(): void;
  }

  export function createSocket(options: {
    readonly addressFamily: number;
    readonly protocol: number;
    readonly bufferSize: number;
  }): Socket;
  export const AddressFamily: { readonly IPv4: number };
  export const SocketLevel: { readonly IPPROTO_IP: number };
  export const SocketOption: { readonly IP_HDRINCL: number };
}
