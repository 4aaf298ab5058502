import { expect } from "chai";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { promisify } from "node:util";
import { decode } from "../../../gateway/cli/decode.ts";
import { encode } from "../../../gateway/cli/encode.ts";
import { type Command, Failure, UsageError } from "../../../gateway/cli/command.ts";
import { pcapngHeader, pcapngPacket } from "../../../codecs/trace/pcapng-writer.ts";
import { root } from "../../root.ts";
import { octets } from "../trace/octets.ts";

const qsig = join(root, "dist/gateway/cli/main.js");
const setup = "08020002050402a8801801ac";
const release = "080280025a08028190";

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command in this process, with streams of its own. */
async function run(command: Command, args: readonly string[], input: string | readonly Uint8Array[]): Promise<Ended> {
  const out = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof out): Writable =>
    new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        out[name] += chunk.toString();
        setImmediate(done);
      },
    });
  const stdin = Readable.from(typeof input === "string" ? [Buffer.from(input)] : input);
  const [stdout, stderr] = [sink("stdout"), sink("stderr")];
  const io = {
    stdin,
    stdout,
    stderr,
    env: {},
    ending: () => new AbortController().signal,
  };
  const status = await command.run(args, io);
  await Promise.all([stdout, stderr].map((stream) => promisify(stream.end.bind(stream))()));
  return { status, ...out };
}

