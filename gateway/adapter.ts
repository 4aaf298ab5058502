import type { StoredOriginating } from "../src/completion/record.ts";
import type { LineKey } from "../src/lines/line.ts";
import type { Channel, RequestId, Trunk } from "../src/ids.ts";
import type { Input } from "../src/seam.ts";
import type { Pdu } from "../src/pdu.ts";
import type { TraceEntry } from "../src/trace.ts";
import type { Screen, UserKey } from "../src/users/screen.ts";
import type { TlsReport } from "./tls/event.ts";

/** A PDU as an adapter saw it cross; the pump says when. */
export type CrossedPdu = Omit<Extract<TraceEntry, { readonly type: "pdu" }>, "at">;

/**
 * What an adapter gets of the gateway. An adapter belongs to one neighbour and talks to the core by `post` alone. It
 * may post at any time, from inside its own calls too: an input only joins its queue, the pump runs later.
 */
export interface AdapterContext {
  readonly neighbour: Trunk;
  readonly post: (input: Input) => void;
  /**
   * For adapters that read from a peer, asked after each read: undefined means read on; otherwise too many inputs
   * of this neighbour wait, and reading stops until the promise resolves. It never rejects.
   */
  readonly drained: () => Promise<void> | undefined;
  /** What only the rim sees: SIP messages as they crossed a connection. Absent: nobody keeps a trace. */
  readonly trace?: (pdu: CrossedPdu) => void;
  /** What happens at TLS, for log and metrics. Absent: `warn` is told. */
  readonly tls?: TlsReport;
  /** For the operator's log: what came and was not taken. Said as often as it likes: the log takes some of it. */
  readonly warn: (text: string) => void;
}

/** What an adapter of phones gets besides: users may list their own requests. */
export interface PhoneContext extends AdapterContext {
  /** The requests of a user that stand, oldest first. */
  readonly requests: (user: UserKey) => readonly StoredOriginating[];
}

/** Sockets and framing of one neighbour's trunk: whole PDUs in and out, no protocol. */
export interface TrunkAdapter {
  /** The PDU leaves, or the channel closes with an input that says why. A channel that is gone ignores it. */
  send(channel: Channel, pdu: Pdu): void;
  /** Answered by one input, `opened` by us or `closed` with the reason. */
  open(channel: Channel): void;
  /** Answered by one input `closed`, unless the channel was gone already. What was sent before still leaves. */
  close(channel: Channel, reason: string): void;
  /** Where it listens, `host:port`; absent where it does not. */
  readonly address?: string;
  /** Ends everything and posts nothing more. Resolves when nothing of it is left open. */
  stop(): Promise<void>;
}

/**
 * Watches lines of one neighbour. Posts `line` with the whole snapshot at once after `watch` and at every change, and
 * may post `callFailed` for calls inside the cluster, whether their lines are watched or not (R15).
 */
export interface LineAdapter {
  watch(line: LineKey): void;
  unwatch(line: LineKey): void;
  stop(): Promise<void>;
}

/** Talks to users of one neighbour through their phones; keys come back as `user` inputs. */
export interface PhoneAdapter {
  /** Draws the screen, null takes it away. Answered by one `done` of `id`, also where a newer one took its place. */
  notify(id: number, user: UserKey, screen: Screen | null, sound: boolean): void;
  /** Makes the user's phone call `to`, holding what it talks on. Answered by one `done` of `id`. */
  placeCall(id: number, user: UserKey, to: string, request: RequestId): void;
  stop(): Promise<void>;
}

/** How a registry makes an adapter. Rejects with a sentence that says what to do, such as where the port is taken. */
export type Create<Settings, Adapter, Context = AdapterContext> = (
  settings: Settings,
  context: Context,
) => Promise<Adapter>;
