import { dialect, type DialectName, dialects, type Mark } from "../../src/completion/dialects.ts";
import { timers } from "../../src/completion/timers.ts";
import { group, list, optional, withDefault } from "./spec.ts";
import { boolean, choice, digits, duration, featureCode, fileName, integer, name, octet } from "./values.ts";

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/** Timers of call completion. No range of ECMA-186 is known to us: the bounds only keep slips of the pen out. */
const protectionTimer = duration(1 * seconds, 10 * minutes);
const serviceTimer = duration(1 * seconds, 24 * hours);

export const dialectNames = Object.keys(dialects) as DialectName[];

/** What the gateway does for, and assumes of, one neighbour. */
export function callCompletion(dialectName: DialectName) {
  return {
    mode: withDefault(choice(["native", "assisted", "none", "observe"]), "native", {
      help: "native: it has call completion; assisted: the gateway does it; none: refuses it; observe: reports only",
    }),
    enabled: withDefault(boolean, true, {
      help: "the Callback Enabled Flag: false refuses every request",
      serves: "S-76",
      mark: "[MEM]",
    }),
    audioFile: withDefault(fileName, "CallBack.raw", {
      help: "the Callback Audio Notification File Name, played with the screen",
      serves: "S-77",
    }),
    callingSearchSpace: list(name, {
      help: "Callback Calling Search Space: neighbours that call completion may reach from here; empty: all",
      serves: "S-82",
      required: false,
    }),
    untrusted: withDefault(boolean, false, {
      help: "restricted numbers of others are not told here: such requests keep their connection or are refused",
    }),
    dialect: withDefault(choice(dialectNames), "generic-iso", { help: "what make of PBX it is" }),
    our: group(our(dialectName)),
    peer: group(peer(dialectName)),
    queue: withDefault(choice(["parallel", "fifo"]), "parallel", {
      help: "who is told when a line is free: all that wait, or one after the other",
      serves: "S-42",
    }),
    busyTrigger: withDefault(integer(1, 16), 1, { help: "calls at a line from which on it is busy", serves: "S-60" }),
    countUnseenCalls: withDefault(boolean, false, {
      help: "a call at a line here of which only the end was seen counts as answered, though it may only have rung",
      serves: "S-28",
    }),
    ...lineTimers(),
    recallPrefix: optional(digits, {
      help: "put before B in a recall: a route in the cluster that ignores forwarding",
      serves: "S-50",
    }),
    onForwarded: withDefault(choice(["reach-forwarded", "fail"]), "reach-forwarded", {
      help: "without recallPrefix, where a line here forwards all calls or wants none: the recall follows, or fails",
      serves: "S-50",
    }),
    voicemailPilots: list(digits, {
      help: "numbers of voice mail here, as the trunk says them: a call that went there gets no call back",
      serves: "S-65",
      required: false,
    }),
    featureCodes: group(featureCodes()),
    dialByHand: withDefault(boolean, false, {
      help: "phones here cannot press Dial: the next call to B is the recall",
    }),
    onFault: withDefault(choice(["relay", "clear"]), "relay", {
      help: "what an error of this program in call completion does to the call it happens in: nothing, or end it",
    }),
  };
}

/** Timers of the lines here, and of the services of their users. */
function lineTimers() {
  return {
    retention: withDefault(protectionTimer, 60 * seconds, {
      help: "T_RETENTION: how long a failed call to a line here is kept, longer than any peer offers it",
    }),
    offer: withDefault(protectionTimer, 25 * seconds, {
      help: "T_OFFER: how long a user here may ask after the call failed, shorter than peers keep it",
    }),
    guard: withDefault(duration(0, 1 * minutes), 3 * seconds, { help: "a line counts as free after this time" }),
    response: withDefault(duration(100, 10 * minutes), timers.T_RESPONSE.defaultMs, {
      help: "T_RESPONSE: how long a request from here waits for the line monitor; a monitor that lives says it in 1 s",
    }),
    slot: optional(protectionTimer, {
      help: "T_SLOT: the turn of each user here where queue is fifo; not given: peer.t3 and 10 s for the way",
    }),
    dial: withDefault(protectionTimer, timers.T_DIAL.defaultMs, {
      help: "T_DIAL: from Dial to the call of the phone; phones that are paged or reached over HTTP take up to 15 s",
    }),
    userBusy: withDefault(serviceTimer, timers.T_BUSY.defaultMs, {
      help: "how long the word that B is free waits for a busy user here, where the peer bears no suspend",
      mark: "[MEM]",
    }),
    ring: withDefault(serviceTimer, timers.T_RING.defaultMs, {
      help: "T_RING: how long a recall may ring here: T301 of the caller, 3 min, and 30 s",
    }),
  };
}

/** What users of an assisted neighbour dial (R16). */
function featureCodes() {
  return {
    activate: withDefault(featureCode, "*79", {
      help: "dialled by a user here: call back for the last failed call, or for the number dialled behind it",
      serves: "S-05",
    }),
    cancel: withDefault(featureCode, "#79", { help: "dialled by a user here: cancel call back", serves: "S-23" }),
    status: withDefault(featureCode, "*78", {
      help: "dialled by a user here: show the call back that is active",
      serves: "S-14",
    }),
  };
}

