import { expect } from "chai";
import { once } from "node:events";
import net from "node:net";
import type { AdapterContext, TrunkAdapter } from "../../../gateway/adapter.ts";
import { lapdFraming, tpktFraming } from "../../../gateway/trunks/framing.ts";
import { h323Trunk } from "../../../gateway/trunks/h323.ts";
import { lapdTrunk } from "../../../gateway/trunks/lapd.ts";
import type { TrunkLimits } from "../../../src/config.ts";
import { Inbox } from "./inbox.ts";
import { framed } from "./framed.ts";

const host = "127.0.0.1";
const listen = { host, port: 0 };
const trunks = {
  lapd: {
    start: (limits: TrunkLimits, context: AdapterContext) =>
      lapdTrunk({ type: "lapd", role: "listen", ...listen, side: "network", t309Ms: 6000, limits }, context),
    frame: framed(lapdFraming, Uint8Array.of(1, 2)) ?? new Uint8Array(0),
  },
  h323: {
    start: (limits: TrunkLimits, context: AdapterContext) =>
      h323Trunk({ type: "h323", listen, peers: [{ host, port: 9 }], limits }, context),
    frame: framed(tpktFraming, Uint8Array.of(8, 2)) ?? new Uint8Array(0),
  },
} as const;

for (const [type, { start, frame }] of Object.entries(trunks)) {
  describe(`limits of the connections of a trunk: ${type}`, () => {
    const sockets: net.Socket[] = [];
    const warned: string[] = [];
    let inbox: Inbox;
    let trunk: TrunkAdapter;
    afterEach(async () => {
      for (const socket of sockets.splice(0)) socket.destroy();
      warned.length = 0;
      await trunk.stop();
    });

    async function begin(limits: TrunkLimits): Promise<void> {
      inbox = new Inbox();
      const warn = (text: string): void => void warned.push(text);
      const post: AdapterContext["post"] = (input) => inbox.post(input);
      trunk = await start(limits, { neighbour: "east", post, drained: () => undefined, warn });
    }

    async function dial(): Promise<net.Socket> {
      const socket = net.connect({ host, port: Number(trunk.address?.split(":")[1]) }).resume();
      socket.on("error", () => {});
      sockets.push(socket);
      await once(socket, "connect");
      return socket;
    }

    async function taken(): Promise<net.Socket> {
      const socket = await dial();
      expect((await inbox.next()).type).to.equal("opened");
      return socket;
    }

    it("connections: at it they are served, one past it is refused", async () => {
      await begin({ connections: 2 });
      for (let count = 0; count < 2; count += 1) {
        (await taken()).write(frame);
        expect((await inbox.next()).type).to.equal("received");
      }
      await once(await dial(), "close");
      expect(warned).to.deep.equal(["a connection is refused: there are 2, as many as limits.connections allows"]);
    });

    it("halfOpen: the oldest that has said nothing gives way; one that has spoken counts no more", async () => {
      await begin({ halfOpen: 1 });
      const [silent, speaking] = [await taken(), await dial()];
      await once(silent, "close");
      expect(warned).to.deep.equal([
        "a connection that said nothing is closed for another one: " +
          "1 have said nothing yet, as many as limits.halfOpen allows",
      ]);
      speaking.write(frame);
      const told = [await inbox.next(), await inbox.next(), await inbox.next()].map(({ type }) => type);
      expect(told.sort()).to.deep.equal(["closed", "opened", "received"]);
      await taken();
      expect(warned).to.have.length(1);
    });

    it("connections: of peers that have said nothing the oldest gives way", async () => {
      await begin({ connections: 2 });
      const silent = [await taken(), await taken()];
      const speaking = await dial();
      await once(silent[0] as net.Socket, "close");
      speaking.write(frame);
      const told = [await inbox.next(), await inbox.next(), await inbox.next()].map(({ type }) => type);
      expect(told.sort()).to.deep.equal(["closed", "opened", "received"]);
    });

    it("queuedOctets: a peer that does not read is closed", async () => {
      await begin({ queuedOctets: 20_000 });
      const deaf = await dial();
      deaf.pause();
      const opened = await inbox.next();
      const channel = opened.type === "opened" ? opened.channel : "";
      const carrier = type === "lapd" ? ("lapd" as const) : ("h225" as const);
      let reason: string | undefined;
      while (reason === undefined) {
        for (let count = 0; count < 100; count += 1) trunk.send(channel, { carrier, octets: new Uint8Array(4000) });
        await new Promise((resolve) => setImmediate(resolve));
        const told = inbox.waiting > 0 ? await inbox.next() : undefined;
        if (told?.type === "closed") ({ reason } = told);
      }
      expect(reason).to.equal("the peer does not read");
    });
  });
}
