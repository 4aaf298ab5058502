import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { commands } from "../../../gateway/cli/commands.ts";
import { numberPattern } from "../../../gateway/config/values.ts";
import { nearest } from "../../../gateway/nearest.ts";
import { qsig } from "./terminal.ts";

describe("qsig", () => {
  it("lists its commands under --help, and says the same as wrong usage where nothing is asked", async () => {
    const help = await qsig(["--help"]);
    expect(help).to.include({ status: 0, stderr: "" });
    for (const name of Object.keys(commands)) expect(help.stdout).to.contain(`\n  ${name} `);
    expect(await qsig([])).to.deep.equal({ status: 2, stdout: "", stderr: help.stdout });
  });

  it("fits every help into 80 columns", async () => {
    for (const args of [["--help"], ...Object.keys(commands).map((name) => [name, "--help"])]) {
      const { status, stdout } = await qsig(args);
      expect(status, args.join(" ")).to.equal(0);
      expect(stdout).to.match(/\bUsage: qsig /);
      expect(stdout.endsWith("\n")).to.equal(true);
      expect(stdout.split("\n").filter((line) => line.length > 80)).to.deep.equal([]);
    }
  });

  const wrong: readonly (readonly [readonly string[], string])[] = [
    [["chekc"], "qsig: there is no command chekc (did you mean check?); see qsig --help\n"],
    [["frobnicate"], "qsig: there is no command frobnicate; see qsig --help\n"],
    [["toString"], "qsig: there is no command toString; see qsig --help\n"],
    [["check"], "qsig: give one configuration file; see qsig check --help\n"],
    [["check", "a", "b"], "qsig: give one configuration file; see qsig check --help\n"],
    [["check", "--nope", "a"], "qsig: Unknown option '--nope'; see qsig check --help\n"],
    [["requests", "dance"], "qsig: requests cannot dance; see qsig requests --help\n"],
    [["requests", "show"], "qsig: give requests show ID; see qsig requests --help\n"],
    [["requests", "activate", "1"], "qsig: give requests activate A B; see qsig requests --help\n"],
    [["trunks", "west"], "qsig: trunks takes no operands; see qsig trunks --help\n"],
    [["start", "a.yaml"], "qsig: start takes no operands; give the file with --config; see qsig start --help\n"],
    [["start", "--port", "many"], "qsig: --port takes a number from 0 to 65535, not many; see qsig start --help\n"],
    [["start", "--port", "65536"], "qsig: --port takes a number from 0 to 65535, not 65536; see qsig start --help\n"],
    [
      ["start", "--log", "loud"],
      "qsig: the log level is error, warn, info, debug, trace, not loud; see qsig start --help\n",
    ],
  ];
  for (const [args, stderr] of wrong) {
    it(`refuses ${args.join(" ")} as wrong usage`, async () => {
      expect(await qsig(args)).to.deep.equal({ status: 2, stdout: "", stderr });
    });
  }

  it("says what to do where no gateway answers", async () => {
    const server = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as net.AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { status, stderr } = await qsig(["trunks"], { QSIG_URL: `http://127.0.0.1:${port}` });
    expect(status).to.equal(1);
    expect(stderr).to.match(
      /^qsig: no gateway answers at http:\/\/127\.0\.0\.1:\d+ \(.*ECONNREFUSED.*\); start one with /,
    );
    expect((await qsig(["trunks", "--url", "nonsense"])).stderr).to.contain("nonsense is no URL");
  });
});

