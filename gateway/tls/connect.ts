import net from "node:net";
import { setTimeout as passed } from "node:timers/promises";
import tls from "node:tls";
import type { HostPort } from "../../src/config.ts";
import type { TlsEnd } from "./end.ts";
import { TlsRefusal } from "./faults.ts";
import { handshakeFault, shownChain } from "./handshake.ts";
import type { JudgedPeer } from "./judge.ts";

/** A connection whose peer was judged: nothing was read from it or written to it before. */
export interface TlsConnection {
  readonly socket: tls.TLSSocket;
  readonly peer: JudgedPeer;
}

export interface ConnectOptions {
  /** TCP, handshake and judgement together, at most. */
  readonly connectMs: number;
  readonly keepAliveMs?: number;
  /** So long the connection must stand behind the judgement: for who asks no more than whether the peer takes us. */
  readonly standsMs?: number;
  /** Ends it while it is under way; then it rejects with the reason. */
  readonly signal?: AbortSignal;
}

/**
 * Connects and judges the peer. Rejects with a sentence, nothing left open; where TLS is why, it is a TlsRefusal and
 * was reported. That it resolves says little of the peer's mind: in TLS 1.3 a peer refuses us after our side is done,
 * so a trunk is up on its first message and not before.
 */
export async function connectTls(end: TlsEnd, to: HostPort, options: ConnectOptions): Promise<TlsConnection> {
  const { connectMs, signal } = options;
  signal?.throwIfAborted();
  const socket = dial(end, to, options);
  const from = `${to.host}:${to.port}`;
  const failed = failureOf(socket);
  const tooLong = setTimeout(() => socket.destroy(tooSlow(socket, connectMs)), connectMs);
  const abort = () => socket.destroy(new CalledOff(String(signal?.reason)));
  signal?.addEventListener("abort", abort);
  try {
    await Promise.race([new Promise((resolve) => socket.once("secureConnect", resolve)), failed]);
    // Waited for although the peer may be gone meanwhile: why it is refused says more than that it went.
    const peer = await end.judge(shownChain(socket, end.limits.chainCertificates), "server");
    if (socket.destroyed) return await failed;
    if (options.standsMs !== undefined) await Promise.race([passed(options.standsMs), failed]);
    // In TLS 1.3 the peer's refusal comes now, as an alert.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code?.startsWith("ERR_SSL") === true) end.refused(handshakeFault(error), from);
    });
    return { socket, peer };
  } catch (error) {
    socket.destroy();
    if (error instanceof TlsRefusal) end.refused(error, from);
    throw error;
  } finally {
    clearTimeout(tooLong);
    signal?.removeEventListener("abort", abort);
  }
}

function dial(end: TlsEnd, { host, port }: HostPort, { keepAliveMs }: ConnectOptions): tls.TLSSocket {
  const socket = tls.connect({
    host,
    port,
    ...end.context,
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    // pkijs judges what Node would, and more, before anything is read.
    rejectUnauthorized: false,
  });
  socket.setNoDelay(true);
  if (keepAliveMs !== undefined) socket.setKeepAlive(true, keepAliveMs);
  if (end.keylog !== undefined) socket.on("keylog", end.keylog);
  return socket;
}

/** The caller does not want the connection any more: nobody's fault. */
class CalledOff extends Error {}

function tooSlow({ connecting }: tls.TLSSocket, connectMs: number): Error {
  return connecting
    ? new CalledOff(`no connection within ${connectMs} ms`)
    : new TlsRefusal("tooSlow", `${connectMs} ms`);
}

/** Rejects when the socket fails; behind the judgement nobody waits for it any more. */
function failureOf(socket: tls.TLSSocket): Promise<never> {
  let connected = false;
  socket.once("connect", () => {
    connected = true;
  });
  const failed = new Promise<never>((_, reject) => {
    socket.once("error", (error: Error) => {
      reject(connected && !(error instanceof CalledOff) ? handshakeFault(error) : error);
    });
    socket.once("close", () => reject(new TlsRefusal("ended")));
  });
  failed.catch(() => {});
  return failed;
}
