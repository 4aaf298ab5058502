import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";

/**
 * Ports a system gives to connections that go out begin at 32768 (`ip_local_port_range`): under them nothing takes a
 * port between its choice here and its use. Where they start differs from process to process, and none is given twice.
 */
const firstPort = 10_000;
const afterLastPort = 32_000;
let nextPort = firstPort + ((process.pid * 61) % (afterLastPort - firstPort));

/**
 * A port of 127.0.0.1 that was free a moment ago for TCP and UDP, with `count` - 1 such ports behind it: for two that
 * have to know each other's before either starts.
 */
export async function freePort(count = 1): Promise<number> {
  for (;;) {
    if (nextPort + count > afterLastPort) nextPort = firstPort;
    const first = nextPort;
    nextPort += count;
    const free = await Promise.all(Array.from({ length: count }, (_, at) => isFree(first + at)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  const socket = dgram.createSocket("udp4");
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    socket.bind(port, "127.0.0.1");
    await once(socket, "listening");
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all([
      new Promise<void>((resolve) => server.close(() => resolve())),
      new Promise<void>((resolve) => socket.close(resolve)),
    ]);
  }
}
