import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { MessageJson } from "../../../codecs/index.ts";
import {
  DecodeError,
  decodeMessage,
  facility,
  findAll,
  fromHex,
  messageFromJson,
  messageToJson,
  operations,
  toHex,
} from "../../../codecs/index.ts";
import { componentWords } from "../../../codecs/view/component-words.ts";
import { root } from "../../root.ts";
import { serviceMeanings } from "./services-meaning.ts";

const vectors = JSON.parse(readFileSync(join(root, "test/vectors/services.json"), "utf8")) as readonly {
  readonly name: string;
  readonly hex: string;
  readonly meaning: string;
}[];

/** Each element rides in a FACILITY message of its own. */
function messageOf(hex: string) {
  const message = decodeMessage(fromHex(`0802000162${hex}`) ?? expect.fail("not hex"));
  return message instanceof DecodeError ? expect.fail(message.code) : message;
}

function jsonOf(hex: string): MessageJson {
  return JSON.parse(JSON.stringify(messageToJson(messageOf(hex), { index: 0, carrier: "none" }))) as MessageJson;
}

describe("vectors of the supplementary services", () => {
  it("each has its meaning written down, and each meaning its vector", () => {
    expect(vectors.map(({ name }) => name)).to.have.members(
      Object.keys(serviceMeanings).map((name) => `service.${name}`),
    );
  });

  for (const { name, hex, meaning } of vectors) {
    const { apdu, words } = serviceMeanings[name.replace("service.", "")] ?? expect.fail(name);

    it(`${name} decodes to its component`, () => {
      const { apdus, problems } = jsonOf(hex);
      expect(apdus).to.deep.equal([apdu]);
      expect(problems).to.deep.equal([]);
    });

    it(`${name} encodes back from its value to the same octets`, () => {
      const { ies, ...rest } = jsonOf(hex);
      const values = ies.map(({ hex: _, ...ie }) => ie);
      const octets = messageFromJson({ ...rest, ies: values }, {});
      expect(octets instanceof Uint8Array ? toHex(octets) : octets.text).to.equal(`0802000162${hex}`);
    });

    it(`${name} is told as "${words}"`, () => {
      expect(meaning).to.equal(words);
      const told = findAll(messageOf(hex), facility).flatMap(({ components }) => components.map(componentWords));
      expect(told).to.deep.equal([words]);
    });
  }

  it("hold every operation of the modules they come from", () => {
    const shown = new Set(vectors.map(({ name }) => name.split(".")[1]));
    const missing = Object.keys(operations).filter((name) => !shown.has(name) && !name.startsWith("cc"));
    expect(missing).to.deep.equal(["callingName"]);
  });
});
