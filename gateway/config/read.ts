import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { nearest } from "../nearest.ts";
import type { Key, List, Named, ReadAll, Rows, Spec, Specs, Variant } from "./spec.ts";

/** Something wrong with a configuration, in words, where it stands. */
export interface Fault {
  /** Counts from 1. */
  readonly line: number;
  /** The dotted path of the key, empty for the file as a whole. */
  readonly path: string;
  readonly text: string;
}

/** One setting as it runs, for `qsig check`. */
export interface Setting {
  readonly path: string;
  readonly value: string;
  /** "file", "default", or where else the default comes from. */
  readonly origin: string;
  readonly mark?: string;
  readonly serves?: string;
  readonly help: string;
}

type Path = readonly string[];
type Field = Node | null | undefined;

/** Reads a document by a schema. It never stops at a fault: what cannot be read is undefined and `faults` says why. */
export class Reader {
  readonly faults: Fault[] = [];
  readonly settings: Setting[] = [];
  readonly #lines = new Map<string, number>();
  readonly #document: Document;
  readonly #counter: LineCounter;

  constructor(document: Document, counter: LineCounter) {
    this.#document = document;
    this.#counter = counter;
  }

  /** The whole document. Values are as their types say only where there are no faults. */
  read<const Members extends Specs>(schema: Members): ReadAll<Members> {
    return this.#members(schema, this.#document.contents, []) as ReadAll<Members>;
  }

  /** Adds a fault at a key, or at the nearest one above that stands in the file. */
  fault(path: Path, text: string): void {
    let line = 1;
    for (let length = path.length; length > 0; length -= 1) {
      const known = this.#lines.get(path.slice(0, length).join("."));
      if (known === undefined) continue;
      line = known;
      break;
    }
    this.faults.push({ line, path: path.join("."), text });
  }

  /** `besides`: a key that is read elsewhere. */
  #members(specs: Specs, node: Field, path: Path, besides?: string): Record<string, unknown> {
    const map = this.#map(node, path);
    const pairs = new Map((map?.items ?? []).map((pair) => [keyText(pair), pair]));
    for (const [key, pair] of pairs) {
      this.#note([...path, key], pair);
      if (Object.hasOwn(specs, key) || key === besides) continue;
      this.fault([...path, key], `is no key${suggest(key, Object.keys(specs))}`);
    }
    return Object.fromEntries(
      Object.entries(specs).map(([key, spec]) => {
        const pair = pairs.get(key);
        return [key, this.#value(spec, this.#resolve(pair?.value), pair !== undefined, [...path, key])];
      }),
    );
  }

