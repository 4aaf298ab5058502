import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { PhoneAdapter, TrunkAdapter } from "../../../gateway/adapter.ts";
import { loadConfig } from "../../../gateway/config/load.ts";
import type { GatewayConfig } from "../../../gateway/config/gateway-config.ts";
import { type Gateway, startGateway } from "../../../gateway/gateway.ts";
import { noLog } from "../../../gateway/log.ts";
import { type Registry, registry } from "../../../gateway/registry.ts";
import { memoryStore } from "../../../gateway/store/memory.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { Input, Output } from "../../../src/seam.ts";
import { FakeCore } from "./fake-core.ts";

function configured(text = "{ type: demo }"): GatewayConfig {
  const loaded = loadConfig(`
neighbours:
  east:
    numbers: [1xxx]
    trunk: ${text}
    callCompletion: { mode: assisted }
    lines: { type: demo }
    phones: { type: demo }
  west: { numbers: [2xxx], trunk: { type: lapd, listen: "127.0.0.1:0", side: network } }
`);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
}

/** Adapters that write down what they are asked. */
function stubs(asked: string[], broken = false): Registry {
  const note = (text: string) => {
    asked.push(text);
    if (broken) throw new Error("broken");
  };
  const trunk: TrunkAdapter = {
    open: (channel) => note(`open ${channel}`),
    send: (channel, pdu) => note(`send ${channel} ${pdu.octets[0]}`),
    close: (channel, reason) => note(`close ${channel} ${reason}`),
    stop: async () => void asked.push("stop trunk"),
  };
  const lines = {
    watch: (line: string) => note(`watch ${line}`),
    unwatch: (line: string) => note(`unwatch ${line}`),
    stop: async () => void asked.push("stop lines"),
  };
  const phones: PhoneAdapter = {
    notify: (id, user) => note(`notify ${id} ${user}`),
    placeCall: (id, user, to) => note(`placeCall ${id} ${user} ${to}`),
    stop: async () => void asked.push("stop phones"),
  };
  return {
    ...registry,
    trunks: { ...registry.trunks, demo: async () => trunk },
    lines: { demo: async () => lines },
    phones: { demo: async () => phones },
  };
}

const outputs = (neighbour: string): readonly Output[] => [
  { type: "open", id: 1, after: 0, trunk: neighbour, channel: "c1" },
  { type: "send", after: 0, trunk: neighbour, channel: "c1", pdu: { carrier: "qsig", octets: Uint8Array.of(5) } },
  { type: "close", after: 0, trunk: neighbour, channel: "c1", reason: "done" },
  { type: "watch", line: `${neighbour}/1001` },
  { type: "unwatch", line: `${neighbour}/1001` },
  { type: "notify", id: 2, after: 0, user: `${neighbour}/1001`, screen: null, sound: false },
  { type: "placeCall", id: 3, after: 0, user: `${neighbour}/1001`, to: "2001", request: "r1" },
];

