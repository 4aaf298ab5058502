import type { PhonesConfig } from "../../src/config.ts";
import type { ClusterSettings, LineSettings, PhoneSettings } from "./gateway-config.ts";
import type { lines, phones } from "./cluster-schema.ts";
import type { Read } from "./spec.ts";
import { buildTls } from "./tls-schema.ts";

type LineValues = Read<ReturnType<typeof lines>>;
type PhoneValues = Read<ReturnType<typeof phones>>;
/** Told what only shows between keys, and under which of them. */
type ReportFault = (path: readonly string[], text: string) => void;

export interface ClusterValues {
  readonly lines: LineValues;
  readonly phones: PhoneValues;
  readonly callCompletion: { readonly audioFile: string };
}

export function buildCluster({ lines, phones, callCompletion }: ClusterValues, fault: ReportFault): ClusterSettings {
  const phonesFault: ReportFault = (path, text) => fault(["phones", ...path], text);
  if (phones?.type === "cisco") checkCisco(phones, phonesFault);
  if (phones?.type === "webhook" && phones.pageUrl === undefined && anyAddress.has(phones.bind.host)) {
    phonesFault(["pageUrl"], `is missing: users cannot open ${phones.bind.host}; give the address they reach`);
  }
  return {
    ...(lines === undefined ? {} : { lines: buildLines(lines) }),
    ...(phones === undefined ? {} : { phones: buildPhones(phones, callCompletion.audioFile) }),
  };
}

function buildLines(lines: NonNullable<LineValues>): LineSettings {
  if (lines.type === "demo") return lines;
  if (lines.type === "sip") {
    const { expires, domain = lines.server.host, tls, ...rest } = lines;
    return { ...given(rest), domain, expiresS: Math.round(expires / 1000), ...buildTls(tls) };
  }
  const { silence, ...rest } = lines;
  return { ...rest, silenceMs: silence };
}

function buildPhones(phones: NonNullable<PhoneValues>, audioFile: string): PhoneSettings {
  const settings = ofAdapter(phones);
  if (settings.type === "sip") {
    const { domain = settings.server.host, tls, ...rest } = settings;
    return { ...given(rest), domain, ...buildTls(tls) };
  }
  if (settings.type !== "webhook") return { ...given(settings), audioFile };
  const { linkLife, ...rest } = settings;
  return { ...given(rest), linkLifeMs: linkLife };
}

export function phonesOfCore({ locale, locales, canHold }: NonNullable<PhoneValues>): PhonesConfig {
  return { locale, locales, canHold };
}

/** What the core reads of the phones is none of their adapter's. */
function ofAdapter({ locale, locales, canHold, ...settings }: NonNullable<PhoneValues>) {
  return settings;
}

type Given<Values> = { [key in keyof Values as undefined extends Values[key] ? never : key]: Values[key] } & {
  [key in keyof Values as undefined extends Values[key] ? key : never]?: Exclude<Values[key], undefined>;
};

/** What was left out of the file is absent, not undefined. */
function given<Values extends object>(values: Values): Values extends unknown ? Given<Values> : never {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Values extends unknown ? Given<Values> : never;
}

const anyAddress: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

function checkCisco(phones: Extract<PhoneValues, { readonly type: "cisco" }>, fault: ReportFault): void {
  const { bind, url, authentication, user, passwordFile } = phones;
  if (url === undefined && anyAddress.has(bind.host)) {
    fault(
      ["url"],
      `is missing: phones cannot reach ${bind.host}; give the address they reach, http://HOST:${bind.port}`,
    );
  }
  if (authentication !== "none" && (user === undefined || passwordFile === undefined)) {
    fault(["authentication"], `${authentication} needs user and passwordFile`);
  }
  if (phones.phones.length === 0) fault(["phones"], "is missing; give the number and the address of each phone");
  const numbers = phones.phones.map(({ number }) => number);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) fault(["phones"], `names ${twice} twice`);
}