  #value(spec: Spec, node: Field, given: boolean, path: Path): unknown {
    switch (spec.kind) {
      case "key":
        return this.#key(spec, node, given, path);
      case "list":
        return this.#list(spec, node, given, path);
      case "rows":
        return this.#rows(spec, node, given, path);
      case "group":
        return spec.optional && !given ? undefined : this.#members(spec.members, node, path);
      case "variant":
        return this.#variant(spec, node, given, path);
      case "named":
        return this.#named(spec, node, path);
      default:
        return spec satisfies never;
    }
  }

  #key(spec: Key<unknown>, node: Field, given: boolean, path: Path): unknown {
    if (!given) {
      if (spec.required) this.fault(path, `is missing; give ${spec.type.expects}`);
      if (spec.default !== undefined && spec.default !== null) {
        this.#setting(path, spec.type.write(spec.default), spec.origin ?? "default", spec);
      }
      return spec.default;
    }
    const value = this.#scalar(spec.type, node, path);
    if (value !== undefined) this.#setting(path, spec.type.write(value), "file", { ...spec, mark: "" });
    return value;
  }

  #list(spec: List<unknown>, node: Field, given: boolean, path: Path): readonly unknown[] {
    if (!given) {
      if (spec.required) this.fault(path, `is missing; give a list of ${spec.type.expects}`);
      else this.#setting(path, "[]", "default", spec);
      return [];
    }
    if (!isSeq(node)) {
      this.fault(path, `must be a list of ${spec.type.expects}`);
      return [];
    }
    if (node.items.length === 0 && spec.required) this.fault(path, "must not be empty");
    const values = node.items.map((item) => this.#scalar(spec.type, this.#resolve(item as Field), path));
    const known = values.filter((value) => value !== undefined);
    this.#setting(path, `[${known.map((value) => spec.type.write(value)).join(", ")}]`, "file", { ...spec, mark: "" });
    return known;
  }

  /** Entries count from 1 in paths, as people count them. */
  #rows(spec: Rows<Specs>, node: Field, given: boolean, path: Path): readonly unknown[] {
    if (!given) {
      this.#setting(path, "[]", "default", spec);
      return [];
    }
    if (!isSeq(node)) {
      this.fault(path, "must be a list of entries with keys of their own");
      return [];
    }
    return node.items.map((item, index) =>
      this.#members(spec.members, this.#resolve(item), [...path, String(index + 1)]),
    );
  }

  #scalar(type: Key<unknown>["type"], node: Field, path: Path): NonNullable<unknown> | undefined {
    const source = isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    const value = isScalar(node) && source !== undefined ? type.read(node.value, source) : undefined;
    if (value === undefined) {
      const found = source === undefined ? "" : `, not ${JSON.stringify(source.slice(0, longestQuote))}`;
      this.fault(path, `must be ${type.expects}${found}${type.suggest?.(source ?? "") ?? ""}`);
    }
    return value;
  }

  #variant(
    spec: Variant<{ readonly [type: string]: Specs }, boolean>,
    node: Field,
    given: boolean,
    path: Path,
  ): unknown {
    const types = Object.keys(spec.groups);
    if (!given) {
      if (!spec.optional) this.fault(path, `is missing; give a type: ${types.join(" or ")}`);
      return undefined;
    }
    const map = this.#map(node, path);
    if (map === undefined) return undefined;
    const type = this.#text(map, "type");
    const specs = type !== undefined && Object.hasOwn(spec.groups, type) ? spec.groups[type] : undefined;
    if (type === undefined || specs === undefined) {
      const asked = type === undefined ? "" : `, not ${JSON.stringify(type.slice(0, longestQuote))}`;
      this.fault([...path, "type"], `must be ${types.join(" or ")}${asked}`);
      return undefined;
    }
    this.#setting([...path, "type"], type, "file", { help: spec.help });
    return { type, ...this.#members(specs, map, path, "type") };
  }

  #named(spec: Named<Specs>, node: Field, path: Path): ReadonlyMap<string, unknown> {
    const entries = (this.#map(node, path)?.items ?? []).map((pair) => {
      const key = keyText(pair);
      this.#note([...path, key], pair);
      if (!entryName.test(key)) this.fault([...path, key], "must be a name of letters, digits, - and _, at most 32");
      const entry = this.#resolve(pair.value as Field);
      const text = (...keys: string[]) => this.#text(entry, ...keys);
      return [key, this.#members(spec.members(text), entry, [...path, key])] as const;
    });
    return new Map(entries);
  }

  /** The map under a path; an empty value stands for an empty map. */
  #map(node: Field, path: Path): YAMLMap | undefined {
    if (isMap(node)) return node;
    if (node !== undefined && node !== null && !(isScalar(node) && node.value === null)) {
      this.fault(path, "must hold keys of its own");
    }
    return undefined;
  }

  #text(node: Field, ...keys: string[]): string | undefined {
    let at: Field = node;
    for (const key of keys) {
      if (!isMap(at)) return undefined;
      at = this.#resolve(at.items.find((pair) => keyText(pair) === key)?.value as Field);
    }
    return isScalar(at) ? (at.source ?? String(at.value)) : undefined;
  }

  /** An alias stands for the node of its anchor. The schema bounds the depth, so no alias makes a file endless. */
  #resolve(node: unknown): Field {
    return isAlias(node) ? (node.resolve(this.#document) ?? null) : (node as Field);
  }

  #note(path: Path, pair: Pair): void {
    const range = (pair.key as Node | null)?.range;
    if (range) this.#lines.set(path.join("."), this.#counter.linePos(range[0]).line);
  }

  #setting(path: Path, value: string, origin: string, about: Pick<Setting, "help" | "serves" | "mark">): void {
    const { help, serves, mark } = about;
    this.settings.push({
      path: path.join("."),
      value,
      origin,
      help,
      ...(serves === undefined ? {} : { serves }),
      ...(mark === undefined || mark === "" ? {} : { mark }),
    });
  }
}

const longestQuote = 40;
const entryName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key);
}

function suggest(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== undefined) return `; did you mean ${near}?`;
  return known.length === 0 ? " here" : `; known here: ${known.join(", ")}`;
}
