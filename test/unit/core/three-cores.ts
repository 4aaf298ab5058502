import { bChannelElement, causeElement } from "../../../codecs/index.ts";
import type { DialectName } from "../../../src/completion/dialects.ts";
import { dialect } from "../../../src/completion/dialects.ts";
import type { Config } from "../../../src/config.ts";
import type { LineReport, LineSnapshot } from "../../../src/lines/line.ts";
import type { Carried, End } from "./network.ts";
import { busy, idle, Network, setup } from "./network.ts";

/** How one of the two PBXs is set, and what the gateway is told of it. */
export interface Far {
  readonly dialect: DialectName;
  /** What it asks for and answers; as its dialect where absent. */
  readonly our?: Readonly<Record<string, string | boolean>>;
  /** Keys of the gateway's `callCompletion` for it. */
  readonly known?: Readonly<Record<string, unknown>>;
}

/** The ends of the two wires at the gateway, and the trunks to the phones. */
export const toEast: End = { core: "gateway", trunk: "east" };
export const toWest: End = { core: "gateway", trunk: "west" };
const eastWire: End = { core: "east", trunk: "gateway" };
const westWire: End = { core: "west", trunk: "gateway" };
export const fromEast = eastWire;
export const fromWest = westWire;
const eastPhones: End = { core: "east", trunk: "phones" };
const westPhones: End = { core: "west", trunk: "phones" };

/** A PBX that speaks as its dialect does: it asks, answers and writes as that make. */
function pbx(own: string, others: string, { dialect: name, our }: Far): string {
  const { our: asks, peer } = dialect(name);
  const trunk = {
    mode: "native",
    our: {
      connectionProposal: asks.connectionProposal,
      connectionResponse: asks.connectionResponse,
      t1: `${peer.t1Ms / 1000}s`,
      retainService: asks.retainService,
      ...our,
    },
    peer: { opCoding: peer.opCoding, profile: `0x${peer.profile.toString(16)}`, boolean: `0x${hex(peer.trueOctet)}` },
  };
  const phones = { mode: "assisted", guard: "0s" };
  return `
gateway: { name: pbx }
neighbours:
  phones: { numbers: ["${own}"], trunk: { type: demo }, media: external, lines: { type: demo }, phones: { type: demo },
            callCompletion: ${JSON.stringify(phones)} }
  gateway: { numbers: ["${others}"], trunk: { type: demo }, media: external, callCompletion: ${JSON.stringify(trunk)} }
`;
}

function hex(octet: number): string {
  return octet.toString(16).padStart(2, "0");
}

function gateway(east: Far, west: Far): string {
  const completion = ({ dialect: name, known }: Far) => JSON.stringify({ mode: "native", dialect: name, ...known });
  return `
gateway: { name: gateway }
neighbours:
  east: { numbers: ["1xxx"], trunk: { type: demo }, media: external, callCompletion: ${completion(east)} }
  west: { numbers: ["2xxx"], trunk: { type: demo }, media: external, callCompletion: ${completion(west)} }
`;
}

/** User A is 1001 behind `east`, user B is 2001 behind `west`; the gateway stands between the two PBXs. */
export class ThreeCores extends Network {
  #calls = 0;
  /** A hides the number. */
  restricted = false;

  constructor(east: Far, west: Far, change?: (config: Config) => Config) {
    const configs = { east: pbx("1xxx", "2xxx", east), gateway: gateway(east, west), west: pbx("2xxx", "1xxx", west) };
    const wires = [
      [eastWire, toEast],
      [toWest, westWire],
    ] as const;
    super(configs, wires, change);
  }

  /** A calls B, who is busy. */
  callBusy(): this {
    const at = this.#call();
    this.cluster(westPhones, at, 1, "CALL PROCEEDING", [bChannelElement(30)]);
    this.cluster(westPhones, at, 1, "DISCONNECT", [causeElement(17)]);
    this.cluster(westPhones, at, 1, "RELEASE COMPLETE");
    this.cluster(eastPhones, at, 0, "RELEASE", [causeElement(17)]);
    return this;
  }

  /** A asks for call back; B's line is as `line` says. */
  ask(line: LineReport = busy): this {
    this.askOnly();
    this.line("west", "phones/2001", line);
    this.line("east", "phones/1001", idle);
    return this;
  }

  /** The monitor says nothing of B's line. */
  askOnly(): this {
    this.give("east", { type: "user", user: "phones/1001", press: { key: "callBack" } });
    return this;
  }

  bIsFree(): this {
    this.line("west", "phones/2001", idle);
    this.pass(100);
    return this;
  }

  a(line: LineSnapshot): this {
    this.line("east", "phones/1001", line);
    return this;
  }

  press(key: "dial" | "cancel"): this {
    this.give("east", { type: "user", user: "phones/1001", press: { key } });
    return this;
  }

  /** A has pressed Dial: the phone places the call. Its number at both PBXs' phones. */
  recall(): number {
    this.press("dial");
    return this.#call();
  }

  answer(at: number): this {
    this.cluster(westPhones, at, 1, "ALERTING", [bChannelElement(30)]);
    this.cluster(westPhones, at, 1, "CONNECT");
    this.pass(1000);
    return this;
  }

  busyAgain(at: number): this {
    this.cluster(westPhones, at, 1, "CALL PROCEEDING", [bChannelElement(30)]);
    this.cluster(westPhones, at, 1, "DISCONNECT", [causeElement(17)]);
    this.cluster(westPhones, at, 1, "RELEASE COMPLETE");
    this.cluster(eastPhones, at, 0, "RELEASE", [causeElement(17)]);
    this.pass(100);
    return this;
  }

  /** What A's phone shows now. */
  get screen(): string | undefined {
    return this.screens.get("east/phones/1001")?.at(-1)?.lines[0];
  }

  /** Requests that any of the three cores still holds. */
  get left(): string[] {
    return ["east", "gateway", "west"].flatMap((core) =>
      this.requests(core).map(({ role, state }) => `${core} ${role} ${state}`),
    );
  }

  /** Messages of call completion that this end sent. */
  services(by: End): Carried[] {
    return this.carried.filter((each) => each.by.core === by.core && each.by.trunk === by.trunk);
  }

  #call(): number {
    this.#calls += 1;
    this.cluster(eastPhones, this.#calls, 0, "SETUP", setup("1001", "2001", this.restricted ? 1 : 0));
    return this.#calls;
  }
}
