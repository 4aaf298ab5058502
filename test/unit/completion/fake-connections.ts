import { causeElement } from "../../../codecs/q931/make.ts";
import type { InformationElement } from "../../../codecs/q931/message.ts";
import type { MessageName } from "../../../codecs/q931/messages.ts";
import type { ConnectionId, ConnectionKind, Connections } from "../../../src/connection/connection.ts";
import type { Trunk } from "../../../src/ids.ts";
import { apdusText, numbersText } from "./text.ts";

interface Fake {
  readonly trunk: Trunk;
  readonly kind: ConnectionKind;
  responded: boolean;
  connected: boolean;
  readonly byPeer: boolean;
}

/** A message that left, as octets for those who want them. */
export interface Sent {
  readonly connection: ConnectionId;
  readonly message: MessageName;
  readonly ies: readonly InformationElement[];
}

/** The connection layer as far as call completion can tell: message types by state, nothing repeated, no timers. */
export class FakeConnections implements Connections {
  readonly #log: (line: string) => void;
  readonly #open = new Map<ConnectionId, Fake>();
  readonly down = new Set<Trunk>();
  readonly sent: Sent[] = [];
  /** Connections that are over, for `gone` events. */
  readonly over: { connection: ConnectionId; trunk: Trunk }[] = [];
  #last = 0;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  setup(trunk: Trunk, kind: ConnectionKind, ies: readonly InformationElement[]): ConnectionId | undefined {
    if (this.down.has(trunk)) return undefined;
    const connection = this.#add(trunk, kind, false);
    this.#tell(connection, "SETUP", ies, numbersText(ies));
    return connection;
  }

  /** A SETUP of the peer came. */
  incoming(trunk: Trunk, kind: ConnectionKind): ConnectionId {
    return this.#add(trunk, kind, true);
  }

  send(connection: ConnectionId, message: MessageName, ies: readonly InformationElement[]): boolean {
    const fake = this.#open.get(connection);
    if (fake === undefined || isTooEarly(fake, message) || this.down.has(fake.trunk)) return false;
    fake.responded = true;
    if (message === "CONNECT") fake.connected = true;
    this.#tell(connection, message, ies);
    return true;
  }

  /** Call completion has nothing beside its messages. */
  carry(): void {}

  clear(
    connection: ConnectionId,
    cause: number,
    ies: readonly InformationElement[] = [],
    options: { readonly disconnect?: boolean } = {},
  ): void {
    const fake = this.#open.get(connection);
    if (fake === undefined) throw new Error(`connection ${connection} is cleared a second time`);
    const isFirst = fake.byPeer && !fake.responded;
    if (isFirst && options.disconnect === true) this.#tell(connection, "CALL PROCEEDING", []);
    const plain = fake.kind === "call" ? "DISCONNECT" : "RELEASE";
    const message = isFirst && options.disconnect !== true ? "RELEASE COMPLETE" : plain;
    this.#tell(connection, message, [causeElement(cause), ...ies], String(cause));
    this.end(connection);
  }

  isActive(connection: ConnectionId): boolean {
    return this.isConnected(connection);
  }

  isConnected(connection: ConnectionId): boolean {
    return this.#open.get(connection)?.connected ?? false;
  }

  exists(connection: ConnectionId): boolean {
    return this.#open.has(connection);
  }

  linkUp(trunk: Trunk): boolean {
    return !this.down.has(trunk);
  }

  refusesQsig(): boolean {
    return false;
  }

  isCongested(): boolean {
    return false;
  }

  handle(): void {
    throw new Error("legs are below this");
  }

  /** The peer's message of this connection was a CONNECT. */
  connect(connection: ConnectionId): void {
    const fake = this.#open.get(connection);
    if (fake !== undefined) fake.connected = true;
  }

  end(connection: ConnectionId): void {
    const fake = this.#open.get(connection);
    if (fake === undefined) return;
    this.#open.delete(connection);
    this.over.push({ connection, trunk: fake.trunk });
  }

  trunkOf(connection: ConnectionId): Trunk {
    const fake = this.#open.get(connection);
    if (fake === undefined) throw new Error(`there is no connection ${connection}`);
    return fake.trunk;
  }

  /** The connections that are up, for the end of a test. */
  get left(): readonly ConnectionId[] {
    return [...this.#open.keys()];
  }

  #add(trunk: Trunk, kind: ConnectionKind, byPeer: boolean): ConnectionId {
    this.#last += 1;
    this.#open.set(this.#last, { trunk, kind, byPeer, responded: false, connected: false });
    return this.#last;
  }

  #tell(connection: ConnectionId, message: MessageName, ies: readonly InformationElement[], detail = ""): void {
    this.sent.push({ connection, message, ies });
    this.#log([`${connection}`, message, detail, ...apdusText(ies)].filter((part) => part !== "").join(" "));
  }
}

/** FACILITY goes on a call from its first response on, on a call-independent connection from CONNECT on (R7). */
function isTooEarly({ kind, connected }: Fake, message: MessageName): boolean {
  return message === "FACILITY" && kind === "cis" && !connected;
}
