import { Grammar } from "sip.js/lib/grammar/grammar.js";

/** What the grammar gives for a text in the usual form; undefined: it is not in it, and the grammar itself is asked. */
type Quick = (text: string) => unknown;

const number: Quick = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** ONE table: rules of sip.js's grammar, by their names there, for the forms that peers write (RFC 3261 25). */
export const quickRules: { readonly [rule: string]: Quick } = {
  Content_Length: number,
  Max_Forwards: number,
  Call_ID: (text) => (/^[\w.!%*+`'~-]+(@[\w.!%*+`'~-]+)?$/.test(text) ? text : undefined),
  Content_Type: (text) => (/^[a-z]+\/[a-z\d.+-]+$/.test(text) ? text : undefined),
  CSeq(text) {
    const [, value, method] = /^(\d{1,9}) (INVITE|ACK|BYE|CANCEL|INFO|OPTIONS|NOTIFY|SUBSCRIBE)$/.exec(text) ?? [];
    return value === undefined ? undefined : { value: Number(value), method };
  },
};

/** sip.js's own, which unpacks its whole grammar for every header field: a millisecond on a busy machine. */
export const wholeGrammar: (text: string, rule: string) => unknown = Grammar.parse;

/** For every user agent of the process: sip.js asks for its grammar by this name. */
export function useQuickRules(): void {
  (Grammar as { parse: typeof wholeGrammar }).parse = (text, rule) =>
    quickRules[rule]?.(text) ?? wholeGrammar(text, rule);
}
