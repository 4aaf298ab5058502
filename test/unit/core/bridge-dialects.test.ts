import { expect } from "chai";
import { elements } from "../../../codecs/q931/element.ts";
import { facility } from "../../../codecs/q931/ie/facility.ts";
import { toHex } from "../../../codecs/shape.ts";
import type { DialectName } from "../../../src/completion/dialects.ts";
import { dialects } from "../../../src/completion/dialects.ts";
import type { End } from "./network.ts";
import { componentsOf } from "./network.ts";
import type { Far } from "./three-cores.ts";
import { fromEast, fromWest, ThreeCores, toEast, toWest } from "./three-cores.ts";

const names = Object.keys(dialects) as DialectName[];

/** By hand: what each make writes (systems 7.1; CC 8 for libpri). */
const writes: Readonly<Record<DialectName, { global: boolean; profile: number }>> = {
  "generic-iso": { global: false, profile: 0x9f },
  "cisco-cucm": { global: false, profile: 0x9f },
  "avaya-cm": { global: false, profile: 0x9f },
  "mitel-3300": { global: false, profile: 0x9f },
  "nec-neax": { global: false, profile: 0x9f },
  libpri: { global: false, profile: 0x9f },
  "siemens-hicom": { global: false, profile: 0x9f },
  "ecma-legacy": { global: true, profile: 0x91 },
};

/** By hand: what keeps a request of the one from going to the other as it came; undefined where nothing does. */
function difference(east: DialectName, west: DialectName): string | undefined {
  const asksToKeep = east === "cisco-cucm" || east === "libpri";
  if (asksToKeep && west === "avaya-cm") return "bridged: east wants the connection kept, west releases it";
  if (writes[east].global === writes[west].global) return undefined;
  const [one, other] = writes[east].global ? ["OBJECT IDENTIFIERs", "integers"] : ["integers", "OBJECT IDENTIFIERs"];
  return `bridged: east writes operations as ${one}, west as ${other}`;
}

/** What this end wrote of call completion that the peer's make does not write. */
function strange(network: ThreeCores, by: End, peer: DialectName): string[] {
  const { global, profile } = writes[peer];
  return network.services(by).flatMap(({ message }) => {
    const codes = componentsOf(message).flatMap((each) => (each.component === "invoke" ? [each.code] : []));
    const wrong = codes.filter((code) => (typeof code === "string") !== global).map(String);
    const octets = elements(message, facility).map(({ octets: [, , octet] }) => octet);
    return [...wrong, ...octets.filter((octet) => octet !== profile).map(String)];
  });
}

/** The whole service between the two; what was said on the way, and the network after it. */
function callBack(east: Far, west: Far): { readonly screens: (string | undefined)[]; readonly network: ThreeCores } {
  const network = new ThreeCores(east, west);
  network.callBusy().ask();
  const activated = network.screen;
  network.bIsFree();
  const available = network.screen;
  network.answer(network.recall());
  return { screens: [activated, available, network.screen], network };
}

function decision(network: ThreeCores): string | undefined {
  return network.words("gateway").find((text) => text.startsWith("bridged"));
}

const whole = ["CallBack is activated on 2001", "2001 has become available", undefined];

describe("call back between any two dialects", () => {
  for (const east of names) {
    for (const west of names) {
      it(`${east} to ${west}`, () => {
        const { screens, network } = callBack({ dialect: east }, { dialect: west });
        expect(screens).to.deep.equal(whole);
        expect(network.left).to.deep.equal([]);
        expect(strange(network, toEast, east), "written to east").to.deep.equal([]);
        expect(strange(network, toWest, west), "written to west").to.deep.equal([]);
        expect(decision(network)).to.equal(difference(east, west));
        const ringouts = [fromEast, toWest].map(
          (end) => network.sent(end).filter((each) => each === "SETUP ccRingout").length,
        );
        expect(ringouts).to.deep.equal([1, 1]);
      });
    }
  }
});

describe("call back between any two ways with the connection", () => {
  const proposals = ["retain", "release", "none"] as const;
  const keeps = { known: { peer: { canRelease: false } } } as const;
  const releases = { known: { peer: { canRetain: false } } } as const;
  for (const proposal of proposals) {
    for (const [kind, known] of Object.entries({ either: {}, keeps, releases })) {
      for (const response of ["retain", "release"] as const) {
        const bridged =
          proposal === "retain" && kind === "releases"
            ? "bridged: east wants the connection kept, west releases it"
            : proposal === "release" && kind === "keeps"
              ? "bridged: east wants the connection released, west keeps it"
              : undefined;
        it(`${proposal} asked of one that can ${kind}, ${response} where it may choose`, () => {
          const { screens, network } = callBack(
            { dialect: "generic-iso", our: { connectionProposal: proposal } },
            { dialect: "generic-iso", our: { connectionResponse: response }, ...known },
          );
          expect(screens).to.deep.equal(whole);
          expect(network.left).to.deep.equal([]);
          expect(decision(network)).to.equal(bridged);
          const answer = network.sent(toEast).find((each) => each.endsWith("returnResult"));
          const kept = proposal === "retain" || (proposal === "none" && response === "retain");
          // A's demand is met on his side whatever B's side does (CC 5.2, R6).
          expect(answer).to.equal(kept ? "CONNECT returnResult" : "RELEASE returnResult");
        });
      }
    }
  }

  it("a relayed service passes octet for octet", () => {
    const { network } = callBack({ dialect: "libpri" }, { dialect: "libpri" });
    for (const [came, went] of [
      [fromEast, toWest],
      [fromWest, toEast],
    ] as const) {
      // Both sides clear at CONNECT, and the relay answers each of the crossing RELEASEs itself (R1, R11).
      const facilities = (by: End) =>
        network
          .services(by)
          .filter(({ message }) => message.message !== "RELEASE")
          .flatMap(({ message }) => elements(message, facility).map(({ octets }) => toHex(octets)));
      expect(facilities(came)).to.have.length(2);
      expect(facilities(went)).to.deep.equal(facilities(came));
    }
  });
});
