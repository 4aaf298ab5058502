import { expect } from "chai";
import { DecodeError } from "../../../codecs/error.ts";
import { H323UserInformation } from "../../../codecs/generated/h323-messages.ts";
import { decodeH225 } from "../../../codecs/h225/index.ts";
import { encodePer } from "../../../codecs/per/index.ts";
import { causeElement } from "../../../codecs/q931/index.ts";
import type { MessageName } from "../../../codecs/q931/messages.ts";
import { bareRelease, mannerOf, type OuterCall, withoutTunnel, withTunnel } from "../../../src/trunk/h225-messages.ts";

const names = [
  ...(["CALL PROCEEDING", "ALERTING", "CONNECT", "PROGRESS", "FACILITY", "NOTIFY", "INFORMATION"] as const),
  ...(["DISCONNECT", "RELEASE", "RELEASE COMPLETE", "SETUP ACKNOWLEDGE"] as const),
] satisfies readonly MessageName[];
/** About where the lengths of the message, and of what is around it, need a second octet. */
const lengths = [1, 5, 119, 120, 121, 126, 127, 128, 300];

let calls = 0;
function callOf(multipleCalls: boolean): OuterCall {
  calls += 1;
  const octets = (first: number) => Uint8Array.from({ length: 16 }, (_, at) => (first + at * calls) & 0xff);
  const callReference = { value: calls, flag: 0, length: 2 } as const;
  const manner = mannerOf({ type: "h323", peers: [], multipleCalls });
  return { callReference, callIdentifier: octets(1), conferenceID: octets(2), manner };
}

/** What is written is what an encoder of the whole writes of what a decoder reads in it. */
function isCanonical(octets: Uint8Array, tunnelled: readonly Uint8Array[], { callIdentifier }: OuterCall): void {
  const read = decodeH225(octets);
  if (read instanceof DecodeError || read.userInformation === undefined) return expect.fail("cannot be read");
  expect(read.tunnelled?.messages ?? []).to.deep.equal(tunnelled);
  const userUser = read.message.ies.find(({ id }) => id === 0x7e)?.octets.subarray(4);
  expect(userUser).to.deep.equal(encodePer(H323UserInformation, read.userInformation));
  const [body] = Object.values(read.userInformation.h323UuPdu.h323MessageBody) as { callIdentifier?: unknown }[];
  expect(body?.callIdentifier).to.deep.equal({ guid: callIdentifier });
}

describe("outer messages by templates", () => {
  for (const multipleCalls of [false, true]) {
    for (const message of names) {
      it(`are those of the encoder: ${message}${multipleCalls ? ", several calls a connection" : ""}`, () => {
        const draft = { message, ies: [causeElement(16)] };
        for (const length of lengths) {
          const call = callOf(multipleCalls);
          const inner = new Uint8Array(length).fill(0x55);
          isCanonical(withTunnel(call, draft, inner), [inner], call);
        }
        const call = callOf(multipleCalls);
        const without = withoutTunnel(call, draft);
        if (without !== undefined) isCanonical(without, [], call);
        isCanonical(bareRelease(call, []), [], call);
      });
    }
  }
});