describe("qsig check", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "qsig-check-"));
  });
  after(() => rm(folder, { recursive: true }));

  async function check(text: string, ...options: string[]) {
    const path = join(folder, "gw.yaml");
    await writeFile(path, text);
    const { status, stdout, stderr } = await qsig(["check", ...options, path]);
    return { status, stdout, stderr: stderr.replaceAll(path, "gw.yaml") };
  }

  const right = `
neighbours:
  east: { numbers: [1xxx, "49*"], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
  west:
    numbers: [2xxx, "1123"]
    trunk: { type: lapd, listen: "127.0.0.1:0", side: user }
    callCompletion: { dialect: cisco-cucm }
`;

  it("shows what runs: the file's settings, defaults marked, and where numbers go", async () => {
    const { status, stdout, stderr } = await check(right);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: "" });
    expect(stdout).to.contain('\nneighbours.east.numbers: ["1xxx", "49*"]\n');
    expect(stdout).to.match(/\nneighbours\.east\.callCompletion\.our\.ccbsT2: 1h +# default\n/);
    expect(stdout).to.match(/\nneighbours\.west\.callCompletion\.our\.t1: 10s +# dialect cisco-cucm \[MEM\]\n/);
    expect(stdout).to.contain("a call to 4912 goes to east (49*)\n");
    expect(stdout).to.contain("a call to 1123 goes to west, not to east (1xxx): another pattern is more exact\n");
  });

  it("shows how numbers are said on trunks with digit rules, and those that do not come back (R4)", async () => {
    const rules = `
    digits:
      out: [{ match: 2xxx, add: "0" }, { match: 49*, strip: 2, add: "00" }]
      in: [{ match: 02xxx, strip: 1 }]`;
    const { stdout } = await check(right.replace("\n  west:", `\n  west:${rules}`));
    expect(stdout).to.contain("2123 (2xxx) is said 02123 on the trunk of west\n");
    expect(stdout).to.contain("1123 (1xxx) is said 1123 on the trunk of west\n");
    expect(stdout).to.contain(
      "no call back for 49* over west: 4912 is said 0012 there and comes back as 0012; " +
        "give digits.in a rule that undoes digits.out\n",
    );
    expect(stdout.match(/no call back/g)).to.have.length(1);
  });

  it("explains each setting where it is asked to", async () => {
    const { stdout } = await check(right, "--help-keys");
    expect(stdout).to.match(/our\.t3: 20s +# dialect cisco-cucm \[MEM\] QSIG-CC-T3, Callback Recall: .* S-81\n/);
  });

  it("says of a setting that changes nothing that it does", async () => {
    const { status, stdout } = await check(
      right.replace("cisco-cucm }", "cisco-cucm, our: { noPathReservation: false } }"),
    );
    expect(status).to.equal(0);
    expect(stdout).to.contain(
      "our.noPathReservation of west: false changes nothing: no path is reserved for an assisted neighbour, ",
    );
  });

  it("prints every fault with its line and ends with 1", async () => {
    expect(await check("neighbours:\n  east: { numbres: [1xxx], trunk: { type: isdn } }\n")).to.deep.equal({
      status: 1,
      stdout: "",
      stderr:
        "gw.yaml:2: neighbours.east.numbres is no key; did you mean numbers?\n" +
        `gw.yaml:2: neighbours.east.numbers is missing; give a list of ${numberPattern.expects}\n` +
        'gw.yaml:2: neighbours.east.trunk.type must be lapd or h323 or iua or sip or demo, not "isdn"\n',
    });
  });

  it("says which file it cannot read", async () => {
    const { status, stderr } = await qsig(["check", join(folder, "none.yaml")]);
    expect(status).to.equal(1);
    expect(stderr).to.contain("qsig: cannot read the configuration ");
  });
});

describe("the nearest known name", () => {
  const known = ["listen", "connect", "side", "t309"];
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["lisen", "listen"],
    ["conenct", "connect"],
    ["SIDE", "side"],
    ["t30", "t309"],
    ["trunk", undefined],
    ["x".repeat(1000), undefined],
    ["", undefined],
  ];
  for (const [name, near] of rows) {
    it(`of ${name.slice(0, 10) || "nothing"} is ${near ?? "none"}`, () => expect(nearest(name, known)).to.equal(near));
  }
});
