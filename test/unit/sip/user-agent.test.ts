import net from "node:net";
import { expect } from "chai";
import { type Body, URI, type Session } from "sip.js/lib/core/index.js";
import { sipLimits } from "../../../gateway/sip/limits.ts";
import { SipUserAgent, type SipUserAgentEvents } from "../../../gateway/sip/user-agent.ts";

/** Octets that UTF-8 would change, and that look like the end of a head. */
const octets = "\x08\x02\x00\x01\x05\xff\x80\r\n\r\n\x00\xe4";
const qsig: Body = { contentDisposition: "render", contentType: "application/qsig", content: octets };

interface Ends {
  readonly near: SipUserAgent;
  readonly far: SipUserAgent;
  readonly heard: string[];
  readonly warned: string[];
  readonly socket: () => net.Socket;
  stop(): Promise<void>;
}

/** Two user agents on loopback: `near` connects to `far`. */
async function ends(far: Partial<SipUserAgentEvents>): Promise<Ends> {
  const [heard, warned]: [string[], string[]] = [[], []];
  const events = (own: Partial<SipUserAgentEvents>): SipUserAgentEvents => ({
    opened: () => {},
    closed: () => {},
    flow: () => {},
    trace: () => {},
    warn: () => {},
    drained: () => undefined,
    ...own,
  });
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const listen = { host: "127.0.0.1", port: (server.address() as net.AddressInfo).port };
  const settings = { transport: "tcp", user: "gw", limits: sipLimits } as const;
  const called = new SipUserAgent({ ...settings, listen }, events({ ...far, warn: (text) => warned.push(text) }));
  server.on("connection", (socket) => called.accept(socket));
  let socket = new net.Socket();
  const caller = await new Promise<SipUserAgent>((resolve) => {
    const trace: SipUserAgentEvents["trace"] = (direction, text) => {
      heard.push(`${direction} ${Buffer.from(text).toString("latin1").split("\r\n")[0]}`);
    };
    const agent: SipUserAgent = new SipUserAgent(settings, events({ opened: () => resolve(agent), trace }));
    socket = net.connect(listen);
    agent.connect(socket);
  });
  const stop = async (): Promise<void> => {
    await Promise.all([caller.stop(), called.stop()]);
    await new Promise((resolve) => server.close(resolve));
  };
  return { near: caller, far: called, heard, warned, socket: () => socket, stop };
}

function invite({ core, contact }: SipUserAgent) {
  const [to, from] = [new URI("sip", "2001", "127.0.0.1"), new URI("sip", "1001", "127.0.0.1")];
  return core.makeOutgoingRequestMessage("INVITE", to, from, to, {}, [`Contact: ${contact}`], qsig);
}

const contents = (message: { readonly body?: unknown }) => message.body;

describe("a SIP user agent of ours: what profile cisco needs of sip.js", () => {
  let open: Ends | undefined;
  afterEach(async () => {
    await open?.stop();
    open = undefined;
  });

  it("sends and delivers the octets of a body in INVITE and in a final response that is not 2xx", async () => {
    let asked: unknown;
    open = await ends({
      onInvite(request) {
        asked = contents(request.message);
        request.reject({ statusCode: 480, body: qsig });
      },
    });
    const { near } = open;
    const answered = await new Promise<unknown>((resolve) =>
      near.core.invite(invite(near), { onReject: ({ message }) => resolve(contents(message)) }),
    );
    expect([asked, answered]).to.deep.equal([octets, octets]);
  });

  it("sends and delivers them in 183, 200, INFO, BYE and the 200 to BYE", async () => {
    const got: [string, unknown][] = [];
    open = await ends({
      onInvite(request) {
        request.progress({ statusCode: 183, body: qsig });
        const { session } = request.accept({ statusCode: 200, body: qsig });
        session.delegate = {
          onInfo(info) {
            got.push(["INFO", contents(info.message)]);
            info.accept();
          },
          onBye(bye) {
            got.push(["BYE", contents(bye.message)]);
            bye.accept({ statusCode: 200, body: qsig });
          },
        };
      },
    });
    const { near } = open;
    const session = await new Promise<Session>((resolve) =>
      near.core.invite(invite(near), {
        onProgress: ({ message }) => got.push(["183", contents(message)]),
        onAccept(response) {
          got.push(["200", contents(response.message)]);
          response.ack();
          resolve(response.session);
        },
      }),
    );
    await new Promise((resolve) => session.info({ onAccept: resolve }, { body: qsig }));
    await new Promise<void>((resolve) =>
      session.bye(
        {
          onAccept({ message }) {
            got.push(["200 to BYE", contents(message)]);
            resolve();
          },
        },
        { body: qsig },
      ),
    );
    expect(got).to.deep.equal(["183", "200", "INFO", "BYE", "200 to BYE"].map((name) => [name, octets]));
    expect(near.core.dialogs.size, "no dialog is left").to.equal(0);
  });

  it("answers requests that nobody takes, 405, and those it cannot read, 400", async () => {
    open = await ends({});
    const { socket, warned } = open;
    const answers: string[] = [];
    socket().on("data", (chunk: Buffer) => answers.push(...(chunk.toString("latin1").match(/SIP\/2\.0 \d+/g) ?? [])));
    const request = (method: string, fields: string) =>
      `${method} sip:2001@gw SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK${method}\r\n` +
      `From: <sip:a@a>;tag=1\r\nTo: <sip:b@b>\r\n${fields}Content-Length: 0\r\n\r\n`;
    socket().write(request("MESSAGE", "Call-ID: 1\r\nCSeq: 1 MESSAGE\r\n"));
    socket().write(request("UPDATE", "Call-ID: 2\r\nCSeq: 1 UPDATE\r\n"));
    socket().write(request("INFO", "Call-ID: 3\r\nCSeq: 1 BYE\r\n"));
    socket().write(request("BYE", "CSeq: 1 BYE\r\n"));
    socket().write(request("OPTIONS", "Call-ID: 5\r\nCSeq: 1 OPTIONS\r\n"));
    while (answers.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answers).to.deep.equal(["405", "405", "400", "400", "200"].map((status) => `SIP/2.0 ${status}`));
    expect(warned).to.have.length(4);
    expect(warned[0]).to.equal("a request MESSAGE of a peer is refused: it is nothing that is taken here");
  });

  it("answers 481 to requests in a dialog that is none of ours", async () => {
    open = await ends({});
    const { socket } = open;
    const answer = new Promise<string>((resolve) => socket().once("data", (chunk: Buffer) => resolve(String(chunk))));
    socket().write(
      "BYE sip:2001@gw SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=z9hG4bK1\r\n" +
        "From: <sip:a@a>;tag=1\r\nTo: <sip:b@b>;tag=2\r\nCall-ID: 1\r\nCSeq: 2 BYE\r\nContent-Length: 0\r\n\r\n",
    );
    const text = await answer;
    expect(text).to.match(/^SIP\/2\.0 481/);
    expect(text, "what we noted in Via stays here").not.to.include("x-connection");
  });
});
