/** What we use of npm sctp 1.0.0, which has no types: it is pinned to that version, some of it is internal. */
declare module "sctp/lib/endpoint.js" {
  import type { EventEmitter } from "node:events";

  interface Chunk {
    readonly state_cookie: Buffer;
    readonly size: number;
  }

  interface SerialNumber {
    readonly number: number;
  }

  /** An association. Chunks that arrive are its events, by their type: `init_ack`, `shutdown` ... */
  class Association extends EventEmitter {
    readonly state: string;
    /** Outbound streams as negotiated. */
    readonly OS: number;
    readonly MIS: number;
    readonly sent: { readonly [tsn: string]: Chunk };
    readonly my_next_tsn: SerialNumber;
    readonly reassembly: { readonly peer_ssn: number[]; readonly peer_c_tsn?: SerialNumber; rwnd: number };
    /** Acknowledges, and tells our window. */
    _sack(): void;
    /** Octets that are not acknowledged; counted wrongly after a retransmission (B6). */
    flightsize: number;
    drainCallback: (() => void) | null | undefined;
    T3: NodeJS.Timeout | null | undefined;
    SEND(
      octets: Buffer,
      options: { readonly stream_id: number; readonly ppid: number },
      sent: (error?: Error) => void,
    ): boolean;
    RECEIVE(): (Buffer & { readonly ppid: number }) | undefined;
    ABORT(): void;
    drain(): boolean;
    _sendChunk(type: "cookie_echo", options: { readonly cookie: Buffer }): void;
    _startT3(): void;
  }

  interface Options {
    readonly localPort: number;
    readonly MIS: number;
    readonly OS: number;
    readonly a_rwnd: number;
    readonly ootb: boolean;
  }

  /** Anything with `send` and the event `message` may stand for a UDP socket. */
  interface Transport {
    readonly udpTransport: EventEmitter;
    readonly udpPeer: { readonly address: string; readonly port: number };
  }

  // biome-ignore lint/style/noDefaultExport: the module is what CommonJS exports.
  export default class Endpoint extends EventEmitter {
    static INITIALIZE(
      options: Options,
      transport: Transport,
      done: (error: Error | null, endpoint: Endpoint) => void,
    ): void;
    ASSOCIATE(options: { readonly remotePort: number }): Association;
    DESTROY(): void;
  }

  export type { Association, Endpoint };
}

declare module "sctp" {
  /** Sets protocol parameters of the whole process. */
  export function defaults(parameters: { readonly [name: string]: number }): void;
}
