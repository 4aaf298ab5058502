import type { Config } from "../../src/config.ts";
import type { Trunk } from "../../src/ids.ts";
import type { HttpLineSettings } from "../lines/http.ts";
import type { SipLineSettings } from "../lines/sip.ts";
import type { CiscoSettings } from "../phones/cisco.ts";
import type { SipPhoneSettings } from "../phones/sip.ts";
import type { ApiSettings } from "../api/server.ts";
import type { WebhookSettings } from "../phones/webhook.ts";

/** The whole configuration as the gateway runs it: what the core reads, and what only the rim needs. */
export interface GatewayConfig {
  readonly core: Config;
  readonly store: StoreSettings;
  readonly api: ApiSettings;
  /** How the lines of a neighbour are watched and its users are reached; neighbours without both are absent. */
  readonly clusters: ReadonlyMap<Trunk, ClusterSettings>;
}

export interface StoreSettings {
  readonly type: "memory";
}

export interface ClusterSettings {
  readonly lines?: LineSettings;
  readonly phones?: PhoneSettings;
}

/** Lines of the demo cluster, in memory. */
export interface DemoLineSettings {
  readonly type: "demo";
}

/** Phones of the demo cluster, drawn on the demo page. */
export interface DemoPhoneSettings {
  readonly type: "demo";
  /** The sound of the screen "has become available" (S-77). */
  readonly audioFile?: string;
}

export type LineSettings = DemoLineSettings | HttpLineSettings | SipLineSettings;
export type PhoneSettings = DemoPhoneSettings | CiscoSettings | SipPhoneSettings | WebhookSettings;
