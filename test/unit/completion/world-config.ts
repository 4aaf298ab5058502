import type {
  CallCompletionConfig,
  Config,
  NeighbourConfig,
  OurConfig,
  PeerConfig,
  PhonesConfig,
} from "../../../src/config.ts";
import type { DigitRules } from "../../../src/digits.ts";
import type { Trunk } from "../../../src/ids.ts";

const our: OurConfig = {
  connectionProposal: "retain",
  connectionResponse: "retain",
  t1Ms: 30_000,
  t3Ms: 30_000,
  ccbsT2Ms: 3_600_000,
  ccnrT2Ms: 11_700_000,
  t4Ms: 40_000,
  noPathReservation: true,
  retainService: false,
  onConnectionLost: "goOn",
};
/** As libpri is (CC 8). */
const peer: PeerConfig = {
  canRetain: true,
  canRelease: true,
  canReserve: false,
  canRetainService: false,
  suspends: true,
  busyNeedsDisconnect: true,
  auditByRepeat: false,
  transitCounter: true,
  opCoding: "local",
  profile: 0x9f,
  trueOctet: 0x01,
  anyTrue: true,
  t1Ms: 30_000,
  t3Ms: 30_000,
};

export interface Settings {
  readonly our?: Partial<OurConfig>;
  readonly peer?: Partial<PeerConfig>;
  /** Of the assisted cluster. */
  readonly cluster?: Partial<CallCompletionConfig>;
  readonly trunk?: Partial<CallCompletionConfig>;
  readonly phones?: PhonesConfig;
  readonly limits?: Partial<Config["limits"]>;
  /** By neighbour. */
  readonly digits?: Readonly<Record<Trunk, DigitRules>>;
}

export type Place = { readonly name: Trunk; readonly numbers: string; readonly mode: CallCompletionConfig["mode"] };

export function neighbour({ name, numbers, mode }: Place, settings: Settings): NeighbourConfig {
  return {
    name,
    numbers: [numbers],
    trunk: { type: "demo" },
    media: "external",
    digits: settings.digits?.[name] ?? { in: [], out: [] },
    callCompletion: {
      mode,
      enabled: true,
      dialect: "libpri",
      our: { ...our, ...settings.our },
      peer: { ...peer, ...settings.peer },
      queue: "parallel",
      busyTrigger: 1,
      retentionMs: 60_000,
      offerMs: 25_000,
      guardMs: 3000,
      recallPrefix: "",
      dialByHand: false,
      onFault: "relay",
      ...(mode === "assisted" ? settings.cluster : settings.trunk),
    },
    ...(mode === "assisted" && settings.phones !== undefined ? { phones: settings.phones } : {}),
  };
}
