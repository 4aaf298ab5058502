import { expect } from "chai";
import { type Demo, startDemo } from "../../gateway/demo/demo.ts";
import type { PhoneView } from "../../src/pbx/phone.ts";
import { noLog } from "../../gateway/log.ts";
import { createPinx } from "../../src/pinx.ts";

const settings = { guard: "200ms", t309: "1s" };

describe("demo: two gateways, two clusters", function () {
  this.timeout(30_000);
  let demo: Demo;

  beforeEach(async () => {
    demo = await startDemo({ core: createPinx, host: "127.0.0.1", port: 0, log: noLog, settings });
  });

  afterEach(() => demo.stop());

  async function post(path: string, body: unknown = {}): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(new URL(path, demo.url), { method: "POST", headers, body: JSON.stringify(body) });
  }

  async function act(number: string, action: string, body: unknown = {}): Promise<void> {
    const response = await post(`/api/demo/phones/${number}/${action}`, body);
    if (!response.ok) throw new Error(await response.text());
  }

  async function phone(number: string): Promise<PhoneView> {
    const response = await fetch(new URL("/api/demo/phones", demo.url));
    const { phones } = (await response.json()) as { readonly phones: readonly PhoneView[] };
    const found = phones.find((view) => view.number === number);
    if (found === undefined) throw new Error(`no phone ${number}`);
    return found;
  }

  /** Waits until the phone is as described; fails with what it was last. */
  async function until(number: string, what: string, holds: (view: PhoneView) => boolean): Promise<PhoneView> {
    for (let tries = 0; ; tries++) {
      const view = await phone(number);
      if (holds(view)) return view;
      if (tries > 400) throw new Error(`${number} is never ${what}: ${JSON.stringify(view)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  const state = (number: string, wanted: string) => until(number, wanted, (view) => view.state === wanted);

  const screen = (number: string, kind: string) => until(number, kind, (view) => view.screen?.kind === kind);

  /** Waits until the west gateway has suspended its request. */
  async function suspended(): Promise<void> {
    while (demo.gateways.west.inspect.requests()[0]?.state !== "Suspended") {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async function talk(from: string, to: string): Promise<void> {
    await act(from, "dial", { to });
    await state(to, "ringing");
    await act(to, "answer");
    await state(from, "talking");
  }

  it("serves the page and each of its files", async () => {
    const page = await (await fetch(demo.url)).text();
    expect(page).to.include("qsig-gateway demo");
    const files = [...page.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(files).to.have.length(5);
    for (const path of files) expect((await fetch(new URL(path, demo.url))).status, path).to.equal(200);
  });

  it("carries a call from cluster to cluster and its end back", async () => {
    await talk("1001", "2001");
    expect((await phone("2001")).far).to.deep.equal({ number: "1001", name: "Anna Berg" });
    expect((await phone("1001")).far).to.deep.equal({ number: "2001", name: "Dora Lind" });
    await act("2001", "hangup");
    expect(await state("1001", "endedTone")).to.include({ cause: 16 });
  });

  it("tells the caller busy, no such number and no route apart", async () => {
    await act("2001", "offhook");
    await act("1001", "dial", { to: "2001" });
    await state("1001", "busyTone");
    await act("1001", "dial", { to: "2009" });
    expect(await state("1001", "reorderTone")).to.include({ cause: 1 });
    await act("1001", "dial", { to: "7777" });
    await until("1001", "told of no route", (view) => view.state === "reorderTone" && view.cause === 3);
  });

  it("calls back after no answer, once the called phone was used", async () => {
    await act("1001", "dial", { to: "2001" });
    await state("2001", "ringing");
    await act("1001", "callBack");
    await screen("1001", "activated");
    await act("1001", "hangup");
    await state("2001", "idle");
    await act("2001", "offhook");
    await act("2001", "onhook");
    expect(await screen("1001", "available")).to.include({ sound: true });
    await act("1001", "press", { key: "dial" });
    await state("2001", "ringing");
  });

  it("does not disturb a caller who is busy; tells when both are free", async () => {
    await talk("2002", "2001");
    await act("1001", "dial", { to: "2001" });
    await state("1001", "busyTone");
    await act("1001", "callBack");
    await screen("1001", "activated");
    await act("1001", "press", { key: "exit" });
    await talk("1001", "1002");
    await act("2001", "hangup");
    await suspended();
    expect(await phone("1001")).to.include({ state: "talking", screen: null, sound: false });
    await act("1001", "hangup");
    expect(await screen("1001", "available")).to.include({ sound: true });
  });

  it("a cut shorter than T309 leaves a conversation alone", async () => {
    await talk("1001", "2001");
    await post("/api/demo/cut", { ms: 300 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect([(await phone("1001")).state, (await phone("2001")).state]).to.deep.equal(["talking", "talking"]);
    await act("1001", "hangup");
    await state("2001", "endedTone");
  });

  it("a cut longer than T309 ends a conversation on both sides", async () => {
    await talk("1001", "2001");
    await post("/api/demo/cut", { ms: 4000 });
    await state("1001", "endedTone");
    await state("2001", "endedTone");
  });

  it("stops within two seconds, also while it is cut and a call stands", async () => {
    await talk("1001", "2001");
    await post("/api/demo/cut", { ms: 60_000 });
    const before = performance.now();
    await demo.stop();
    expect(performance.now() - before).to.be.below(2000);
  });
});
