import { expect } from "chai";
import { type Registry, registry } from "../../../gateway/registry.ts";
import type { Store } from "../../../gateway/store/store.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";
import type { Save } from "../../../src/seam.ts";

const record = (request: string, state: string) =>
  ({ request, role: "originating", state, numbers: { a: "2001", list: [1, null, true] } }) as unknown as StoredRequest;
const save = (number: number, request: string, state: string | null): Save => ({
  save: number,
  request,
  record: state === null ? null : record(request, state),
});
const byRequest = (records: readonly StoredRequest[]) => [...records].sort((a, b) => (a.request < b.request ? -1 : 1));

/** How each type of the registry is opened for the test, empty. A new type does not compile until it stands here. */
const open: { readonly [Type in keyof Registry["stores"]]: () => Promise<Store> } = {
  memory: () => registry.stores.memory({ type: "memory" }),
};

for (const [type, openEmpty] of Object.entries(open)) {
  describe(`store ${type} keeps the contract of stores`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await openEmpty();
    });
    afterEach(() => store.close());

    it("begins empty", async () => expect(await store.load()).to.deep.equal([]));

    it("holds what was committed, value for value", async () => {
      expect(await store.commit([save(1, "r1", "Active"), save(2, "r2", "Idle")])).to.equal("durable");
      expect(byRequest(await store.load())).to.deep.equal([record("r1", "Active"), record("r2", "Idle")]);
    });

    it("replaces, forgets, and does both in the order of the batch", async () => {
      await store.commit([save(1, "r1", "Requested"), save(2, "r2", "Active"), save(3, "r3", "Active")]);
      await store.commit([save(4, "r1", "Active"), save(5, "r2", null), save(6, "r3", null), save(7, "r3", "Recall")]);
      expect(byRequest(await store.load())).to.deep.equal([record("r1", "Active"), record("r3", "Recall")]);
    });

    it("forgets a request it never held without a fault", async () => {
      expect(await store.commit([save(1, "r9", null)])).to.equal("durable");
      expect(await store.load()).to.deep.equal([]);
    });

    it("takes the same batch twice, as after a commit whose answer was lost", async () => {
      const batch = [save(1, "r1", "Active"), save(2, "r2", null)];
      await store.commit(batch);
      expect(await store.commit(batch)).to.equal("durable");
      expect(await store.load()).to.deep.equal([record("r1", "Active")]);
    });

    it("keeps nothing of a batch that it cannot write", async () => {
      const endless: Record<string, unknown> = { request: "r2" };
      endless["self"] = endless;
      const batch = [save(1, "r1", "Active"), { save: 2, request: "r2", record: endless as unknown as StoredRequest }];
      const rejected = await store.commit(batch).then(
        () => false,
        () => true,
      );
      expect(rejected).to.equal(true);
      expect(await store.load()).to.deep.equal([]);
    });

    it("gives records of its own: changing one changes nothing in the store", async () => {
      await store.commit([save(1, "r1", "Active")]);
      for (const loaded of await store.load()) Object.assign(loaded, { state: "Idle" });
      expect(await store.load()).to.deep.equal([record("r1", "Active")]);
    });
  });
}
