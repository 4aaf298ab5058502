import type { SctpAssociation, SctpEvents, SctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import { sctpLimits } from "../../../gateway/trunks/sctp/provider.ts";
import { nodeSctpProvider } from "../../../gateway/trunks/sctp/node-sctp.ts";
import { patienceMs, until } from "../../until.ts";

/** Resolves when it holds: the associations tell nobody else. */
export async function holds(condition: () => boolean, timeoutMs = patienceMs): Promise<void> {
  const every = (look: () => void) => {
    const timer = setInterval(look, 5);
    return () => clearInterval(timer);
  };
  await until(() => condition() || undefined, every, { timeoutMs, complaint: () => String(condition) });
}

/** One association as its user sees it. */
export class End implements SctpEvents {
  association: SctpAssociation | undefined;
  isUp = false;
  reason: string | undefined;
  readonly received: { readonly text: string; readonly stream: number }[] = [];
  readonly flow: boolean[] = [];

  up(): void {
    this.isUp = true;
  }

  message(octets: Uint8Array, stream: number): void {
    this.received.push({ text: new TextDecoder().decode(octets), stream });
  }

  writable(writable: boolean): void {
    this.flow.push(writable);
  }

  down(reason: string): void {
    this.reason = reason;
  }

  send(text: string, stream: number): void {
    this.association?.send(new TextEncoder().encode(text), stream);
  }
}

type Cleanup = (() => Promise<void>)[];
const host = "127.0.0.1";

/** Somebody who listens: each association that came, in order. */
export async function listening(cleanup: Cleanup, limits: Partial<SctpLimits> = {}) {
  const dropped: string[] = [];
  const options = {
    transport: "udp",
    bind: { host, port: 0 },
    sctpPort: 9900,
    dropped: (why: string) => dropped.push(why),
  } as const;
  const provider = await nodeSctpProvider(options, { ...sctpLimits, ...limits });
  cleanup.push(() => provider.stop());
  const ends: End[] = [];
  provider.listen((association) => {
    const end = new End();
    end.association = association;
    ends.push(end);
    return end;
  });
  return { provider, ends, dropped, port: Number(provider.address.split(":")[1]) };
}

/** Somebody who calls that port; the association may still be on its way up. */
export async function calling(cleanup: Cleanup, port: number, limits: Partial<SctpLimits> = {}) {
  const dropped: string[] = [];
  const bind = { host, port: 0 };
  const options = {
    transport: "udp",
    bind,
    peer: { host, port },
    sctpPort: 9900,
    dropped: (why: string) => dropped.push(why),
  } as const;
  const provider = await nodeSctpProvider(options, { ...sctpLimits, ...limits });
  cleanup.push(() => provider.stop());
  const connect = (): End => {
    const end = new End();
    end.association = provider.connect(end);
    return end;
  };
  return { provider, connect, dropped };
}

/** Both ends up. */
export async function pair(cleanup: Cleanup, limits: Partial<SctpLimits> = {}) {
  const server = await listening(cleanup, limits);
  const client = await calling(cleanup, server.port, limits);
  const near = client.connect();
  await holds(() => near.isUp && server.ends[0]?.isUp === true);
  const [far] = server.ends;
  if (far === undefined) throw new Error("no association came");
  return { server, client, near, far };
}
