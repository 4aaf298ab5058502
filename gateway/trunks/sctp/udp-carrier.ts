import dgram from "node:dgram";
import type { HostPort } from "../../../src/config.ts";
import type { Carrier, CarrierEvents } from "./carrier.ts";

/** SCTP in UDP (RFC 6951). Rejects where the port is taken, and says which. */
export async function udpCarrier({ host, port }: HostPort, events: CarrierEvents): Promise<Carrier> {
  const socket = dgram.createSocket("udp4");
  await new Promise<void>((resolve, reject) => {
    socket.once("error", (error) => reject(new Error(`cannot bind UDP ${host}:${port}: ${error.message}`)));
    socket.bind(port, host, resolve);
  });
  // Unreachable ports and the like are for the timers of SCTP.
  socket.on("error", (error) => events.fault(error.message));
  socket.on("message", (packet, sender) => events.packet(packet, sender.address, sender.port));
  return {
    address: `${host}:${socket.address().port}`,
    send: (packet, toPort, address, sent) => socket.send(packet, toPort, address, sent),
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}