async function refusal(command: Command, args: readonly string[]): Promise<Error> {
  try {
    await run(command, args, "");
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was refused");
}

const rowsOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("qsig decode", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "qsig-decode-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const file = (name: string, contents: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, contents);
    return path;
  };

  it("prints one JSON object a line and ends with 0 where every message was read", async () => {
    const { status, stdout, stderr } = await run(decode, ["--json"], `${setup}\n${release}\n`);
    expect(rowsOf(stdout).map((row) => row["message"])).to.deep.equal(["SETUP", "RELEASE COMPLETE"]);
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: "" });
  });

  it("prints blocks for people, and a ladder", async () => {
    const blocks = await run(decode, [], setup);
    expect(blocks.stdout).to.contain("0  from a  SETUP  call 2\n   Bearer capability: none");
    const ladder = await run(decode, ["--ladder", "-"], setup);
    expect(ladder.stdout).to.equal("    0  a -> b  2       SETUP\n");
  });

  it("ends with 1 where any row has a problem, and prints every row", async () => {
    const { status, stdout, stderr } = await run(decode, ["--json"], `${setup}\n0802\nzz\n${release}\n`);
    expect(status).to.equal(1);
    expect(stderr).to.equal("");
    const problems = rowsOf(stdout).map((row) => (row["problems"] as { code: string }[]).map(({ code }) => code));
    expect(problems).to.deep.equal([[], ["badHeader"], ["notHex"], []]);
  });

  it("says that QSIG was assumed, which is a problem, unless it is told", async () => {
    const plain = "080280025a08028190";
    const assumed = await run(decode, ["--json"], plain);
    expect(assumed.status).to.equal(1);
    expect(rowsOf(assumed.stdout)[0]?.["problems"]).to.deep.equal([
      {
        code: "protocolAssumed",
        at: 0,
        text: "nothing in the file tells QSIG from DSS1; QSIG is assumed, --protocol says which",
      },
    ]);
    expect((await run(decode, ["--json", "--protocol", "qsig"], plain)).status).to.equal(0);
  });

  it("shows with --strict what is accepted beyond the standard, and only that", async () => {
    const withoutNumber = "08020001050402a8801801ac";
    const options = ["--from", "hex", "--protocol", "qsig"];
    expect((await run(decode, options, withoutNumber)).status).to.equal(0);
    expect((await run(decode, [...options, "--strict", "elementOrder,facilityAbsent"], withoutNumber)).status).to.equal(
      0,
    );
    for (const names of ["all", "elementOrder,calledNumberAbsent"]) {
      const { status, stdout } = await run(decode, [...options, "--strict", names], withoutNumber);
      expect(status, names).to.equal(1);
      expect(stdout, names).to.include("calledNumberAbsent");
    }
    const wrong = await run(decode, ["--strict", "elementOder"], "").catch((error: unknown) => error);
    expect(wrong).to.be.instanceOf(UsageError).with.property("message").that.includes("did you mean elementOrder?");
  });

  it("prints frames without a message with --all", async () => {
    const frames = `02017f\n00010000${setup}\n`;
    expect(rowsOf((await run(decode, ["--json"], frames)).stdout)).to.have.length(1);
    const all = rowsOf((await run(decode, ["--json", "--all"], frames)).stdout);
    expect(all.map((row) => [row["message"], row["frame"]])).to.deep.equal([
      [null, "SABME"],
      ["SETUP", undefined],
    ]);
  });

  it("reads what comes in pieces, and waits for a slow reader", async () => {
    const text = Buffer.from(`${setup}\n${release}\n`.repeat(2000));
    const pieces = Array.from({ length: Math.ceil(text.length / 1000) }, (_, at) =>
      text.subarray(at * 1000, (at + 1) * 1000),
    );
    const { status, stdout } = await run(decode, ["--json"], pieces);
    expect(status).to.equal(0);
    expect(rowsOf(stdout)).to.have.length(4000);
    expect(rowsOf(stdout).at(-1)?.["index"]).to.equal(3999);
  });

  const captures = { lapd: 203, mtp2: 140 } as const;
  const capture = (linkType: number): Uint8Array =>
    new Uint8Array(
      Buffer.concat([pcapngHeader([{ linkType }]), pcapngPacket({ time: 0, octets: octets(`00010000${setup}`) })]),
    );

  it("reads a file, and a capture by its magic number", async () => {
    const path = file("lapd.pcapng", capture(captures.lapd));
    const { status, stdout } = await run(decode, ["--json", path], "");
    expect(status).to.equal(0);
    expect(rowsOf(stdout)[0]).to.include({
      message: "SETUP",
      carrier: "lapd",
      time: "1970-01-01T00:00:00.000Z",
      from: "a",
    });
  });

  it("tells in one sentence what is wrong with a file, and what to do", async () => {
    const sentences = [
      [
        file("mtp2.pcapng", capture(captures.mtp2)),
        "in which qsig finds no QSIG: capture IP (1, 101), LAPD (203) or layer 3 (147)",
      ],
      [file("cut.pcapng", capture(captures.lapd).subarray(0, 70)), "ends in the middle of a packet"],
      [file("letter.txt", "Dear all,\n"), "none of the trace formats qsig knows: say which with --from, or"],
      [file("damaged.pcapng", Buffer.concat([capture(captures.lapd), Buffer.alloc(12)])), "is damaged at octet"],
    ] as const;
    for (const [path, sentence] of sentences) {
      const { status, stderr } = await run(decode, [path], "");
      expect(status, path).to.equal(1);
      expect(stderr)
        .to.match(/^qsig: [^\n]+\n$/)
        .and.contain(path)
        .and.contain(sentence);
    }
  });

  it("prints the rows before the fault of a file", async () => {
    const path = file("late.pcapng", Buffer.concat([capture(captures.lapd), Buffer.alloc(12)]));
    expect((await run(decode, ["--ladder", path], "")).stdout).to.contain("SETUP");
  });

  it("refuses files that are not there or cannot be read", async () => {
    const absent = await refusal(decode, [join(folder, "absent")]);
    expect(absent).to.be.instanceOf(Failure);
    expect(absent.message).to.match(/^cannot read .*absent: there is no such file$/);
    expect((await refusal(decode, [folder])).message).to.contain("it is a folder");
  });

  it("refuses wrong usage and says what is right", async () => {
    for (const [args, words] of [
      [["--from", "tape"], "--from is one of auto, pcap, misdn, pri, cisco"],
      [["--protocol", "ss7"], "--protocol is one of auto, qsig, dss1"],
      [["--json", "--ladder"], "not both"],
      [["a", "b"], "give one file"],
      [["--jsno"], "--jsno"],
    ] as const) {
      const error = await refusal(decode, args);
      expect(error).to.be.instanceOf(UsageError);
      expect(error.message).to.contain(words);
    }
  });

  it("follows a file that grows, and shows what is there though nothing tells its protocol yet", async () => {
    const path = file("growing.hex", `${release}\n`);
    const ending = new AbortController();
    const shown = new PassThrough();
    const lines: string[] = [];
    const next = async (): Promise<string> => {
      while (lines.length === 0)
        lines.push(
          ...String((await once(shown, "data"))[0])
            .trimEnd()
            .split("\n"),
        );
      return lines.shift() ?? "";
    };
    const io = {
      stdin: Readable.from([]),
      stdout: shown,
      stderr: new PassThrough(),
      env: {},
      ending: () => ending.signal,
    };
    const running = decode.run(["--ladder", "--follow", path], io);
    expect(await next()).to.contain("RELEASE COMPLETE");
    appendFileSync(path, setup);
    appendFileSync(path, "\n");
    expect(await next()).to.contain("SETUP");
    ending.abort();
    expect(await running).to.equal(1);
  });

  it("says that a followed file was cut short, and refuses to follow what is no file", async () => {
    const path = file("shrinking.hex", `${setup}\n`);
    const stdout = new PassThrough();
    const io = {
      stdin: Readable.from([]),
      stdout,
      stderr: new PassThrough(),
      env: {},
      ending: () => new AbortController().signal,
    };
    const running = decode.run(["--ladder", "--follow", path], io).catch((error: unknown) => error);
    await once(stdout, "data");
    writeFileSync(path, "");
    expect(await running).to.be.instanceOf(Failure);
    expect((await refusal(decode, ["--follow"])).message).to.contain("give the file");
    expect(await refusal(decode, ["--follow", join(folder, "absent")])).to.be.instanceOf(Failure);
    expect((await refusal(decode, ["--follow", folder])).message).to.contain("it is a folder");
  });

  it("finds nothing in nothing", async () => {
    expect(await run(decode, [], "")).to.deep.equal({ status: 0, stdout: "", stderr: "" });
  });
});

