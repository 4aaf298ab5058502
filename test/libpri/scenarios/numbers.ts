import { expect } from "chai";
import { cluster } from "../gateway-under-test.ts";
import type { Scenario } from "../scenario.ts";
import * as gatewayAsks from "./steps-gateway-asks.ts";
import { type Answer, answers, proposalFor } from "./steps-gateway-asks.ts";
import * as libpriAsks from "./steps-libpri-asks.ts";
import { dora, retention } from "./steps-libpri-asks.ts";
import { carries, firstArgument, wireOf } from "../wire.ts";

const { anna } = cluster;

const privateNumber = (typeOfNumber: string, digits: string) => ({
  privatePartyNumber: { privateTypeOfNumber: typeOfNumber, privateNumberDigits: digits },
});

/** What libpri makes of its subscriberNumber in a request: type 4 becomes 0 (CC 1.6 [RUN]). */
const unknownPublicNumber = { publicPartyNumber: { publicTypeOfNumber: "unknown", publicNumberDigits: dora } };

export const scenarios: readonly Scenario[] = [
  ...answers.flatMap((answer) => [
    gatewayCalls(answer, "restricted-number", {
      phone: { restricted: true },
      asked: { presentationRestrictedAddress: privateNumber("unknown", anna) },
    }),
    gatewayCalls(answer, "local-number", {
      phone: { typeOfNumber: 4 },
      asked: { presentationAllowedAddress: privateNumber("localNumber", anna) },
    }),
    libpriCalls(answer, "restricted-number", {
      options: ["presentation=0x20"],
      shown: "",
      asked: { presentationRestrictedAddress: privateNumber("unknown", dora) },
    }),
  ]),
  libpriCalls("retained", "subscriber-number", {
    options: ["plan=0x41", "called-plan=0x41"],
    shown: dora,
    asked: { presentationAllowedAddress: unknownPublicNumber },
  }),
  {
    name: "asked-subscriber-number-released",
    libpri: [retention("released")],
    async run(live) {
      const { libpri } = live;
      await libpriAsks.requested(live, "plan=0x41", "called-plan=0x41");
      live.gateway.act(anna, { action: "hangup" });
      // It tells of nothing then.
      await carries(live.libpri, "> SETUP ccExecPossible");
      const { fullArg } = firstArgument(wireOf(libpri.frames), "ccExecPossible") as { readonly fullArg: object };
      expect(fullArg).to.deep.include({ numberA: unknownPublicNumber });
    },
    // libpri does not find its own record by the number it asked with, and the service is over (README of the peer).
    wire: [
      ...libpriAsks.busyCallWire,
      ...libpriAsks.acceptedWire("released"),
      "> SETUP ccExecPossible",
      "< RELEASE COMPLETE 16 ccCancel",
    ],
  },
  {
    name: "asked-no-number",
    libpri: [retention("released")],
    async run(live) {
      const { gateway, libpri } = live;
      await libpriAsks.annaTalks(live);
      const { call } = await libpri.command("call", "-", anna, 1);
      const { cc } = await libpri.event("cc-available", { where: (record) => record.call === call });
      await libpri.event("hangup-ack", { where: (hangup) => hangup.call === call });
      await libpriAsks.accepted(live, cc);
      await libpriAsks.annaIsFree(live, cc);
      const recall = await libpriAsks.recalled(live, cc);
      expect(gateway.phone(anna).far?.number).to.equal("");
      await libpriAsks.answered(live, recall.call);
      expect(firstArgument(wireOf(libpri.frames), "ccbsRequest")).to.deep.include({
        numberA: { numberNotAvailableDueToInterworking: null },
        retainSigConnection: true,
      });
    },
    wire: [
      ...libpriAsks.busyCallWire,
      ...libpriAsks.acceptedWire("retained"),
      ...libpriAsks.freeWire.retained,
      ...libpriAsks.recallWire,
    ],
  },
];

/** `asked`: Anna's number in the request that the gateway sends, as her SETUP gave it. */
function gatewayCalls(
  answer: Answer,
  name: string,
  {
    phone,
    asked,
  }: { readonly phone: { readonly restricted?: boolean; readonly typeOfNumber?: number }; readonly asked: object },
): Scenario {
  const { requested, available, recalled, answered, busyCallWire, acceptedWire, freeWire, recallWire } = gatewayAsks;
  return {
    name: `asks-${name}-${answer}`,
    gateway: { our: { connectionProposal: proposalFor[answer] }, anna: phone },
    async run(live) {
      const { cc } = await requested(live);
      await available(live, cc);
      const { call } = await recalled(live);
      await answered(live, call);
      const messages = wireOf(live.libpri.frames);
      expect(firstArgument(messages, "ccbsRequest")).to.deep.include({ numberA: asked });
      if (answer === "retained") return;
      // libpri says unknown whatever it was asked with (CC 1.6 [RUN]): it must match all the same.
      const { fullArg } = firstArgument(messages, "ccExecPossible") as { readonly fullArg: object };
      expect(fullArg).to.deep.include({ numberA: privateNumber("unknown", anna) });
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...freeWire[answer], ...recallWire],
  };
}

/** `options` of libpri's call; `shown`: Dora's number on Anna's phone; `asked`: Dora's number in libpri's request. */
function libpriCalls(
  answer: Answer,
  name: string,
  { options, shown, asked }: { readonly options: string[]; readonly shown: string; readonly asked: object },
): Scenario {
  const { requested, annaIsFree, recalled, answered, busyCallWire, acceptedWire, freeWire, recallWire } = libpriAsks;
  return {
    name: `asked-${name}-${answer}`,
    libpri: [retention(answer)],
    async run(live) {
      const { cc } = await requested(live, ...options);
      await annaIsFree(live, cc);
      const { call } = await recalled(live, cc);
      expect(live.gateway.phone(anna).far?.number).to.equal(shown);
      await answered(live, call);
      const request = firstArgument(wireOf(live.libpri.frames), "ccbsRequest");
      expect(request).to.deep.include({ numberA: asked });
    },
    wire: [...busyCallWire, ...acceptedWire(answer), ...freeWire[answer], ...recallWire],
  };
}
