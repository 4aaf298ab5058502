import { nearest } from "../nearest.ts";

/** How one kind of value is read from the scalar of a YAML file, and written again by `qsig check`. */
export interface ValueType<Value> {
  /** What is expected, for faults and documentation: "a duration such as 10s or 60min". */
  readonly expects: string;
  /**
   * `value` as YAML resolved it, `source` as it stands in the file: only that tells the octet `91` from the number.
   * undefined where it is no such value.
   */
  read(value: unknown, source: string): Value | undefined;
  write(value: Value): string;
  /** What a fault says behind the value that was found; absent: nothing. */
  suggest?(source: string): string;
}

/** An address to listen on or connect to. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

export const boolean: ValueType<boolean> = {
  expects: "true or false",
  read: (value) => (typeof value === "boolean" ? value : undefined),
  write: String,
};

export function choice<const Name extends string>(names: readonly Name[]): ValueType<Name> {
  return {
    expects: names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
    read: (value) => names.find((name) => name === value),
    write: (value) => value,
  };
}

/** As `type`; a fault names the known name that is nearest to what was given. */
export function misspelt<Value>(type: ValueType<Value>, known: readonly string[]): ValueType<Value> {
  return {
    ...type,
    suggest: (source) => {
      const near = nearest(source, known);
      return near === undefined ? "" : `; did you mean ${near}?`;
    },
  };
}

export function integer(min: number, max: number): ValueType<number> {
  return {
    expects: `a whole number from ${min} to ${max}`,
    read: (value) =>
      typeof value === "number" && Number.isInteger(value) && value >= min && value <= max ? value : undefined,
    write: String,
  };
}

/** RFC 4233 3.2: a number of 32 bits, or a text; the length of a parameter has room for more than anybody types. */
export const interfaceIdentifier: ValueType<number | string> = {
  expects: "a whole number from 0 to 4294967295, or a text of up to 255 printable ASCII characters",
  read(value) {
    if (typeof value === "number")
      return Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff ? value : undefined;
    return typeof value === "string" && /^[\x20-\x7e]{1,255}$/.test(value) ? value : undefined;
  },
  write: (value) => (typeof value === "number" ? String(value) : JSON.stringify(value)),
};

const unitsMs = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 } as const;

/** Milliseconds inside; in the file with a unit, because a bare 10 means seconds to one and minutes to the next. */
export function duration(minMs: number, maxMs: number): ValueType<number> {
  return {
    expects: `a duration from ${writeDuration(minMs)} to ${writeDuration(maxMs)}, such as 10s or 60min`,
    read(_value, source) {
      const [, count, unit] = /^(\d{1,9})(ms|s|min|h)$/.exec(source) ?? [];
      if (count === undefined || unit === undefined) return undefined;
      const ms = Number(count) * unitsMs[unit as keyof typeof unitsMs];
      return ms >= minMs && ms <= maxMs ? ms : undefined;
    },
    write: writeDuration,
  };
}

/** The largest unit that needs no fraction. */
function writeDuration(ms: number): string {
  const [unit, unitMs] = Object.entries(unitsMs)
    .reverse()
    .find(([, size]) => ms >= size && ms % size === 0) ?? ["ms", 1];
  return `${ms / unitMs}${unit}`;
}

/** Directory digits, as `recallPrefix` puts before a number. Quoted or not: `077` is text here, never a number. */
export const digits: ValueType<string> = {
  expects: 'up to 20 digits, such as "77"',
  read: (_value, source) => (/^\d{1,20}$/.test(source) ? source : undefined),
  write: (value) => `"${value}"`,
};

