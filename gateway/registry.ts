import type { TrunkConfig } from "../src/config.ts";
import type { AdapterContext, Create, LineAdapter, PhoneAdapter, PhoneContext, TrunkAdapter } from "./adapter.ts";
import type { LineSettings, PhoneSettings, StoreSettings } from "./config/gateway-config.ts";
import { httpLines } from "./lines/http.ts";
import { sipLines } from "./lines/sip.ts";
import { ciscoPhones } from "./phones/cisco.ts";
import { sipPhones } from "./phones/sip.ts";
import { webhookPhones } from "./phones/webhook.ts";
import { memoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";
import { h323Trunk } from "./trunks/h323.ts";
import { iuaTrunk } from "./trunks/iua.ts";
import { lapdTrunk } from "./trunks/lapd.ts";
import { sipTrunk } from "./trunks/sip.ts";

/** Settings of one type out of a union of settings. */
type Of<Settings extends { readonly type: string }, Type> = Extract<Settings, { readonly type: Type }>;
type Creators<Settings extends { readonly type: string }, Adapter, Context = AdapterContext> = {
  readonly [Type in Settings["type"]]?: Create<Of<Settings, Type>, Adapter, Context>;
};

/** Every type of adapter and store: one line each. A contract test runs over every entry. */
export interface Registry {
  readonly trunks: Creators<TrunkConfig, TrunkAdapter>;
  readonly lines: Creators<LineSettings, LineAdapter>;
  readonly phones: Creators<PhoneSettings, PhoneAdapter, PhoneContext>;
  readonly stores: { readonly [Type in StoreSettings["type"]]: (settings: Of<StoreSettings, Type>) => Promise<Store> };
}

export const registry: Registry = {
  trunks: { lapd: lapdTrunk, iua: iuaTrunk, h323: h323Trunk, sip: sipTrunk },
  lines: { sip: sipLines, http: httpLines },
  phones: { cisco: ciscoPhones, sip: sipPhones, webhook: webhookPhones },
  stores: { memory: async () => memoryStore() },
};
