import type { Facility } from "../facility/facility.ts";
import { jsonOctets, JsonWriter } from "../json-writer.ts";
import { elementName } from "../q931/elements.ts";
import { facility } from "../q931/ie/facility.ts";
import { isOf } from "../q931/element.ts";
import type { CallReference, InformationElement, Message } from "../q931/message.ts";
import { problemToJson } from "../view/message-json.ts";
import type { TraceRow } from "./decoder.ts";
import { isoTime } from "./iso-time.ts";
import { rowToJson } from "./row-json.ts";
import { type PlacedProblem, problemsOf } from "./row-problems.ts";

/** Where a component stands in what was written. */
interface WrittenComponent {
  readonly start: number;
  readonly end: number;
  readonly interpretation: Facility["interpretation"];
}

/** Writes rows as lines of JSON, which say what `rowToJson` says at many times its rate. */
export class RowJsonWriter {
  readonly #json = new JsonWriter();
  /** The components of the message that is being written. */
  #components: WrittenComponent[] = [];

  add(row: TraceRow): void {
    if (row.content.holds === "message") this.#addMessage(row, row.content.message);
    else this.#json.raw(JSON.stringify(rowToJson(row)));
    this.#json.octets(fixed.endOfLine);
  }

  /** The lines since they were last taken, in UTF-8. They stand until the next row is added. */
  take(): Uint8Array {
    return this.#json.take();
  }

  #addMessage(row: TraceRow, { message, type, callReference, ies }: Message): void {
    const json = this.#json;
    const { index, item, from } = row;
    const time = item.time === undefined ? undefined : isoTime(item.time);
    json.octets(fixed.index);
    json.number(index);
    this.#addMember(fixed.time, time);
    this.#addMember(fixed.from, from);
    this.#addMember(fixed.carrier, item.carrier);
    this.#addMember(fixed.segments, item.segments);
    this.#addMember(fixed.outer, item.outer);
    this.#addMember(fixed.message, message);
    if (message === null) this.#addMember(fixed.type, type);
    this.#addMember(fixed.callReference, callReference);
    this.#addElements(ies, callReference);
    this.#addComponents();
    this.#addProblems(problemsOf(row));
    this.#addMember(fixed.clock, item.clock);
    json.octets(fixed.end);
  }

  #addElements(ies: readonly InformationElement[], { length }: CallReference): void {
    const json = this.#json;
    json.octets(fixed.ies);
    let at = 3 + length;
    for (const ie of ies) {
      if (at > 3 + length) json.octets(fixed.comma);
      json.octets(headOf(ie));
      json.hex(ie.octets);
      if (ie.value !== undefined) {
        json.octets(fixed.value);
        if (isOf(ie, facility)) this.#addFacility(ie.value);
        else json.value(ie.value);
      }
      if (ie.problems !== undefined) {
        const start = at;
        this.#addProblems(ie.problems.map((error) => ({ error, at: start + error.offset })));
      }
      json.octets(fixed.end);
      at += ie.octets.length;
    }
    json.octets(fixed.endOfList);
  }

  /** Keeps where its components stand: they are printed twice. */
  #addFacility(value: Facility): void {
    const json = this.#json;
    json.octets(fixed.begin);
    json.members(value, "components");
    json.octets(fixed.components);
    for (const component of value.components) {
      if (component !== value.components[0]) json.octets(fixed.comma);
      const start = json.length;
      json.object(component);
      const interpretation = component.component === "invoke" ? value.interpretation : undefined;
      this.#components.push({ start, end: json.length, interpretation });
    }
    json.octets(fixed.endOfList);
    json.octets(fixed.end);
  }

  #addComponents(): void {
    const json = this.#json;
    json.octets(fixed.apdus);
    for (const component of this.#components) {
      if (component !== this.#components[0]) json.octets(fixed.comma);
      const { start, end, interpretation } = component;
      json.again(start, interpretation === undefined ? end : end - 1);
      if (interpretation === undefined) continue;
      this.#addMember(fixed.interpretation, interpretation);
      json.octets(fixed.end);
    }
    json.octets(fixed.endOfList);
    this.#components = [];
  }

  #addProblems(problems: readonly PlacedProblem[]): void {
    const rows =
      problems.length === 0 ? problems : problems.map(({ error, at }) => problemToJson(error, at - error.offset));
    this.#addMember(fixed.problems, rows);
  }

  #addMember(name: Uint8Array, value: unknown): void {
    if (value === undefined) return;
    this.#json.octets(name);
    this.#json.value(value);
  }
}

/** What stands in every line. */
const fixed = {
  index: jsonOctets('{"index":'),
  time: jsonOctets(',"time":'),
  from: jsonOctets(',"from":'),
  carrier: jsonOctets(',"carrier":'),
  segments: jsonOctets(',"segments":'),
  outer: jsonOctets(',"outer":'),
  message: jsonOctets(',"message":'),
  type: jsonOctets(',"type":'),
  callReference: jsonOctets(',"callReference":'),
  begin: jsonOctets("{"),
  comma: jsonOctets(","),
  end: jsonOctets("}"),
  endOfList: jsonOctets("]"),
  endOfLine: jsonOctets("\n"),
  ies: jsonOctets(',"ies":['),
  value: jsonOctets(',"value":'),
  components: jsonOctets(',"components":['),
  apdus: jsonOctets(',"apdus":['),
  interpretation: jsonOctets(',"interpretation":'),
  problems: jsonOctets(',"problems":'),
  clock: jsonOctets(',"clock":'),
} as const;

/** The beginning of every kind of element up to its hex, by codeset and identifier. */
const heads: (Uint8Array | undefined)[] = [];

function headOf({ codeset, id }: InformationElement): Uint8Array {
  const kind = codeset * 256 + id;
  const known = heads[kind];
  if (known !== undefined) return known;
  const name = JSON.stringify(elementName(codeset, id));
  const head = jsonOctets(`{"id":${id},"codeset":${codeset},"name":${name},"hex":`);
  heads[kind] = head;
  return head;
}