describe("gateway", () => {
  const gateways: Gateway[] = [];
  afterEach(async () => {
    for (const gateway of gateways.splice(0)) await gateway.stop();
  });

  async function start(core: FakeCore, types: Registry, config = configured()): Promise<Gateway> {
    const gateway = await startGateway(config, { core, registry: types, seed: new Uint8Array(16) });
    gateways.push(gateway);
    return gateway;
  }
  const go: Input = { type: "store", state: "full" };
  const onGo = (answer: readonly Output[]) => new FakeCore((input) => (input === go ? answer : []));

  it("tells the core its configuration first, then what the store held", async () => {
    const record = { request: "r1", role: "originating", state: "Active" } as unknown as StoredRequest;
    const store = memoryStore();
    await store.commit([{ save: 1, request: "r1", record }]);
    const core = new FakeCore();
    const config = configured();
    const gateway = await start(core, { ...stubs([]), stores: { memory: async () => store } }, config);
    await gateway.ask(go);
    expect(core.inputs.slice(0, 2)).to.deep.equal([
      { type: "configure", config: config.core, seed: new Uint8Array(16) },
      { type: "restore", records: [record] },
    ]);
    expect(gateway.inspect.requests()).to.deep.equal([record]);
  });

  it("takes a seed of its own for every start", async () => {
    const seeds = await Promise.all(
      [1, 2].map(async () => {
        const core = new FakeCore();
        const gateway = await startGateway(configured(), { core, registry: stubs([]) });
        gateways.push(gateway);
        await gateway.ask(go);
        const [first] = core.inputs;
        return first?.type === "configure" ? [...first.seed].join() : "";
      }),
    );
    expect(seeds[0]?.split(",")).to.have.length(16);
    expect(seeds[0]).to.not.equal(seeds[1]);
  });

  it("hands every output to the adapter of its neighbour", async () => {
    const asked: string[] = [];
    const gateway = await start(onGo(outputs("east")), stubs(asked));
    await gateway.ask(go);
    expect(asked).to.deep.equal([
      "open c1",
      "send c1 5",
      "close c1 done",
      "watch east/1001",
      "unwatch east/1001",
      "notify 2 east/1001",
      "placeCall 3 east/1001 2001",
    ]);
  });

  const answers: readonly Input[] = [
    { type: "closed", trunk: "", channel: "c1", reason: "" },
    { type: "closed", trunk: "", channel: "c1", reason: "" },
    { type: "line", line: "east/1001", snapshot: "lost" },
    { type: "done", of: 2, ok: false },
    { type: "done", of: 3, ok: false },
  ];
  const shape = (input: Input) => ({ type: input.type, of: input.type === "done" ? [input.of, input.ok] : null });
  const cases: readonly (readonly [string, string, boolean, string])[] = [
    ["is absent", "nowhere", false, "the neighbour has no such adapter"],
    ["fails", "east", true, "the adapter failed"],
  ];
  for (const [name, neighbour, broken, reason] of cases) {
    it(`answers the core for an adapter that ${name}`, async () => {
      const core = onGo(outputs(neighbour));
      const gateway = await start(core, stubs([], broken));
      await gateway.ask(go);
      await gateway.ask({ type: "store", state: "ok" });
      const told = core.inputs.filter(({ type }) => type !== "configure" && type !== "restore" && type !== "store");
      expect(told.map(shape)).to.have.deep.members(answers.map(shape));
      const reasons = told.flatMap((input) => (input.type === "closed" || input.type === "done" ? [input.reason] : []));
      expect(new Set(reasons)).to.deep.equal(new Set([reason]));
    });
  }

  it("tells where its trunks listen and how their links stand", async () => {
    const entry = { at: 1, type: "transition", machine: "lapd", of: "west", event: "UA", from: "a", to: "b" } as const;
    const gateway = await start(onGo([{ type: "trace", entry }]), stubs([]));
    const [, west] = gateway.inspect.trunks();
    expect(west?.address).to.match(/^127\.0\.0\.1:\d+$/);
    expect(west).to.not.have.property("state");
    await gateway.ask(go);
    expect(gateway.inspect.trunks()).to.deep.equal([
      { trunk: "east", type: "demo" },
      {
        ...{ trunk: "west", type: "lapd", address: west?.address },
        ...{ state: "b", condition: "down", since: 1, isFlapping: false },
      },
    ]);
    expect(gateway.inspect.entries()).to.deep.equal([entry]);
  });

  it("stops every adapter, takes nothing more, and may be stopped twice", async () => {
    const asked: string[] = [];
    const core = new FakeCore();
    const gateway = await start(core, stubs(asked));
    await gateway.stop();
    gateway.post(go);
    await gateway.stop();
    expect(asked.slice(0, 3)).to.have.members(["stop trunk", "stop lines", "stop phones"]);
    expect(core.inputs).to.not.include(go);
  });

  it("that cannot start an adapter says why and leaves nothing open", async () => {
    const asked: string[] = [];
    const types: Registry = { ...stubs(asked), phones: { demo: () => Promise.reject(new Error("no phones today")) } };
    const failure = await startGateway(configured(), { core: new FakeCore(), registry: types }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(failure)).to.contain("no phones today");
    expect(asked).to.deep.equal(["stop trunk", "stop lines"]);
  });

  it("refuses a type of adapter that is not there", async () => {
    const failure = await startGateway(configured(), { core: new FakeCore() }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(failure)).to.contain("east: there is no adapter of type demo");
  });

  it("where it is fenced drops its adapters and stands by", async () => {
    const asked: string[] = [];
    const errors: string[] = [];
    const fenced = { ...memoryStore(), commit: async () => "fenced" as const };
    const record = { request: "r1", role: "originating", state: "Active" } as unknown as StoredRequest;
    const gateway = await startGateway(configured(), {
      core: onGo([{ type: "save", save: 1, request: "r1", record }]),
      registry: { ...stubs(asked), stores: { memory: async () => fenced } },
      log: { ...noLog, error: (text) => errors.push(text) },
    });
    gateways.push(gateway);
    await gateway.ask(go);
    while (errors.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).to.deep.equal(["stop trunk", "stop lines", "stop phones"]);
    expect(await gateway.ask(go)).to.deep.equal([]);
  });

  it("writes its capture to the end before stop resolves", async () => {
    const folder = await mkdtemp(join(tmpdir(), "qsig-gateway-"));
    const capture = join(folder, "a.pcapng");
    const frame = { at: 1, type: "pdu", trunk: "west", channel: "c", direction: "in", carrier: "lapd" } as const;
    const core = onGo([{ type: "trace", entry: { ...frame, octets: Uint8Array.of(0, 1, 0xde, 0xad) } }]);
    const gateway = await startGateway(configured(), { core, registry: stubs([]), capture });
    await gateway.ask(go);
    await gateway.stop();
    expect((await readFile(capture)).includes(Buffer.from([0, 1, 0xde, 0xad]))).to.equal(true);
    await rm(folder, { recursive: true });
  });
});
