import type { Spec, Specs } from "../../../gateway/config/spec.ts";
import { hostPort } from "../../../gateway/config/values.ts";

/** Names of keys that hold an address: whether the gateway listens there. */
const listens: { readonly [key: string]: boolean } = {
  ...{ bind: true, listen: true },
  ...{ connect: false, peer: false, peers: false, server: false, address: false },
};
/** `transport` of a trunk, where it has the choice. */
const transports = ["udp", "ip"] as const;

/** Every kind of listening port that a configuration can open: the path of its key, and what it is opened with. */
export function listeningKeys(specs: Specs, path: readonly string[] = []): string[] {
  return Object.entries(specs).flatMap(([key, spec]) => below(spec, [...path, key], specs));
}

function below(spec: Spec, path: readonly string[], siblings: Specs): string[] {
  switch (spec.kind) {
    case "key":
    case "list":
      return spec.type === hostPort && isListening(path) ? variations(path.join("."), siblings) : [];
    case "group":
    case "rows":
      return listeningKeys(spec.members, path);
    case "named":
      return listeningKeys(
        spec.members(() => undefined),
        path,
      );
    case "variant":
      return Object.entries(spec.groups).flatMap(([type, group]) => listeningKeys(group, [...path, type]));
  }
}

function isListening(path: readonly string[]): boolean {
  const known = listens[path.at(-1) ?? ""];
  if (known === undefined) throw new Error(`${path.join(".")}: say in listening-keys.ts whether the gateway listens`);
  return known;
}

function variations(name: string, siblings: Specs): string[] {
  if ("tls" in siblings) return [name, `${name} with tls`];
  return "transport" in siblings ? transports.map((transport) => `${name} by ${transport}`) : [name];
}
