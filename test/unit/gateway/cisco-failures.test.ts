import http from "node:http";
import net from "node:net";
import { expect } from "chai";
import { executeObject, pushedOctets } from "../../../gateway/phones/cisco/objects.ts";
import { push as pushTo, pushLimits } from "../../../gateway/phones/cisco/push.ts";
import { activatedScreen, availableScreen } from "../../../src/users/screens.ts";
import { CiscoRig } from "./cisco-rig.ts";

const atMs = Date.UTC(2026, 0, 2, 3, 4);

const item = (attributes: string) => `<CiscoIPPhoneResponse><ResponseItem ${attributes}/></CiscoIPPhoneResponse>`;

describe("phones cisco under attack and failure", () => {
  let rig: CiscoRig;
  beforeEach(() => {
    rig = new CiscoRig();
  });
  afterEach(() => rig.stop());

  describe("phones that fail", () => {
    async function reasonOf(
      answer: (response: http.ServerResponse) => void,
    ): Promise<{ text: string; pushes: number }> {
      const one = await rig.phone();
      await rig.start(one.address);
      one.answer = answer;
      const done = await rig.show(activatedScreen("2001"));
      expect(done).to.include({ type: "done", ok: false });
      expect(rig.context.warnings.join()).to.contain("phone ***01");
      return { text: done.type === "done" ? (done.reason ?? "") : "", pushes: one.pushes };
    }

    /** What the phone answers, what the reason says, and how often it was tried. */
    const answers = [
      ["error 1", '<CiscoIPPhoneError Number="1"/>', "error 1", 1],
      ["error 3", '<CiscoIPPhoneError Number="3"/>', "error 3", 3],
      ["error 4", '<CiscoIPPhoneError Number="4"/>', "user and password", 1],
      ["an item that failed", item('Status="6" URL=""'), "status 6", 3],
      ["no XML", "hello", "no XML", 3],
      ["an entity", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type", 3],
      ["another object", "<html/>", "html", 1],
    ] as const;
    for (const [name, body, text, tries] of answers) {
      it(`${name}: says so after ${tries === 1 ? "one try" : `${tries} tries`}`, async () => {
        const result = await reasonOf((response) => void response.end(body));
        expect(result.text).to.contain(text);
        expect(result.pushes).to.equal(tries);
      });
    }

    it("a push holds as many octets as phones take, and one more is refused before it is sent", async () => {
      const one = await rig.phone();
      const push = (url: string) => pushTo(one.address, [url], { scheme: "none" }, pushLimits);
      const fits = "x".repeat(pushedOctets - executeObject([""]).length);
      expect(await push(`Play:${fits.slice(5)}`)).to.include({ ok: true });
      expect(await push(`Play:${fits.slice(4)}`)).to.include({ ok: false });
      expect([one.pushes, one.faults.length]).to.deep.equal([1, 0]);
    });

    it("a sound that was not played leaves the screen there", async () => {
      const one = await rig.phone();
      await rig.start(one.address);
      one.answer = (response) => void response.end(item('Status="1" URL="Play:CallBack.raw"'));
      expect(await rig.show(activatedScreen("2001"), true)).to.include({ ok: true });
      expect(rig.context.warnings.join()).to.contain("CallBack.raw");
    });

    it("10 MB are read up to the limit only", async () => {
      let written = 0;
      const { text } = await reasonOf((response) => {
        const more = () => {
          while (written < 10_485_760 && !response.destroyed) {
            written += 65_536;
            if (!response.write(Buffer.alloc(65_536, 0x20))) return void response.once("drain", more);
          }
          response.end();
        };
        more();
      });
      expect(text).to.contain(String(pushLimits.answerOctets));
      expect(written).to.be.lessThan(10_485_760);
    });

    it("one that never answers is given up after its tries, with the reason", async () => {
      const { text, pushes } = await reasonOf(() => {});
      expect(text).to.contain("no answer in 500 ms), tried 3 times");
      expect(pushes).to.equal(3);
    });

    it("one that is gone is tried again, and found when it is back", async () => {
      const one = await rig.phone();
      await rig.start(one.address);
      let failures = 0;
      one.answer = (response) => {
        failures += 1;
        if (failures === 2) one.answer = undefined;
        response.destroy();
      };
      expect(await rig.show(activatedScreen("2001"))).to.include({ ok: true });
      expect(one.pushes).to.equal(3);
    });

    it("a newer screen does not wait behind the tries of an older one", async () => {
      const one = await rig.phone();
      await rig.start(one.address);
      one.answer = (response) => response.destroy();
      rig.adapter.notify(1, "west/1001", activatedScreen("2001"), false);
      await one.until(({ pushes }) => pushes > 0).catch(() => {});
      one.answer = undefined;
      rig.adapter.notify(2, "west/1001", availableScreen("2001", atMs, 0), false);
      const all = [await rig.inbox.next(), await rig.inbox.next()];
      expect(all.map((input) => input.type === "done" && input.of)).to.have.members([1, 2]);
      await one.until(({ screen }) => screen?.lines[0] === "2001 has become available");
    });
  });

  describe("hostile requests", () => {
    const paths = [
      "/screens/../phones/callback",
      "/screens/%2e%2e/%2e%2e/etc/passwd",
      "/screens/AAAAAAAAAAAAAAAAAAAAAA",
      "/screens//dial",
      "/../../etc/passwd",
      "//evil.example/phones/menu",
      "/phones/menu/more/and/more",
      "/CallBack.raw/../x",
      "http://evil.example/phones/menu",
      "*",
    ];
    for (const path of paths) {
      it(`${path}: refused, and the log says so`, async () => {
        const one = await rig.phone();
        await rig.start(one.address);
        expect(await statusOf(rig.url, path)).to.be.within(400, 499);
        expect(rig.context.warnings).to.have.length(1);
        expect(rig.inbox.waiting).to.equal(0);
      });
    }

    it("takes nothing but GET, and ends clients that never finish a request", async () => {
      const one = await rig.phone();
      await rig.start(one.address);
      expect((await fetch(`${rig.url}/phones/menu`, { method: "POST", body: "x" })).status).to.equal(405);
      const { port } = new URL(rig.url);
      const slow = net.connect({ host: "127.0.0.1", port: Number(port) });
      slow.write("GET /phones/menu HTTP/1.1\r\nHost: a\r\nX-A: ");
      await new Promise((resolve) => slow.once("close", resolve).resume());
    });
  });
});

/** The raw target, as no client library would send it. */
function statusOf(base: string, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const request = http.request({ host: hostname, port, path: target, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
    request.end();
  });
}
