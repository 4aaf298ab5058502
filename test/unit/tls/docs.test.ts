import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { loadConfig } from "../../../gateway/config/load.ts";
import { tlsFaults } from "../../../gateway/tls/faults.ts";
import { tlsLimits } from "../../../gateway/tls/limits.ts";
import { root } from "../../root.ts";
import { qsig } from "../gateway/terminal.ts";

describe("docs/tls.md", () => {
  const text = readFileSync(join(root, "docs/tls.md"), "utf8");

  it("has every refusal, in the words of the log, with what to do", () => {
    for (const [fault, { says, advice }] of Object.entries(tlsFaults)) {
      expect(text).to.include(`| \`${fault}\` | ${says} | ${advice} |\n`);
    }
  });

  it("has a lab whose commands do what they say", async () => {
    const commands = [...text.matchAll(/^qsig (.*)$/gm)].map(([, words = ""]) => words);
    expect(commands).to.have.length(5);
    const folder = mkdtempSync(join(tmpdir(), "qsig-lab-"));
    const here = process.cwd();
    process.chdir(folder);
    try {
      for (const command of commands) {
        const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
        expect(await qsig(args), command).to.include({ status: 0, stderr: "" });
      }
    } finally {
      process.chdir(here);
      rmSync(folder, { recursive: true });
    }
  });

  it("has an example that is a right configuration", () => {
    const [, example = ""] = /```yaml\n([^`]*)```/.exec(text) ?? [];
    const west = `  west: { numbers: ["1xxx"], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }\n`;
    const loaded = loadConfig(example + west);
    expect(loaded.ok ? [] : loaded.faults).to.deep.equal([]);
    if (loaded.ok) expect(loaded.config.core.neighbours[0]?.trunk).to.have.nested.property("tls.minVersion", "1.2");
  });

  it("says the limits as they are", () => {
    const { halfOpen, halfOpenOfSource, chainCertificates, certificateOctets, certificateValues, anchors } = tlsLimits;
    const said = text.slice(text.indexOf("## Limits")).replaceAll(/\s+/g, " ");
    expect(said).to.include(`has ${tlsLimits.handshakeMs / 1000} s; ${halfOpen} of them at once at a listener`);
    expect(said).to.include(
      `${halfOpenOfSource} from one address; a peer shows at most ${chainCertificates} certificates`,
    );
    expect(said).to.include(`of ${certificateOctets / 1024} KB and ${certificateValues} values each; ${anchors} trust`);
    expect(said).to.include(`${tlsLimits.crlOctets / 1024 / 1024} MB of revocation lists`);
  });
});
