import type { NameArg } from "../generated/name-operations-asn1-97.ts";
import type { CcOptionalArg, CcRequestArg, CcRequestRes } from "../generated/ss-cc-operations-asn1-97.ts";
import type { Component } from "../rose/component.ts";
import type { ErrorName, OperationName } from "../rose/operations.ts";
import { type Json, membersToJson, toHex } from "../shape.ts";
import { treeWords } from "./tree-words.ts";
import { dss1Tellings } from "./dss1-words.ts";
import { membersWords } from "./element-words.ts";
import { mobilityTellings } from "./mobility-words.ts";
import { nameWords, numberWords, presentedWords } from "./party-words.ts";
import { serviceTellings } from "./service-words.ts";
import type { QsigTellings, Telling } from "./telling.ts";

/** ONE table: the operations in plain words. One that is not here shows its argument's members. */
const tellings: QsigTellings = {
  ...serviceTellings,
  ...mobilityTellings,
  ccbsRequest: { invoke: (argument) => requestWords(argument, "when busy"), result: acceptedWords },
  ccnrRequest: { invoke: (argument) => requestWords(argument, "on no reply"), result: acceptedWords },
  ccCancel: { invoke: (argument) => `${callBackOf(argument)} is cancelled` },
  ccExecPossible: { invoke: (argument) => `the called user is free: ${callBackOf(argument)} can go on` },
  ccPathReserve: { invoke: () => "reserve a path for the call back", result: () => "the path is reserved" },
  ccRingout: { invoke: () => "this call is the call back" },
  ccSuspend: { invoke: () => "the calling user is busy: the call back waits" },
  ccResume: { invoke: () => "the calling user is free again: the call back goes on" },
  callingName: { invoke: (argument) => `the calling user is ${nameOf(argument)}` },
  calledName: { invoke: (argument) => `the called user is ${nameOf(argument)}` },
  connectedName: { invoke: (argument) => `the connected user is ${nameOf(argument)}` },
  busyName: { invoke: (argument) => `the busy user is ${nameOf(argument)}` },
};

/** ONE table: errors whose name needs more words. */
const errorWords: { readonly [Name in ErrorName]?: string } = {
  shortTermRejection: "refused for now",
  longTermRejection: "refused: it will not work later either",
  remoteUserBusyAgain: "the called user is busy again",
  failureToMatch: "no call back is known that this belongs to",
};

/** One component in plain words, with its operation and invoke id behind it. */
export function componentWords(component: Component): string {
  const id = component.invokeId === null ? "no invoke id" : `invoke ${component.invokeId}`;
  switch (component.component) {
    case "invoke": {
      const name = operationWords(component.operation, component.code);
      return `${told(component) ?? `asks for ${name}${valueWords(component)}`} [${name}, ${id}]`;
    }
    case "returnResult": {
      const { operation = null, code } = component;
      const of = code === undefined ? "" : `${operationWords(operation, code)}, `;
      return `${told(component) ?? `done${valueWords(component)}`} [result, ${of}${id}]`;
    }
    case "returnError": {
      const { error, code } = component;
      const words = error === null ? undefined : errorWords[error];
      return `${words ?? "refused"}${valueWords(component)} [error ${error ?? code}, ${id}]`;
    }
    case "reject":
      return `not understood: ${component.problem} [reject, ${component.problemClass} problem, ${id}]`;
    case "unknown":
      return `a component nobody can read: ${toHex(component.octets)} [${id}]`;
    default:
      return component satisfies never;
  }
}

/** The words of the table, where the operation is there and its value could be read. */
function told(component: Extract<Component, { component: "invoke" | "returnResult" }>): string | undefined {
  const { operation, protocol } = component;
  if (!operation || component.problems) return undefined;
  const table: { readonly [Name in OperationName]?: unknown } = protocol === "dss1" ? dss1Tellings : tellings;
  // The value was decoded by the type of this very operation.
  const telling = table[operation] as Telling<never, never> | undefined;
  if (component.component === "invoke") return telling?.invoke(component.argument as never);
  return component.result === undefined ? undefined : telling?.result?.(component.result as never);
}

function operationWords(operation: OperationName | null, code: number | string): string {
  return operation ?? `operation ${code}`;
}

/** The members of a value that no table tells; what no module describes as the tree that BER makes of it. */
function valueWords(component: Component): string {
  const raw = rawValue(component);
  if (raw) return `: ${treeWords(raw)}`;
  const json = membersToJson(component);
  const value: Json | undefined = json["argument"] ?? json["result"] ?? json["parameter"];
  return value === undefined ? "" : `: ${membersWords(value)}`;
}

function requestWords(argument: CcRequestArg, when: string): string {
  const { numberA, numberB, retainSigConnection, canRetainService } = argument;
  const [a, b] = [presentedWords(numberA), numberWords(numberB)];
  const connection =
    retainSigConnection === undefined
      ? "the other side may keep the connection"
      : `${retainSigConnection ? "keep" : "release"} the connection`;
  const service = canRetainService ? "; the service may outlive a second busy" : "";
  return `${a} asks for call back ${when} to ${b}; ${connection}${service}`;
}

function acceptedWords({ noPathReservation, retainService }: CcRequestRes): string {
  const path = noPathReservation ? "; no path is reserved" : "";
  return `call back accepted${path}${retainService ? "; it outlives a second busy" : ""}`;
}

function callBackOf(argument: CcOptionalArg): string {
  if (!("fullArg" in argument)) return "the call back";
  const { numberA, numberB } = argument.fullArg;
  return `the call back of ${numberWords(numberA)} to ${numberWords(numberB)}`;
}

function nameOf(argument: NameArg): string {
  return nameWords("nameSequence" in argument ? argument.nameSequence.name : argument.name);
}

/** A value that stayed as its octets. */
function rawValue(component: Component): Uint8Array | undefined {
  const value = "argument" in component ? component.argument : "result" in component ? component.result : undefined;
  const parameter = "parameter" in component ? component.parameter : undefined;
  const raw = value ?? parameter;
  return raw instanceof Uint8Array ? raw : undefined;
}
