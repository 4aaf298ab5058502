import { Register } from "./register.ts";

/** Most keys of an index have one item: a list of its own for each would take more memory than all the rest. */
export type OneOrMany<Item extends object | string> = Item | Many<Item>;

/** A class, so that items which are lists themselves cannot be taken for one. */
class Many<Item extends object | string> {
  readonly items: Item[];

  constructor(items: Item[]) {
    this.items = items;
  }
}

/** In the order they were added. */
export function itemsOf<Item extends object | string>(group: OneOrMany<Item> | undefined): readonly Item[] {
  if (group === undefined) return none;
  return group instanceof Many ? group.items : [group];
}

const none: readonly never[] = [];

/** Items by key, in the order they were added; an item is at most once under a key. */
export class Groups<Key, Item extends object | string> {
  readonly #groups = new Register<Key, OneOrMany<Item>>();

  /** Keys that have an item. */
  get size(): number {
    return this.#groups.size;
  }

  get(key: Key): readonly Item[] {
    return itemsOf(this.#groups.get(key));
  }

  add(key: Key, item: Item): void {
    this.#groups.set(key, added(this.#groups.get(key), item));
  }

  remove(key: Key, item: Item): void {
    const left = removed(this.#groups.get(key), item);
    if (left === undefined) this.#groups.delete(key);
    else this.#groups.set(key, left);
  }
}

export function added<Item extends object | string>(group: OneOrMany<Item> | undefined, item: Item): OneOrMany<Item> {
  if (group === undefined || group === item) return item;
  if (!(group instanceof Many)) return new Many([group, item]);
  if (!group.items.includes(item)) group.items.push(item);
  return group;
}

/** What is left; undefined where nothing is. */
export function removed<Item extends object | string>(
  group: OneOrMany<Item> | undefined,
  item: Item,
): OneOrMany<Item> | undefined {
  if (group === undefined || group === item) return undefined;
  if (!(group instanceof Many)) return group;
  const left = group.items.filter((each) => each !== item);
  return left.length === 1 ? left[0] : new Many(left);
}
