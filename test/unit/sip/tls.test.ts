import { expect } from "chai";
import net from "node:net";
import type { TlsConfig } from "../../../src/config.ts";
import { causeElement } from "../../../codecs/q931/index.ts";
import { Files, issue, issueAuthority } from "../tls/pki.ts";
import { config, setup } from "../trunk/sip-wire.ts";
import { eventually } from "../../until.ts";
import { TrunkHost } from "./trunk-host.ts";
import { freePort } from "../../free-port.ts";

describe("a sip trunk over TLS", () => {
  const files = new Files();
  const running: TrunkHost[] = [];
  after(() => files.remove());
  afterEach(() => Promise.all(running.splice(0).map((host) => host.stop())));

  /** Two trunks, each the other's server: east.example and west.example by one CA. */
  const pair = async (wishes: Partial<TlsConfig> = {}): Promise<readonly [TrunkHost, TrunkHost, number]> => {
    const ca = await issueAuthority("CA");
    const [east, west] = [await issue("east.example", ca), await issue("west.example", ca)];
    const [one, other] = [await freePort(), await freePort()];
    const start = async (own: number, peer: number, tls: TlsConfig): Promise<TrunkHost> => {
      const listen = { host: "127.0.0.1", port: own };
      const servers = [{ host: "127.0.0.1", port: peer }];
      const host = await TrunkHost.start({ ...config("cisco"), domain: "127.0.0.1", listen, servers, tls });
      running.push(host);
      return host;
    };
    const near = await start(
      one,
      other,
      files.config("east", east, [ca], { allowedNames: ["west.example"], ...wishes }),
    );
    const far = await start(other, one, files.config("west", west, [ca]));
    for (const host of [near, far]) host.begin();
    return [near, far, other];
  };

  it("is up when the server answers, and carries calls; Via and Contact say TLS", async () => {
    const [near, far] = await pair();
    for (const host of [near, far]) await host.event("linkUp");
    const leg = near.bench.machine.openLeg(near.bench) ?? expect.fail("no leg");
    near.send(leg, { message: "SETUP", ies: setup });
    const event = await far.event("setup");
    far.send("leg" in event ? event.leg : 0, { message: "DISCONNECT", ies: [causeElement(17)] });
    await near.event("DISCONNECT");
    const invite = near.crossed
      .map(({ octets }) => Buffer.from(octets).toString("latin1"))
      .find((text) => /^INVITE/.test(text));
    expect(invite)
      .to.match(/^Via: SIP\/2\.0\/TLS /m)
      .and.match(/^Contact: <sip:qsig@127\.0\.0\.1:\d+;transport=tls>/m);
  });

  it("is not up with a server of another name, and says so", async () => {
    const [near] = await pair({ allowedNames: ["other.example"] });
    await eventually(
      () => near.closed.length > 0,
      () => "nothing was closed",
    );
    expect(near.closed[0]).to.match(/west\.example/);
    expect(near.bench.machine.up).to.equal(false);
  });

  it("closes a connection that speaks plain SIP to its port", async () => {
    const [, , port] = await pair();
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.write("OPTIONS sip:gw SIP/2.0\r\nContent-Length: 0\r\n\r\n");
    socket.on("error", () => {});
    const text = await new Promise<string>((resolve) => {
      let all = "";
      socket.on("data", (chunk) => {
        all += chunk.toString("latin1");
      });
      socket.on("close", () => resolve(all));
    });
    expect(text).not.to.include("SIP/2.0");
  });
});
