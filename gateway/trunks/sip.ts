import { lookup } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import net from "node:net";
import type { HostPort, SipTrunkConfig } from "../../src/config.ts";
import type { Channel } from "../../src/seam.ts";
import { sipMessage, sipPdu } from "../../src/trunk/sip-events.ts";
import type { AdapterContext, TrunkAdapter } from "../adapter.ts";
import { type SipLimits, sipLimits } from "../sip/limits.ts";
import { SipUserAgent, type SipUserAgentSettings } from "../sip/user-agent.ts";
import { SipTrunkCalls } from "./sip-calls.ts";

/** SIP over TCP. Channels that the core asks for are numbered: `out-3` goes to the third server, around again. */
export function sipTrunk(config: SipTrunkConfig, context: AdapterContext): Promise<TrunkAdapter> {
  return createSipTrunk(config, context, sipLimits);
}

/** As `sipTrunk`, with limits of its own: tests shorten them. */
export async function createSipTrunk(
  config: SipTrunkConfig,
  context: AdapterContext,
  limits: SipLimits,
): Promise<TrunkAdapter> {
  const { neighbour: trunk, post, warn } = context;
  if (config.transport === "tls") throw new Error(`${trunk}: transport tls is not there yet: use tcp`);
  const hosts = await addressesOf(config.servers);
  const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: limits.keepAliveMs });
  const bound = config.listen === undefined ? undefined : await listening(server, config.listen);
  /** The channel that the core knows the connection to the server by. */
  let channel: Channel | undefined;
  let reason: string | undefined;
  const settings = await settingsOf(config, bound, limits);
  const agent = new SipUserAgent(settings, {
    onInvite: (request) => calls.invited(request),
    opened: () => channel !== undefined && post({ type: "opened", trunk, channel, by: "us" }),
    closed(why) {
      const closed = channel;
      channel = undefined;
      calls.lost();
      if (closed !== undefined) post({ type: "closed", trunk, channel: closed, reason: reason ?? why });
      reason = undefined;
    },
    flow: (writable) => channel !== undefined && post({ type: "flow", trunk, channel, writable }),
    trace: (direction, octets) =>
      context.trace?.({ type: "pdu", trunk, channel: "sip", direction, carrier: "sip", octets }),
    warn,
    drained: () => context.drained(),
  });
  const calls = new SipTrunkCalls({
    agent,
    domain: config.domain,
    most: limits.calls,
    post: (message) => post({ type: "received", trunk, channel: channel ?? "in", pdu: sipPdu(message) }),
    warn,
  });
  server.on("connection", (socket) => {
    const refusal = refusalOf(socket, hosts, agent, limits);
    if (refusal === undefined) return agent.accept(socket);
    socket.destroy();
    warn(`a connection is refused: ${refusal}`);
  });
  return {
    ...(bound === undefined ? {} : { address: `${bound.host}:${bound.port}` }),
    send(_channel, pdu) {
      if (pdu.carrier !== "sip") return;
      const fault = faultOf(() => calls.send(sipMessage(pdu)));
      if (fault !== undefined) warn(`a SIP message could not be sent: ${fault}`);
    },
    open(name) {
      const number = Number(name.replace(/\D/g, "")) || 1;
      const peer = config.servers[(number - 1) % config.servers.length];
      if (peer === undefined) return post({ type: "closed", trunk, channel: name, reason: "there is no such server" });
      channel = name;
      const keepAlive = { keepAlive: true, keepAliveInitialDelay: limits.keepAliveMs };
      agent.connect(net.connect({ ...peer, noDelay: true, ...keepAlive }));
    },
    close(name, why) {
      if (name !== channel || reason !== undefined) return;
      reason = why;
      agent.disconnect(why);
    },
    async stop() {
      const closed = bound === undefined ? undefined : new Promise<void>((resolve) => server.close(() => resolve()));
      await agent.stop();
      await closed;
    },
  };
}

/** sip.js throws where a message does not fit the state of its transaction: it crossed one of the peer. */
function faultOf(send: () => void): string | undefined {
  try {
    send();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refusalOf(
  { remoteAddress = "" }: net.Socket,
  hosts: ReadonlySet<string>,
  { connections }: SipUserAgent,
  limits: SipLimits,
): string | undefined {
  const from = remoteAddress.replace(/^::ffff:/, "");
  if (!hosts.has(from)) return `${from} is none of the servers`;
  return connections >= limits.connections ? "there are as many as the limit" : undefined;
}

async function settingsOf(
  { transport, auth }: SipTrunkConfig,
  listen: HostPort | undefined,
  limits: SipLimits,
): Promise<SipUserAgentSettings> {
  return {
    ...{ transport, limits, user: auth?.username ?? "qsig" },
    ...(listen === undefined ? {} : { listen }),
    ...(auth === undefined
      ? {}
      : { credentials: { username: auth.username, password: await passwordIn(auth.passwordFile) } }),
  };
}

async function passwordIn(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`cannot read the password in ${file}: ${why}; put it there or take auth out of the trunk`);
  }
}

/** Where connections of the servers come from: a name counts with all its addresses. */
async function addressesOf(servers: readonly HostPort[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(servers.map(({ host }) => lookup(host, { all: true }).catch(() => [])));
  return new Set([...servers.map(({ host }) => host), ...found.flat().map(({ address }) => address)]);
}

async function listening(server: net.Server, { host, port }: HostPort): Promise<HostPort> {
  await new Promise<void>((resolve, reject) => {
    server.on("error", (error) => reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`)));
    server.listen(port, host, resolve);
  });
  return { host, port: (server.address() as net.AddressInfo).port };
}
