import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { parseModule } from "../../asn1/tool/parser.ts";
import { DecodeError } from "../../codecs/error.ts";
import * as messages from "../../codecs/generated/h323-messages.ts";
import { decodePer, encodePer, type PerType } from "../../codecs/per/index.ts";
import { fromHex, toHex } from "../../codecs/shape.ts";
import { Ahead } from "../ahead.ts";
import { requirePeer } from "../peers/require.ts";
import { root } from "../root.ts";
import { modules } from "../unit/asn1/sources.ts";
import { valuesOf } from "../unit/per/values.ts";
import { valuesOfType as count, Erlang } from "./erlang-peer.ts";
import { Terms } from "./erlang-terms.ts";

const source = modules.find(({ file }) => file === "H323-MESSAGES.asn") ?? expect.fail("no module of H.225.0");
const module = parseModule(source.file, source.text);
const terms = new Terms([module]);
const types = new Map(Object.entries(messages) as [string, PerType<unknown>][]);
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe("Erlang's PER compiler", function () {
  this.timeout(600_000);
  let erlang: Erlang | undefined;
  /** Erlang works on one batch while the next is made. */
  const ahead = new Ahead(4);

  before(async function () {
    requirePeer(this, "erlang");
    erlang = await Erlang.start("per", [join(root, source.path)]);
  });
  after(async () => erlang?.end());

  const ask: Erlang["ask"] = async (requests, answers) => (erlang ?? expect.fail("no Erlang")).ask(requests, answers);

  const rows = module.types.flatMap(({ name, type }) => {
    const table = types.get(camelCase(name));
    return table === undefined ? [] : [{ name, node: type, table }];
  });

  it("is asked for every type but the placeholder", () => {
    expect(rows).to.have.length(module.types.length - 1);
  });

  for (const { name, node, table } of rows) {
    const ours = ahead.run(async () => {
      const values = fc.sample(valuesOf(table, "null"), { numRuns: count, seed: 3 });
      const rows = values.map((value) => {
        const hex = toHex(encodePer(table, value)).toUpperCase();
        return { request: `{cross,'${module.name}','${name}',"${hex}",${terms.of(module, node, value)}}`, hex };
      });
      // Of a small type many values are the same.
      const due = new Map(rows.map(({ request, hex }) => [request, hex]));
      const requests = [...due.keys()];
      const said = await ask(requests);
      for (const [i, answer] of said.entries()) {
        const wanted = `ok ${due.get(requests[i] ?? "")}`;
        if (answer !== wanted) expect(answer, requests[i]).to.equal(wanted);
      }
    });
    it(`${name}: ${count} values of ours decode to the same values there, and back to the same octets`, ours);

    const theirs = ahead.run(async () => {
      const said = await ask([`{value,'${module.name}','${name}',${count}}`], count);
      for (const answer of new Set(said)) {
        expect(answer).to.match(/^ok [0-9A-F]+$/);
        const value = decodePer(table, fromHex(answer.slice(3)) ?? expect.fail(answer));
        // Erlang takes a Placeholder of the root for the NULL that it is there.
        if (value instanceof DecodeError && value.code === "notRead") continue;
        if (value instanceof DecodeError) expect.fail(`${answer}: ${value.code} at ${value.offset}, ${value.path}`);
        expect(toHex(encodePer(table, value)).toUpperCase()).to.equal(answer.slice(3));
      }
    });
    it(`${name}: ${count} values of Erlang's give the same octets here`, theirs);
  }
});
