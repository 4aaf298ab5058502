import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linuxLapdPacket } from "../../codecs/trace/link-types.ts";
import { pcapngHeader, pcapngPacket } from "../../codecs/trace/pcapng-writer.ts";
import { requirePeer } from "../peers/require.ts";
import { octets } from "../unit/trace/octets.ts";

describe("captures we write, read by tshark", () => {
  const folder = mkdtempSync(join(tmpdir(), "qsig-capture-"));
  after(() => rmSync(folder, { recursive: true }));

  it("have their interfaces, directions, times to the microsecond, and frames whole", function () {
    const tshark = requirePeer(this, "tshark");
    const file = join(folder, "capture.pcapng");
    const sabme = octets("02017f");
    const message = octets("080200015a");
    const parts = [
      pcapngHeader(
        [
          { linkType: 177, name: "west" },
          { linkType: 147, name: "east" },
        ],
        "a test of the writer",
      ),
      pcapngPacket({
        time: 1_700_000_000_000.001,
        direction: "sent",
        octets: linuxLapdPacket(sabme, "sent", "network"),
      }),
      pcapngPacket({
        time: 1_700_000_001_000,
        direction: "received",
        octets: linuxLapdPacket(sabme, "received", "network"),
      }),
      pcapngPacket({ time: 1_700_000_002_000.5, line: 1, octets: message }),
    ];
    writeFileSync(file, Buffer.concat(parts));
    const fields = [
      "frame.interface_name",
      "frame.packet_flags_direction",
      "frame.time_epoch",
      "frame.len",
      "lapd.tei",
    ];
    const printed = execFileSync(tshark, ["-r", file, "-T", "fields", ...fields.flatMap((field) => ["-e", field])], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const rows = printed
      .toString()
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => line.split("\t"));
    // 1 is inbound, 2 outbound.
    expect(rows.map((row) => row.map((cell) => (cell.startsWith("0x") ? String(Number(cell)) : cell)))).to.deep.equal([
      ["west", "2", "1700000000.000001000", "3", "0"],
      ["west", "1", "1700000001.000000000", "3", "0"],
      ["east", "", "1700000002.000500000", "5", ""],
    ]);
  });
});
