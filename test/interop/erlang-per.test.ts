import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { expect } from "chai";
import fc from "fast-check";
import { parseModule } from "../../asn1/tool/parser.ts";
import { DecodeError } from "../../codecs/error.ts";
import * as messages from "../../codecs/generated/h323-messages.ts";
import { decodePer, encodePer, type PerType } from "../../codecs/per/index.ts";
import { fromHex, toHex } from "../../codecs/shape.ts";
import { requirePeer } from "../peers/require.ts";
import { root } from "../root.ts";
import { modules } from "../unit/asn1/sources.ts";
import { valuesOf } from "../unit/per/values.ts";
import { Terms } from "./erlang-terms.ts";

/** Random values of each type, each way. */
const count = Number(process.env["ERLANG_VALUES"] ?? 40);

const source = modules.find(({ file }) => file === "H323-MESSAGES.asn") ?? expect.fail("no module of H.225.0");
const module = parseModule(source.file, source.text);
const terms = new Terms([module]);
const types = new Map(Object.entries(messages) as [string, PerType<unknown>][]);
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe("Erlang's PER compiler", function () {
  this.timeout(600_000);
  let folder: string | undefined;
  let erlang: ChildProcessWithoutNullStreams | undefined;
  let lines: Interface | undefined;
  let closed: Promise<unknown> | undefined;

  before(async function () {
    requirePeer(this, "erlang");
    folder = mkdtempSync(join(tmpdir(), "erlang-per-"));
    erlang = spawn("escript", [join(root, "test/interop/per-crossing.escript"), folder, join(root, source.path)]);
    lines = createInterface({ input: erlang.stdout });
    closed = new Promise((resolve) => erlang?.once("close", resolve));
    expect(await answers(1), "compiles the same file").to.deep.equal(["ready"]);
  });

  after(async () => {
    erlang?.stdin.end();
    await closed;
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  async function answers(wanted: number): Promise<readonly string[]> {
    const got: string[] = [];
    return new Promise((resolve, reject) => {
      const take = (line: string): void => {
        got.push(line);
        if (got.length < wanted) return;
        lines?.off("line", take);
        resolve(got);
      };
      lines?.on("line", take);
      void closed?.then(() => reject(new Error(`Erlang ended after ${got.length} of ${wanted} answers`)));
    });
  }

  async function ask(requests: readonly string[]): Promise<readonly string[]> {
    const answered = answers(requests.length);
    erlang?.stdin.write(requests.map((request) => `${request}.\n`).join(""));
    return answered;
  }

  const rows = module.types.flatMap(({ name, type }) => {
    const table = types.get(camelCase(name));
    return table === undefined ? [] : [{ name, node: type, table }];
  });

  it("is asked for every type but the placeholder", () => {
    expect(rows).to.have.length(module.types.length - 1);
  });

  for (const { name, node, table } of rows) {
    it(`${name}: ${count} values of ours decode to the same values there, and back to the same octets`, async () => {
      const values = fc.sample(valuesOf(table, "null"), { numRuns: count, seed: 3 });
      const octets = values.map((value) => toHex(encodePer(table, value)).toUpperCase());
      const requests = values.map((value, i) => `{cross,'${name}',"${octets[i]}",${terms.of(module, node, value)}}`);
      const said = await ask(requests);
      for (const [i, answer] of said.entries()) expect(answer, requests[i]).to.equal(`ok ${octets[i]}`);
    });

    it(`${name}: ${count} values of Erlang's give the same octets here`, async () => {
      for (const answer of await ask(Array.from({ length: count }, () => `{value,'${name}'}`))) {
        expect(answer).to.match(/^ok [0-9A-F]+$/);
        const value = decodePer(table, fromHex(answer.slice(3)) ?? expect.fail(answer));
        // Erlang takes a Placeholder of the root for the NULL that it is there.
        if (value instanceof DecodeError && value.code === "notRead") continue;
        if (value instanceof DecodeError) expect.fail(`${answer}: ${value.code} at ${value.offset}, ${value.path}`);
        expect(toHex(encodePer(table, value)).toUpperCase()).to.equal(answer.slice(3));
      }
    });
  }
});
