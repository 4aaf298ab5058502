import type { HostPort } from "../../src/config.ts";
import { TlsListener, type TlsGuest } from "../tls/listen.ts";

/** A listener that a neighbour has entered; it is closed when the last one leaves. */
export interface Door {
  readonly address: string;
  leave(): Promise<void>;
}

/** Listeners with TLS of this process by what they are bound to; their guests are told apart by name (R12). */
const listeners = new Map<string, TlsListener>();

/** `neighbour`: whose it is alone where the port is 0, which is another one each time. */
export async function enterTls(
  { host, port }: HostPort,
  guest: TlsGuest,
  neighbour: string,
  keepAliveMs: number,
): Promise<Door> {
  const key = port === 0 ? `${host}:${port} of ${neighbour}` : `${host}:${port}`;
  const known = port === 0 ? undefined : listeners.get(key);
  known?.add(guest);
  const listener = known ?? (await TlsListener.open({ host, port }, guest, keepAliveMs));
  listeners.set(key, listener);
  return {
    address: `${host}:${listener.port}`,
    async leave() {
      if (!listener.remove(guest)) return;
      if (listeners.get(key) === listener) listeners.delete(key);
      await listener.close();
    },
  };
}
