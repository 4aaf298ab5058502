import { EventEmitter } from "node:events";

/** What carries SCTP packets: UDP (RFC 6951), or IP itself. */
export interface Carrier {
  /** Where it is bound, as a person writes it. */
  readonly address: string;
  /**
   * A packet that cannot leave is one that was lost: SCTP repeats it. `port` is that of UDP; IP has none, and the
   * packet names its own. `sent` is called later, never from inside: the library is not ready for that.
   */
  send(packet: Buffer, port: number, address: string, sent: () => void): void;
  close(): Promise<void>;
}

/** What a carrier tells. */
export interface CarrierEvents {
  /** A packet and its sender: the port of UDP, or on IP the SCTP port. The octets are the receiver's own. */
  packet(packet: Buffer, address: string, port: number): void;
  /** Of the carrier itself, in words. */
  fault(text: string): void;
}

/** What the library takes for its UDP socket: the packets of one peer, guarded. */
export class Link extends EventEmitter {
  readonly #carrier: Carrier;

  constructor(carrier: Carrier) {
    super();
    this.#carrier = carrier;
  }

  send(packet: Buffer, port: number, address: string, sent?: (error: Error | null) => void): void {
    this.#carrier.send(packet, port, address, () => sent?.(null));
  }
}
