import { expect } from "chai";
import net from "node:net";
import { once } from "node:events";
import { loadConfig } from "../../../gateway/config/load.ts";
import { startGateway } from "../../../gateway/gateway.ts";
import { Pace } from "../../../gateway/pace.ts";
import { lapdFraming } from "../../../gateway/trunks/framing.ts";
import { createPinx } from "../../../src/pinx.ts";
import { holds } from "./sctp-rig.ts";
import { framed } from "./framed.ts";

describe("limits.messagesPerSecond", () => {
  it("lets so many messages pass in a second, and says when one more came", async () => {
    const told: string[] = [];
    const pace = new Pace(3, (text) => told.push(text));
    for (let count = 0; count < 2; count += 1) pace.count();
    expect(pace.drained()).to.equal(undefined);
    // A chunk brought two at once: the fourth counts in the next second.
    pace.count();
    pace.count();
    const drained = pace.drained();
    expect(drained).to.not.equal(undefined);
    expect(pace.drained(), "the same until then").to.equal(drained);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^more than 3 messages a second, as limits.messagesPerSecond allows/);
    await drained;
    expect(pace.drained()).to.equal(undefined);
    pace.count();
    expect(pace.drained()).to.equal(undefined);
    pace.count();
    expect(pace.drained()).to.not.equal(undefined);
  });

  it("leaves what comes faster at the peer, and takes it all in the end", async () => {
    const most = 5;
    const trunk = `{ type: lapd, side: network, listen: "127.0.0.1:0", limits: { messagesPerSecond: ${most} } }`;
    const loaded = loadConfig(`neighbours: { east: { numbers: [1xxx], trunk: ${trunk} } }`);
    if (!loaded.ok) throw new Error("the configuration has faults");
    const gateway = await startGateway(loaded.config, { core: createPinx() });
    try {
      let taken = 0;
      gateway.inspect.subscribe((entry) => {
        if (entry.type === "pdu" && entry.direction === "in") taken += 1;
      });
      const port = Number(gateway.inspect.trunks()[0]?.address?.split(":")[1]);
      const socket = net.connect({ host: "127.0.0.1", port, noDelay: true }).resume();
      await once(socket, "connect");
      const receiveReady = framed(lapdFraming, Uint8Array.of(0x00, 0x01, 0x01, 0x01)) ?? new Uint8Array(0);
      // Each in a chunk of its own, and no more than a second's worth beyond the limit.
      for (let sent = 0; sent < 2 * most; sent += 1) {
        socket.write(receiveReady);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      await holds(() => taken >= most);
      const atLimit = taken;
      expect(atLimit).to.be.below(2 * most);
      await holds(() => taken === 2 * most);
      socket.destroy();
    } finally {
      await gateway.stop();
    }
  });
});
