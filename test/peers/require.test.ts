import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "../root.ts";

/** A run of its own, on a machine that seems to have no tshark. */
describe("tests of a peer that is missing", () => {
  it("are skipped", () => {
    const { status, stats } = run({});
    expect(stats).to.include({ passes: 0, failures: 0 });
    expect(stats.pending).to.be.greaterThan(0);
    expect(status).to.equal(0);
  });

  it("fail under QSIG_PEERS=required, with what to do", () => {
    const { status, stats, failures } = run({ QSIG_PEERS: "required" });
    expect(stats).to.include({ passes: 0, failures: 1 });
    expect(failures[0]?.err.message).to.equal(
      "QSIG_PEERS=required, but tshark is missing: no tshark: apt-get install tshark",
    );
    expect(status).to.equal(1);
  });
});

interface Result {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly { readonly err: { readonly message: string } }[];
}

function run(environment: Readonly<Record<string, string>>): Result & { readonly status: number | null } {
  const mocha = join(root, "node_modules/mocha/bin/mocha.js");
  const test = join(root, "dist/test/peers/tshark.test.js");
  const { status, stdout } = spawnSync(
    process.execPath,
    [mocha, "--no-config", "--no-package", "--reporter", "json", test],
    { env: { PATH: "/nowhere", ...environment }, encoding: "utf8" },
  );
  return { status, ...(JSON.parse(stdout) as Result) };
}
