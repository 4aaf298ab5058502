import { once } from "node:events";
import net from "node:net";
import { expect } from "chai";
import { type Wire, startWire } from "../../gateway/demo/wire.ts";

describe("demo wire", () => {
  let far: net.Server;
  let wire: Wire;
  const arrived: net.Socket[] = [];
  const changes: boolean[] = [];

  beforeEach(async () => {
    arrived.length = 0;
    changes.length = 0;
    far = net.createServer((socket) => {
      socket.on("error", () => {});
      arrived.push(socket);
    });
    await new Promise<void>((resolve) => far.listen(0, "127.0.0.1", resolve));
    const { port } = far.address() as net.AddressInfo;
    wire = await startWire({ host: "127.0.0.1", port }, (cutUntil) => changes.push(cutUntil !== undefined));
  });

  afterEach(async () => {
    await wire.stop();
    for (const socket of arrived) socket.destroy();
    await new Promise((resolve) => far.close(resolve));
  });

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async function connect(): Promise<net.Socket> {
    const socket = net.connect(wire.address.port, wire.address.host);
    socket.on("error", () => {});
    await once(socket, "connect");
    return socket;
  }

  it("carries octets both ways", async () => {
    const near = await connect();
    near.write("to the far gateway");
    await until(() => arrived.length === 1);
    const [sent] = (await once(arrived[0] as net.Socket, "data")) as [Buffer];
    arrived[0]?.write("and back");
    const [back] = (await once(near, "data")) as [Buffer];
    expect([String(sent), String(back)]).to.deep.equal(["to the far gateway", "and back"]);
    near.destroy();
    await once(arrived[0] as net.Socket, "close");
  });

  it("cut: ends both sides at once, lets nothing through, and is whole again by itself", async () => {
    const near = await connect();
    await until(() => arrived.length === 1);
    const both = Promise.all([once(near, "close"), once(arrived[0] as net.Socket, "close")]);
    wire.cut(150, "ended");
    await both;
    expect(wire.cutUntil).to.be.a("number");
    const during = await connect();
    await once(during, "close");
    expect(arrived).to.have.length(1);
    await until(() => wire.cutUntil === undefined);
    const after = await connect();
    await until(() => arrived.length === 2);
    expect(changes).to.deep.equal([true, false]);
    after.destroy();
  });

  it("cut in silence: nothing passes, the connections stand until the line is whole", async () => {
    const near = await connect();
    await until(() => arrived.length === 1);
    let got = 0;
    arrived[0]?.on("data", ({ length }: Buffer) => {
      got += length;
    });
    wire.cut(200, "silent");
    near.write("lost");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([got, near.destroyed, arrived[0]?.destroyed]).to.deep.equal([0, false, false]);
    await Promise.all([once(near, "close"), once(arrived[0] as net.Socket, "close")]);
    expect([got, wire.cutUntil]).to.deep.equal([0, undefined]);
  });

  it("a cut during a cut takes its place", () => {
    wire.cut(60_000, "ended");
    wire.cut(120_000, "silent");
    expect((wire.cutUntil ?? 0) - Date.now()).to.be.within(100_000, 120_000);
    expect(changes).to.deep.equal([true, true]);
  });
});
