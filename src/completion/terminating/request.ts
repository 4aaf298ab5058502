import type { TerminatingContext, TerminatingRow, TerminatingTable } from "../terminating.ts";
import {
  acceptReleased,
  acceptRetained,
  become,
  countFromNow,
  look,
  proceed,
  refuse,
  refuseRingout,
  release,
  start,
  stop,
  watch,
} from "./actions.ts";
import type { RequestEvent } from "./shared.ts";

/** A request for what no service is running yet. */
function firstRequest(_c: TerminatingContext, e: RequestEvent): TerminatingRow {
  return e.refusal === undefined
    ? { to: "Requested", do: [stop("T_RETENTION"), become(e.kind), proceed, watch, start("T_RESPONSE")] } // CC 5.4, F1
    : { to: "Idle", do: [refuse(e.refusal)] }; // CC 5.4, F9, S-11, S-12
}

/** From the call that failed to the answer to the request. */
export const request = {
  Idle: {
    callOffered: { to: "Kept", do: [] }, // R8
    request: firstRequest, // CC 5.4
    otherwise: "ignore",
  },
  Kept: {
    callAnswered: { to: "Idle", do: [] }, // R8
    callMoved: { to: "Idle", do: [] }, // R22
    callCleared: { to: "Kept", do: [start("T_RETENTION")] }, // R8
    request: firstRequest, // CC 5.4
    T_RETENTION: { to: "Idle", do: [] }, // CC 5.4
    operatorCancels: { to: "Idle", do: [] }, // ours
    otherwise: "ignore",
  },
  Requested: {
    lineSeen: (c, e) => {
      if (e.refusal !== undefined) return { to: "Idle", do: [refuse(e.refusal)] }; // CC 5.4, F5, F6, S-13
      const kind = e.byLine === undefined ? [] : [become(e.byLine)]; // R15
      const begin = [...kind, start("T2"), countFromNow, look];
      return c.retain
        ? { to: "Monitoring", do: [stop("T_RESPONSE"), acceptRetained, ...begin] } // CC 5.4, F1
        : { to: "Monitoring", do: [stop("T_RESPONSE"), acceptReleased, ...begin] }; // CC 5.4, F2
    },
    T_RESPONSE: { to: "Idle", do: [refuse("shortTermRejection")] }, // R9
    request: (_c, e) => ({ to: "Requested", do: [refuse(e.refusal ?? "shortTermRejection")] }), // CC 5.4, G13
    ccRingout: { to: "Requested", do: [refuseRingout("failureToMatch")] }, // CC 5.4: nothing was accepted yet
    ccPathReserve: { to: "Requested", do: [refuseRingout("failureToMatch")] }, // CC 5.4: nothing was accepted yet
    ccCancel: { to: "Idle", do: [release] }, // R9
    bDeleted: { to: "Idle", do: [refuse("longTermRejection")] }, // CC 5.4, F6
    operatorCancels: { to: "Idle", do: [refuse("shortTermRejection")] }, // ours
    connectionCleared: { to: "Idle", do: [] }, // CC 5.4, G5
    restored: { to: "Idle", do: [] }, // R26: its connection is gone, nobody waits for the answer
    otherwise: "ignore",
  },
} satisfies Pick<TerminatingTable, "Idle" | "Kept" | "Requested">;
