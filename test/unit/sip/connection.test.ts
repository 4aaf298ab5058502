import net from "node:net";
import { expect } from "chai";
import { SipConnection } from "../../../gateway/sip/connection.ts";
import { sipLimits } from "../../../gateway/sip/limits.ts";
import { eventually } from "../../until.ts";

describe("a SIP connection", () => {
  const cleanup: (() => void)[] = [];
  afterEach(() => {
    for (const clean of cleanup.splice(0)) clean();
  });

  /** One of ours, what was written on its socket, write for write, and what came at the other end. */
  async function connected(limits: Partial<typeof sipLimits> = {}) {
    const came = { text: "" };
    const server = net.createServer((socket) => {
      socket.on("data", (chunk) => {
        came.text += chunk.toString("latin1");
      });
      socket.on("error", () => {});
      cleanup.push(() => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    cleanup.push(() => server.close());
    const socket = net.connect((server.address() as net.AddressInfo).port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const writes: string[] = [];
    const write = socket.write.bind(socket) as (text: string, encoding: "latin1") => boolean;
    Object.assign(socket, {
      write: (text: string) => {
        writes.push(text);
        return write(text, "latin1");
      },
    });
    const closed: string[] = [];
    const connection = new SipConnection(
      socket,
      { ...sipLimits, ...limits },
      { message: () => {}, flow: () => {}, closed: (reason) => void closed.push(reason), drained: () => undefined },
    );
    return { connection, writes, came, closed };
  }

  it("writes once what is sent in one turn", async () => {
    const { connection, writes, came } = await connected();
    expect(connection.send("one ")).to.equal(true);
    expect(connection.send("two\xff")).to.equal(true);
    await eventually(
      () => came.text === "one two\xff",
      () => came.text,
    );
    connection.send(" three");
    await eventually(
      () => came.text.endsWith("three"),
      () => came.text,
    );
    expect(writes).to.deep.equal(["one two\xff", " three"]);
  });

  it("sends it also where it is closed in the same turn, and stopped", async () => {
    for (const end of ["close", "stop"] as const) {
      const { connection, came, closed } = await connected();
      connection.send("the last");
      if (end === "close") connection.close("done");
      else await connection.stop();
      expect(connection.send("too late")).to.equal(false);
      await eventually(
        () => came.text === "the last",
        () => `${end}: ${came.text}`,
      );
      connection.close("once more");
      for (const clean of cleanup.splice(0)) clean();
      await eventually(
        () => closed.length === 1,
        () => `${end}: not closed`,
      );
    }
  });

  it("counts what waits for the end of the turn among limits.queuedOctets", async () => {
    const { connection } = await connected({ queuedOctets: 8 });
    expect(connection.send("12345678")).to.equal(true);
    expect(connection.send("9")).to.equal(false);
  });
});
