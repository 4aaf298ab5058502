import type { TlsFault } from "./faults.ts";
import type { Expiry } from "./files.ts";

/** What happens at TLS, for log and metrics. `text` is a whole sentence for the log. */
export type TlsEvent =
  | { readonly type: "refused"; readonly fault: TlsFault; readonly text: string }
  /** Of our files or, told once for each, a peer's certificate. */
  | { readonly type: "expires"; readonly of: Expiry["of"] | "peer"; readonly text: string }
  /** The soonest end of each kind in our files, in Unix milliseconds; told whenever they were read. */
  | { readonly type: "dates"; readonly dates: Readonly<Partial<Record<Expiry["of"], number>>> }
  | { readonly type: "reloaded"; readonly text: string }
  /** The files changed and cannot be used: what was read before goes on. */
  | { readonly type: "notReloaded"; readonly text: string };

export type TlsReport = (event: TlsEvent) => void;

/** To whom an adapter reports: where nobody counts, its warnings say it. */
export function reportTo(context: { readonly tls?: TlsReport; readonly warn: (text: string) => void }): TlsReport {
  return (
    context.tls ??
    ((event) => {
      if ("text" in event) context.warn(event.text);
    })
  );
}
