import type http from "node:http";
import type { HostPort } from "../../../src/config.ts";
import { type HttpLimits, type HttpServer, openHttp } from "../../http/server.ts";

/** The phones of one neighbour, who come through a listener. */
export interface Guest {
  readonly neighbour: string;
  /** Whether what is asked for is this neighbour's, or who asks is. */
  has(request: http.IncomingMessage): boolean;
  take(request: http.IncomingMessage, response: http.ServerResponse): void;
}

/** A listener that a neighbour has entered; it is closed when the last one leaves. */
export interface Door {
  readonly url: string;
  leave(): Promise<void>;
}

interface Listener {
  readonly server: HttpServer;
  readonly guests: Guest[];
}

/** Listeners of this process by what they are bound to: neighbours with the same `phones.bind` share one. */
const listeners = new Map<string, Listener>();

/** Rejects with a sentence that says what to do. */
export async function enterHttp({ host, port }: HostPort, guest: Guest, limits: HttpLimits): Promise<Door> {
  // Port 0 is another one each time.
  const key = port === 0 ? `${host}:0 of ${guest.neighbour}` : `${host}:${port}`;
  const known = port === 0 ? undefined : listeners.get(key);
  known?.guests.push(guest);
  const listener = known ?? (await open({ host, port }, guest, limits));
  listeners.set(key, listener);
  return {
    url: listener.server.url,
    async leave() {
      listener.guests.splice(listener.guests.indexOf(guest), 1);
      if (listener.guests.length > 0) return;
      if (listeners.get(key) === listener) listeners.delete(key);
      await listener.server.stop();
    },
  };
}

async function open(bind: HostPort, first: Guest, limits: HttpLimits): Promise<Listener> {
  const guests = [first];
  // What is nobody's is for the first to refuse.
  const server = await openHttp(
    bind,
    limits,
    (request, response) => (guests.find((guest) => guest.has(request)) ?? guests[0])?.take(request, response),
    { who: `phones of ${first.neighbour}`, advice: "set phones.bind to another" },
  );
  return { server, guests };
}
