import type { StoredRequest } from "../src/completion/record.ts";
import type { Trunk } from "../src/ids.ts";
import type { TraceEntry } from "../src/trace.ts";
import type { TlsEvent } from "./tls/event.ts";
import type { TrunkAlarm, TrunkCondition } from "./trunk-watch.ts";

type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly type: "counter" | "gauge";
  readonly help: string;
}

/** ONE table: every metric. Labels hold names of ours only: numbers are personal data and stand in none. */
const families = {
  qsig_messages_total: { type: "counter", help: "Layer 3 messages by trunk and direction." },
  qsig_leniencies_total: {
    type: "counter",
    help: "Messages received that need a leniency, by trunk, leniency and whether it was accepted or refused.",
  },
  qsig_calls_refused_total: {
    type: "counter",
    help: "Calls and call-independent connections that were not relayed, by the trunk they came on and cause.",
  },
  qsig_apdus_dropped_total: {
    type: "counter",
    help: "Messages with APDUs that could not be passed on, by the trunk they came on.",
  },
  qsig_faults_total: { type: "counter", help: "Errors thrown in call completion: faults of this program." },
  qsig_trunk_state: { type: "gauge", help: "1 for the state of each trunk: idle, up, failing or down." },
  qsig_trunk_alarms_total: {
    type: "counter",
    help: "Alarms of trunks: up, down, flapping, restarted (the peer was).",
  },
  qsig_tls_refused_total: { type: "counter", help: "Peers refused at TLS, by trunk and fault; docs/tls.md says each." },
  qsig_tls_expiry_timestamp_seconds: {
    type: "gauge",
    help: "When the first of our certificates, trust anchors and revocation lists expires, by trunk, in Unix time.",
  },
  qsig_requests: { type: "gauge", help: "Call back requests that stand, by role and state." },
} as const satisfies Readonly<Record<string, Family>>;

type FamilyName = keyof typeof families;

/** Counts what the trace tells, for the text format of Prometheus. */
export class Metrics {
  readonly #counts = new Map<FamilyName, Map<string, number>>();
  /** Of each trunk, in and out: messages are many, so their labels are written when somebody asks. */
  readonly #messages = new Map<Trunk, { in: number; out: number }>();

  /** A subscriber of the trace. */
  readonly push = (entry: TraceEntry): void => {
    if (entry.type === "message") {
      const { trunk, direction } = entry;
      const counts = this.#messages.get(trunk);
      if (counts === undefined) this.#messages.set(trunk, { in: 0, out: 0, [direction]: 1 });
      else counts[direction] += 1;
    } else if (entry.type === "leniency") {
      const { trunk, leniency, verdict } = entry;
      this.#add("qsig_leniencies_total", { trunk, leniency, verdict });
    } else if (entry.type === "refused") {
      const { trunk, kind, cause } = entry;
      this.#add("qsig_calls_refused_total", { trunk, kind, cause: String(cause) });
    } else if (entry.type === "dropped") this.#add("qsig_apdus_dropped_total", { trunk: entry.trunk });
    else if (entry.type === "fault") this.#add("qsig_faults_total", {});
  };

  readonly tls = (trunk: Trunk, event: TlsEvent): void => {
    if (event.type === "refused") return this.#add("qsig_tls_refused_total", { trunk, fault: event.fault });
    if (event.type !== "dates") return;
    for (const [of, at] of Object.entries(event.dates)) {
      this.#series("qsig_tls_expiry_timestamp_seconds").set(labelText({ trunk, of }), Math.floor(at / 1000));
    }
  };

  readonly trunkAlarm = (trunk: Trunk, alarm: TrunkAlarm): void =>
    this.#add("qsig_trunk_alarms_total", { trunk, alarm });

  /** `requests`: those that stand now; `trunks`: as they are now. */
  text(
    requests: readonly StoredRequest[],
    trunks: readonly { readonly trunk: Trunk; readonly condition?: TrunkCondition }[] = [],
  ): string {
    const conditions = new Map<string, number>();
    for (const { trunk, condition } of trunks) {
      if (condition !== undefined) conditions.set(labelText({ trunk, state: condition }), 1);
    }
    const states = new Map<string, number>();
    for (const { role, state } of requests) count(states, labelText({ role, state }));
    const messages = new Map<string, number>();
    for (const [trunk, { in: received, out: sent }] of this.#messages) {
      if (received > 0) messages.set(labelText({ trunk, direction: "in" }), received);
      if (sent > 0) messages.set(labelText({ trunk, direction: "out" }), sent);
    }
    const counts = new Map<FamilyName, Map<string, number>>([
      ...this.#counts,
      ["qsig_messages_total", messages],
      ["qsig_requests", states],
      ["qsig_trunk_state", conditions],
    ]);
    return (Object.keys(families) as FamilyName[]).map((name) => familyText(name, counts.get(name))).join("");
  }

  #add(name: FamilyName, labels: Labels): void {
    count(this.#series(name), labelText(labels));
  }

  #series(name: FamilyName): Map<string, number> {
    const series = this.#counts.get(name) ?? new Map<string, number>();
    this.#counts.set(name, series);
    return series;
  }
}

function count(series: Map<string, number>, labels: string): void {
  series.set(labels, (series.get(labels) ?? 0) + 1);
}

function familyText(name: FamilyName, series: ReadonlyMap<string, number> | undefined): string {
  const { help, type } = families[name];
  const lines = [...(series ?? [])].map(([labels, value]) => `${name}{${labels}} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
}

/** Names of ours hold no quote, backslash or line end, so nothing is escaped. */
function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(",");
}
