import { expect } from "chai";
import { bChannelElement, causeElement } from "../../../codecs/index.ts";
import type { LineDialog, LineReport } from "../../../src/lines/line.ts";
import type { UserPress } from "../../../src/users/screen.ts";
import { componentsOf, type End, Network, setup } from "./network.ts";

export const atWest: End = { core: "gateway", trunk: "west" };
export const atSouth: End = { core: "gateway", trunk: "south" };

/** `more`: YAML keys of both neighbours' callCompletion. */
function configuration(more: string): string {
  const neighbour = (name: string, numbers: string) => `
  ${name}: { numbers: ["${numbers}"], trunk: { type: demo }, lines: { type: demo }, phones: { type: demo },
             callCompletion: { mode: assisted, guard: "0s"${more} } }`;
  return `neighbours:${neighbour("west", "2xxx")}${neighbour("south", "3xxx")}\n`;
}

/** One gateway between two clusters that it serves itself: the test plays phones, lines and monitors (R15). */
export class OneCore extends Network {
  #calls = 0;

  constructor(more = "") {
    super({ gateway: configuration(more) }, []);
  }

  press(number: string, press: UserPress): this {
    this.give("gateway", { type: "user", user: `${clusterOf(number)}/${number}`, press });
    return this;
  }

  see(number: string, report: LineReport): this {
    this.line("gateway", `${clusterOf(number)}/${number}`, report);
    return this;
  }

  /** What happened to the call that a phone was asked to place last. */
  placedOk(ok: boolean): this {
    this.give("gateway", { type: "done", of: this.placed.at(-1)?.id ?? 0, ok });
    return this;
  }

  /** A calls B across the gateway; both numbers of the call at their trunks. */
  call(a: string, b: string): number {
    this.#calls += 1;
    this.cluster(clusterOf(a) === "west" ? atWest : atSouth, this.#calls, 0, "SETUP", setup(a, b));
    return this.#calls;
  }

  /** B's cluster, `south`, says that B is busy. */
  busyAt(at: number): this {
    this.cluster(atSouth, at, 1, "CALL PROCEEDING", [bChannelElement(30)]);
    this.cluster(atSouth, at, 1, "DISCONNECT", [causeElement(17)]);
    this.cluster(atSouth, at, 1, "RELEASE COMPLETE");
    this.cluster(atWest, at, 0, "RELEASE", [causeElement(17)]);
    return this;
  }

  screen(number: string): string | undefined {
    return this.screens.get(`gateway/${clusterOf(number)}/${number}`)?.at(-1)?.lines[0];
  }

  /** The requests, each as its side and state. */
  get states(): string[] {
    return this.requests("gateway").map(({ role, kind, state }) => `${role} ${kind} ${state}`);
  }

  /** Nothing of call completion crossed a trunk, and nothing is left. */
  expectClean(): void {
    expect(this.carried.flatMap(({ message }) => componentsOf(message))).to.deep.equal([]);
    expect(this.states).to.deep.equal([]);
    expect([...this.watched]).to.deep.equal([]);
  }
}

function clusterOf(number: string): "west" | "south" {
  return number.startsWith("2") ? "west" : "south";
}

export function dialog(
  id: string,
  direction: LineDialog["direction"],
  state: LineDialog["state"],
  remote: string,
): LineDialog {
  return { id, direction, state, remote };
}