describe("qsig encode", () => {
  it("gives back what decode printed", async () => {
    const hex = `${setup}\n${release}\n9faa068001008201008b0100a10802010502011d0500\n`;
    const { stdout } = await run(decode, ["--json"], hex);
    expect(await run(encode, [], stdout)).to.deep.equal({ status: 0, stdout: hex, stderr: "" });
  });

  it("gives back octet for octet with --exact what is not canonical", async () => {
    const libpri = "1c1b9faa068001008201008b0100a20d02010230080201283003800101";
    const { stdout } = await run(decode, ["--json"], libpri);
    expect((await run(encode, ["--exact"], stdout)).stdout).to.equal(`${libpri}\n`);
    expect((await run(encode, [], stdout)).stdout).to.equal(`${libpri.replace(/01$/, "ff")}\n`);
  });

  it("names line, place and what is due where a line is wrong, and goes on", async () => {
    const good = (await run(decode, ["--json"], setup)).stdout;
    const input = `not json\n{"message":"SETUPP"}\n\n${good}[]`;
    const { status, stdout, stderr } = await run(encode, [], input);
    expect(status).to.equal(1);
    expect(stdout).to.equal(`${setup}\n`);
    const lines = stderr.trimEnd().split("\n");
    expect(lines).to.have.length(3);
    expect(lines[0]).to.equal("qsig: line 1: this is no JSON; give one whole object a line");
    expect(lines[1]).to.match(/^qsig: line 2: message must be one of "ALERTING"/);
    expect(lines[2]).to.match(/^qsig: line 5: here must be one JSON object/);
  });

  it("leaves out frames without a message", async () => {
    const { stdout } = await run(decode, ["--json", "--all"], `02017f\n00010000${setup}\n`);
    expect((await run(encode, [], stdout)).stdout).to.equal(`${setup}\n`);
  });
});

describe("qsig decode and encode as programs", () => {
  it("work in a pipe", async () => {
    const decoding = spawn(process.execPath, [qsig, "decode", "--json"], { stdio: ["pipe", "pipe", "inherit"] });
    const encoding = spawn(process.execPath, [qsig, "encode", "--exact", "-"], { stdio: ["pipe", "pipe", "inherit"] });
    decoding.stdout.pipe(encoding.stdin);
    decoding.stdin.end(`# two messages\n${setup}\n${release}\n`);
    let hex = "";
    encoding.stdout.on("data", (chunk: Buffer) => {
      hex += chunk.toString();
    });
    await Promise.all([once(decoding, "close"), once(encoding, "close")]);
    expect([decoding.exitCode, encoding.exitCode]).to.deep.equal([0, 0]);
    expect(hex).to.equal(`${setup}\n${release}\n`);
  });

  it("print a row as soon as its message has come", async () => {
    const decoding = spawn(process.execPath, [qsig, "decode", "--ladder"], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = new PassThrough();
    decoding.stdout.pipe(lines);
    decoding.stdin.write(`${setup}\n`);
    const [first] = (await once(lines, "data")) as [Buffer];
    expect(first.toString()).to.contain("SETUP");
    decoding.stdin.end();
    await once(decoding, "close");
  });

  it("end in silence where the reader goes away", async () => {
    const decoding = spawn(process.execPath, [qsig, "decode"], { stdio: ["pipe", "pipe", "pipe"] });
    let errors = "";
    decoding.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    decoding.stdin.on("error", () => undefined);
    decoding.stdout.once("data", () => decoding.stdout.destroy());
    decoding.stdin.end(`${setup}\n`.repeat(20_000));
    const [status] = (await once(decoding, "close")) as [number | null];
    expect({ status, errors }).to.deep.equal({ status: 0, errors: "" });
  });

  it("print their help", async () => {
    for (const name of ["decode", "encode"]) {
      const { stdout } = await promisify(execFile)(process.execPath, [qsig, name, "--help"]);
      expect(stdout).to.contain(`Usage: qsig ${name}`);
      for (const line of stdout.split("\n")) expect(line.length).to.be.at.most(80);
    }
  });
});
