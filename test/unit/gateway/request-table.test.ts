import { expect } from "chai";
import { RequestTable } from "../../../gateway/request-table.ts";
import type { StoredRequest } from "../../../src/completion/record.ts";

const record = (more: object) => more as unknown as StoredRequest;

describe("the table of requests", () => {
  it("finds them by user, oldest first, and forgets those that end", () => {
    const table = new RequestTable();
    table.set("r1", record({ request: "r1", role: "originating", user: "west/1001", to: "2001" }));
    table.set("r2", record({ request: "r2", role: "terminating", line: "west/1001" }));
    table.set("r3", record({ request: "r3", role: "originating", user: "west/1001", to: "2002" }));
    table.set("r1", record({ request: "r1", role: "originating", user: "west/1001", to: "2001", state: "Active" }));
    expect(table.of("west/1001").map(({ request }) => request)).to.deep.equal(["r1", "r3"]);
    expect(table.of("west/1001")[0]?.state).to.equal("Active");
    expect(table.of("west/1002")).to.deep.equal([]);
    for (const request of ["r1", "r2", "r3", "r9"]) table.set(request, null);
    expect([table.of("west/1001"), table.all.size]).to.deep.equal([[], 0]);
  });
});
