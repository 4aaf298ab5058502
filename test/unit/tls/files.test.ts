import { once } from "node:events";
import type tls from "node:tls";
import { expect } from "chai";
import { createKey } from "../../../gateway/tls/issue.ts";
import { eventually, keyPair, short, TlsBench } from "./bench.ts";
import { day, issue, type Issued } from "./pki.ts";

describe("the files of TLS", function () {
  this.timeout(20_000);
  let bench: TlsBench;
  before(async () => {
    bench = await TlsBench.make();
  });
  afterEach(() => bench.clean());
  after(() => bench.files.remove());

  it("serve the new connections, and the old ones go on", async () => {
    const { end, events, taken, to } = await bench.listen();
    const before = bench.rawClient(to.port, keyPair(bench.east));
    await once(before, "secureConnect");
    await eventually(() => taken.length === 1);
    const renewed = await issue("west.example", bench.ca, {
      keyPem: createKey("ec"),
      notAfter: new Date(Date.now() + 900 * day),
    });
    // First the certificate: with the old key beside it the files do not fit, and the old ones stay.
    bench.files.write("west.pem", renewed.pem);
    await end.reload();
    expect(events.filter(({ type }) => type === "notReloaded")).to.have.length(1);
    bench.files.write("west.key", renewed.keyPem);
    await end.reload();
    expect(events.filter(({ type }) => type === "reloaded")).to.have.length(1);
    const behind = bench.rawClient(to.port, keyPair(bench.east));
    await once(behind, "secureConnect");
    expect(serial(behind)).to.equal(serialOf(renewed)).and.not.equal(serial(before));
    taken[0]?.socket.write("still here");
    const [octets] = (await once(before, "data")) as [Buffer];
    expect(octets.toString()).to.equal("still here");
  });

  it("are seen without a word from anybody", async () => {
    const { events } = await bench.listen(short({ watchMs: 20 }));
    bench.files.write("west.pem", `${bench.west.pem}\n`);
    await eventually(() => events.some(({ type }) => type === "reloaded"));
  });
});

function serial(socket: tls.TLSSocket): string {
  return socket.getPeerCertificate().serialNumber.toLowerCase();
}

function serialOf({ certificate }: Issued): string {
  return Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString("hex");
}