/** What a user dials for a feature: quoted in YAML, where `*` and `#` mean other things. */
export const featureCode: ValueType<string> = {
  expects: 'a feature code: 1 to 6 digits, * and #, quoted, such as "*79"',
  read: (_value, source) => (/^[\d*#]{1,6}$/.test(source) ? source : undefined),
  write: (value) => `"${value}"`,
};

/** Digits, `x` one digit, trailing `*` any rest. */
export const numberPattern: ValueType<string> = {
  expects: 'a number pattern: digits, x for one digit, * at the end for any rest, such as "1xxx" or "49*"',
  read: (_value, source) => (/^(?=.{1,21}$)[\dx]*\*?$/.test(source) ? source : undefined),
  write: (value) => `"${value}"`,
};

/** A name of ours: it stands in keys such as `west/2001`, in logs and in URLs. */
export const name: ValueType<string> = {
  expects: "a name of letters, digits, - and _, at most 32",
  read: (_value, source) => (/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(source) ? source : undefined),
  write: (value) => value,
};

/** The name of a file that a phone knows: no path. */
export const fileName: ValueType<string> = {
  expects: "a file name without a path, such as CallBack.raw",
  read: (_value, source) => (/^(?!\.)[A-Za-z0-9._-]{1,64}$/.test(source) ? source : undefined),
  write: (value) => value,
};

/** A file that the gateway reads at its start. */
export const filePath: ValueType<string> = {
  expects: "the path of a file, such as /etc/qsig/phones.password",
  read: (_value, source) => (/^[^\0\n]{1,1024}$/.test(source) ? source : undefined),
  write: (value) => `"${value}"`,
};

/** A short word of another system: a user, a model. */
export const text: ValueType<string> = {
  expects: "up to 64 characters without spaces",
  read: (_value, source) => (/^[\x21-\x7e]{1,64}$/.test(source) ? source : undefined),
  write: (value) => `"${value}"`,
};

/** Without query and fragment; kept without the slash at its end. */
export const httpUrl: ValueType<string> = {
  expects: "a URL such as http://10.0.0.2:8481",
  read(_value, source) {
    const url = URL.canParse(source) ? new URL(source) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search + url.hash + url.username !== "") {
      return undefined;
    }
    return url.href.replace(/\/+$/, "");
  },
  write: (value) => value,
};

export const hostPort: ValueType<HostPort> = {
  expects: "an address HOST:PORT, such as 127.0.0.1:5001 or [::1]:5001",
  read(_value, source) {
    const [, bracketed, plain, port] =
      /^(?:\[([0-9a-fA-F:.]{2,45})\]|([A-Za-z0-9.-]{1,253})):(\d{1,5})$/.exec(source) ?? [];
    const host = bracketed ?? plain;
    return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
  },
  write: ({ host, port }) => (host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`),
};

/** The host part of a SIP address. */
export const hostName: ValueType<string> = {
  expects: "a domain or an address, such as pbx.example or 10.0.0.5",
  read: (_value, source) => (/^[A-Za-z0-9.-]{1,253}$/.test(source) ? source : undefined),
  write: (value) => value,
};

/** The user part of a SIP address. */
export const userName: ValueType<string> = {
  expects: "a user name of at most 64 letters, digits and . _ - + @",
  read: (_value, source) => (/^[A-Za-z0-9._+@-]{1,64}$/.test(source) ? source : undefined),
  write: (value) => value,
};

/** A name as a certificate has it. A wildcard is none: it would let in whoever has any name of a domain. */
export const certificateName: ValueType<string> = {
  expects: "a host name, an IP address or a URI as certificates have it, without wildcard, such as gw-1.example",
  read: (_value, source) => (/^[A-Za-z0-9:][A-Za-z0-9._:@/-]{0,252}$/.test(source) ? source : undefined),
  write: (value) => value,
};

/** YAML reads 1.2 as a number. */
export const tlsVersion: ValueType<"1.2" | "1.3"> = {
  expects: "1.2 or 1.3",
  read: (_value, source) => (source === "1.2" || source === "1.3" ? source : undefined),
  write: (value) => value,
};

/** Octets in hex, at most so many. */
export function octets(most: number): ValueType<Uint8Array> {
  return {
    expects: `up to ${most} octets in hex, such as 8890a5`,
    read(_value, source) {
      const isHex = /^([0-9a-fA-F]{2})+$/.test(source) && source.length <= 2 * most;
      return isHex ? Uint8Array.from(source.match(/../g) ?? [], (octet) => Number.parseInt(octet, 16)) : undefined;
    },
    write: (value) => [...value].map(hex).join(""),
  };
}

/** One octet in hex. */
export function octet(allowed: readonly number[]): ValueType<number> {
  const names = allowed.map(hex);
  return {
    expects: names.join(" or "),
    read(_value, source) {
      const index = names.indexOf(source.toLowerCase().replace(/^0x/, ""));
      return index < 0 ? undefined : allowed[index];
    },
    write: hex,
  };
}

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}
