import { type Row, res, serviceInvoke } from "./notation.ts";

/** A vector of a supplementary service: its component, written by hand from the module, and how people are told. */
export interface ServiceMeaning {
  readonly apdu: Row;
  readonly words: string;
}

export const row = (apdu: Row, words: string): ServiceMeaning => ({ apdu, words });

export const invoked = (operation: string, argument: unknown, interpretation: string, words: string): ServiceMeaning =>
  row(serviceInvoke(operation, argument, interpretation), `${words} [${operation}, invoke 1]`);
/** One that no table tells shows its members. */
export const asked = (operation: string, argument: unknown, interpretation: string, members: string): ServiceMeaning =>
  invoked(operation, argument, interpretation, `asks for ${operation}: ${members}`);
export const answered = (operation: string, result: unknown, words: string): ServiceMeaning =>
  row(res(1, operation, result), `${words} [result, ${operation}, invoke 1]`);

export const named = (hex: string): Row => ({ namePresentationAllowed: { namePresentationAllowedSimple: hex } });
export const alice = named("416c696365");
export const bob = named("426f62");
export const screened = (number: Row): Row => ({ partyNumber: number, screeningIndicator: "networkProvided" });
export const extension = { extensionId: "1.3.12.9.1005", extensionArgument: "0500" };