/** What the gateway does on this trunk. */
function our(dialectName: DialectName) {
  const { our: row, marks } = dialect(dialectName);
  const origin = `dialect ${dialectName}`;
  const mark = (field: keyof typeof row): { origin: string; mark: Mark | undefined } => ({
    origin,
    mark: marks.our?.[field],
  });
  return {
    connectionProposal: withDefault(choice(["retain", "release", "none"]), row.connectionProposal, {
      help: "the Connection Proposal Type: what we ask for; none: no preference",
      serves: "S-78",
      ...mark("connectionProposal"),
    }),
    connectionResponse: withDefault(choice(["retain", "release"]), row.connectionResponse, {
      help: "the Connection Response Type: what we choose where the peer has no preference",
      serves: "S-79",
      ...mark("connectionResponse"),
    }),
    t1: withDefault(protectionTimer, row.t1Ms, {
      help: "QSIG-CC-T1, Call Back Request Protection: how long a request waits for its answer",
      serves: "S-80",
      ...mark("t1Ms"),
    }),
    t3: withDefault(protectionTimer, row.t3Ms, {
      help: "QSIG-CC-T3, Callback Recall: how long the user has to dial",
      serves: "S-81",
      ...mark("t3Ms"),
    }),
    ccbsT2: withDefault(serviceTimer, 60 * minutes, { help: "QSIG-CCBS-T2: the life of a request after busy" }),
    ccnrT2: withDefault(serviceTimer, 195 * minutes, { help: "QSIG-CCNR-T2: the life of a request after no answer" }),
    t4: withDefault(protectionTimer, 40 * seconds, { help: "QSIG-CC-T4: how long a path reservation waits" }),
    noPathReservation: withDefault(boolean, row.noPathReservation, {
      help: "No Path Preservation: true: no path is reserved before the user is told",
      serves: "S-83",
      mark: "[MEM]",
    }),
    retainService: withDefault(boolean, row.retainService, {
      help: "keep the request where B is busy again at the recall",
      ...mark("retainService"),
    }),
    onBusyAgain: withDefault(choice(["tell", "reinvoke"]), "tell", {
      help: "B is busy again and the request is not kept: the user is told, or it is sent anew by itself",
    }),
    onConnectionLost: withDefault(choice(["goOn", "end"]), "goOn", {
      help: "a kept connection is lost before B is free: the request goes on without it, or ends and the user is told",
    }),
    privateNumberingPlan: withDefault(boolean, false, {
      help: "Set Private Numbering Plan for Callback: numbers in the service say plan private",
      serves: "S-84",
      mark: "[MEM]",
    }),
  };
}

/** What is assumed of the other side. */
function peer(dialectName: DialectName) {
  const { peer: row, marks } = dialect(dialectName);
  const words = (field: keyof typeof row, help: string) => ({
    help,
    origin: `dialect ${dialectName}`,
    mark: marks.peer?.[field],
  });
  return {
    canRetain: withDefault(boolean, row.canRetain, words("canRetain", "it can keep the signalling connection")),
    canRelease: withDefault(boolean, row.canRelease, words("canRelease", "it can release the signalling connection")),
    canReserve: withDefault(boolean, row.canReserve, words("canReserve", "it can reserve a path")),
    canRetainService: withDefault(
      boolean,
      row.canRetainService,
      words("canRetainService", "it can keep the request where B is busy again"),
    ),
    suspends: withDefault(boolean, row.suspends, words("suspends", "it goes on after ccSuspend")),
    busyNeedsDisconnect: withDefault(
      boolean,
      row.busyNeedsDisconnect,
      words("busyNeedsDisconnect", "it offers call back after DISCONNECT only"),
    ),
    auditByRepeat: withDefault(
      boolean,
      row.auditByRepeat,
      words(
        "auditByRepeat",
        "it refuses a request that it has: those that wait are repeated when the trunk is up again, and found if lost",
      ),
    ),
    transitCounter: withDefault(
      boolean,
      row.transitCounter,
      words("transitCounter", "it takes a Transit counter in SETUP: calls that run in a circle are found by it"),
    ),
    opCoding: withDefault(
      choice(["local", "global"]),
      row.opCoding,
      words("opCoding", "operations as integers (local) or OBJECT IDENTIFIERs (global)"),
    ),
    profile: withDefault(
      octet([0x9f, 0x91]),
      row.profile,
      words("profile", "the protocol profile octet of the Facility element"),
    ),
    boolean: withDefault(octet([0xff, 0x01]), row.trueOctet, words("trueOctet", "the octet that TRUE is written with")),
    anyTrue: withDefault(
      boolean,
      row.anyTrue,
      words("anyTrue", "it takes any octet but 0 as TRUE; false: a request that has another is bridged"),
    ),
    t1: withDefault(protectionTimer, row.t1Ms, words("t1Ms", "its QSIG-CC-T1: we answer well before")),
    t3: withDefault(protectionTimer, row.t3Ms, words("t3Ms", "its QSIG-CC-T3")),
  };
}
