import { constants } from "node:crypto";
import { stat } from "node:fs/promises";
import type { SecureContextOptions } from "node:tls";
import type { TlsConfig } from "../../src/config.ts";
import type { TlsReport } from "./event.ts";
import type { TlsRefusal } from "./faults.ts";
import { type Expiry, expiries, expiryText, filesOf, readTlsFiles, type TlsFiles } from "./files.ts";
import { judge, type JudgedPeer, type PeerRole } from "./judge.ts";
import { type TlsLimits, tlsLimits } from "./limits.ts";

/** What the gateway and tests may give; nothing of it can be configured. */
export interface TlsEndOptions {
  readonly report: TlsReport;
  readonly limits?: TlsLimits;
  readonly now?: () => Date;
  /** Takes the lines of an NSS key log, by which tshark reads what was said: tests only. */
  readonly keylog?: (line: Buffer) => void;
}

/**
 * Our end of TLS for one trunk or monitor: the certificate it shows, whom it trusts, read again when the files change.
 * `connectTls` and `TlsListener` use it; connections that are up keep what they were made with.
 *
 *     const end = await TlsEnd.open(config.tls, { report });
 *     const { socket, peer } = await connectTls(end, { host, port }, { signal });   // judged: read and write it
 *     await end.stop();
 */
export class TlsEnd {
  readonly config: TlsConfig;
  readonly limits: TlsLimits;
  readonly report: TlsReport;
  readonly keylog: ((line: Buffer) => void) | undefined;
  readonly #now: () => Date;
  #files: TlsFiles;
  #stamps: string;
  readonly #watch: NodeJS.Timeout;
  readonly #reminded = new Map<string, number>();
  readonly #reloaded = new Set<() => void>();
  #busy: Promise<void> = Promise.resolve();

  private constructor(config: TlsConfig, files: TlsFiles, stamps: string, options: TlsEndOptions) {
    this.config = config;
    this.limits = options.limits ?? tlsLimits;
    this.report = options.report;
    this.keylog = options.keylog;
    this.#now = options.now ?? (() => new Date());
    this.#files = files;
    this.#stamps = stamps;
    this.#watch = setInterval(() => void this.reload(), this.limits.watchMs);
    this.#watch.unref();
    this.#tellDates();
  }

  /** Rejects with a sentence where the files cannot be used. What has expired is told, and yet opened. */
  static async open(config: TlsConfig, options: TlsEndOptions): Promise<TlsEnd> {
    const stamps = await stampsOf(config);
    const files = await readTlsFiles(config, options.limits);
    return new TlsEnd(config, files, stamps, options);
  }

  /** For the record layer. Nobody resumes a session: each connection shows its certificate and is judged. */
  get context(): SecureContextOptions {
    return {
      cert: this.#files.certificate,
      key: this.#files.key,
      ca: this.#files.anchorsPem,
      minVersion: this.config.minVersion === "1.3" ? "TLSv1.3" : "TLSv1.2",
      secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
    };
  }

  /** As `judge`, by what the files say now. */
  async judge(chain: readonly Uint8Array[], role: PeerRole): Promise<JudgedPeer> {
    const peer = await judge(chain, role, this.#files.policy, this.#now(), this.limits);
    this.#remindOfPeer(peer);
    return peer;
  }

  /** `from`: who it was. */
  refused({ fault, message }: TlsRefusal, from: string): void {
    this.report({ type: "refused", fault, text: `TLS with ${from} is refused: ${message}` });
  }

  /** Reads the files again if one of them changed. Never rejects: what cannot be used is reported, the old stays. */
  reload(): Promise<void> {
    this.#busy = this.#busy.then(() => this.#reload());
    return this.#busy;
  }

  /** Returns what ends the subscription. */
  onReloaded(tell: () => void): () => void {
    this.#reloaded.add(tell);
    return () => this.#reloaded.delete(tell);
  }

  async stop(): Promise<void> {
    clearInterval(this.#watch);
    this.#reloaded.clear();
    await this.#busy;
  }

  async #reload(): Promise<void> {
    try {
      const stamps = await stampsOf(this.config);
      if (stamps !== this.#stamps) {
        this.#stamps = stamps;
        this.#files = await readTlsFiles(this.config, this.limits);
        const [{ subject, notAfter }] = this.#files.own;
        this.report({
          type: "reloaded",
          text: `the files of TLS were read again: ${subject} until ${notAfter.toISOString()}; calls go on`,
        });
        for (const tell of this.#reloaded) tell();
      }
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.report({ type: "notReloaded", text: `the files of TLS changed and the old ones stay in use: ${text}` });
    }
    this.#tellDates();
  }

  #tellDates(): void {
    const all = expiries(this.#files);
    const dates: Partial<Record<Expiry["of"], number>> = {};
    for (const { of, at } of all) dates[of] ??= at.getTime();
    this.report({ type: "dates", dates });
    const now = this.#now();
    for (const expiry of all) {
      if (this.#isDue(`${expiry.of} ${expiry.subject}`, expiry.at)) {
        this.report({ type: "expires", of: expiry.of, text: expiryText(expiry, now) });
      }
    }
  }

  #remindOfPeer({ path: [{ subject, notAfter }] }: JudgedPeer): void {
    if (!this.#isDue(`peer ${subject}`, notAfter)) return;
    const text = `the peer's certificate ${subject} expires on ${notAfter.toISOString()}; let the peer renew it`;
    this.report({ type: "expires", of: "peer", text });
  }

  /** It ends soon, and that was not said for a day. */
  #isDue(key: string, at: Date): boolean {
    const now = this.#now().getTime();
    if (at.getTime() - now > this.config.warnBeforeMs) {
      this.#reminded.delete(key);
      return false;
    }
    if (now - (this.#reminded.get(key) ?? Number.NEGATIVE_INFINITY) < this.limits.remindMs) return false;
    this.#reminded.set(key, now);
    return true;
  }
}

/** What tells that a file is another one: replaced by a rename, or written again. */
async function stampsOf(config: TlsConfig): Promise<string> {
  const stats = await Promise.all(
    filesOf(config).map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      return found === undefined ? "missing" : `${found.ino} ${found.size} ${found.mtimeMs}`;
    }),
  );
  return stats.join(", ");
}
