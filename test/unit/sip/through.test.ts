import { expect } from "chai";
import { createRequire } from "node:module";
import { loadConfig } from "../../../gateway/config/load.ts";
import { type Gateway, startGateway } from "../../../gateway/gateway.ts";
import { createPinx } from "../../../src/pinx.ts";
import { until } from "../../until.ts";
import { eventually } from "../../until.ts";
import { freePort } from "../../free-port.ts";

/** As much of npm sip 0.0.6, which has no types, as we use: transactions without dialogs, written by other hands. */
interface Message {
  readonly method?: string;
  readonly status?: number;
  readonly uri?: string;
  content?: string;
  readonly headers: {
    contact?: readonly { readonly uri: string }[];
    to: { readonly uri: string; params: { tag?: string } };
    from: { readonly uri: string; params: { tag?: string } };
    cseq: { method: string; seq: number };
    "call-id": string;
    [name: string]: unknown;
  };
}
interface Stack {
  send(message: unknown, callback?: (response: Message) => void): void;
  destroy(): void;
}
const sip = createRequire(import.meta.url)("sip") as {
  create(options: object, callback: (message: Message) => void): Stack;
  makeResponse(request: Message, status: number, reason: string): Message & { headers: Record<string, unknown> };
};

/** A phone on npm sip, at an address of loopback of its own: it takes no other at its own address. */
class NpmSip {
  readonly heard: Message[] = [];
  readonly address: string;
  readonly port: number;
  readonly stack: Stack;

  constructor(address: string, port: number) {
    this.address = address;
    this.port = port;
    this.stack = sip.create({ address, port, udp: false, tcp: true, logger: { error: () => {} } }, (message) => {
      if (message.method === "OPTIONS") this.stack.send(sip.makeResponse(message, 200, "OK"));
      else this.heard.push(message);
    });
  }

  get contact(): readonly [{ readonly uri: string }] {
    return [{ uri: `sip:${this.address}:${this.port};transport=tcp` }];
  }

  /** The first message of this method that is not taken yet. */
  async takes(method: string): Promise<Message> {
    const find = (): number => this.heard.findIndex((message) => message.method === method);
    await eventually(
      () => find() >= 0,
      () => `no ${method} but ${this.heard.map((one) => one.method).join()}`,
    );
    return this.heard.splice(find(), 1)[0] as Message;
  }

  answer(request: Message, status: number, content?: string): void {
    const response = sip.makeResponse(request, status, "X");
    response.headers.to.params.tag = "callee";
    response.headers["contact"] = this.contact;
    if (content !== undefined) {
      response.headers["content-type"] = "application/sdp";
      response.content = content;
    }
    this.stack.send(response);
  }
}

const offer =
  "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\na=x:\xe4\r\n";
const answer = offer.replaceAll("127.0.0.2", "127.0.0.3").replace("4000", "5000");

describe("a call between two SIP trunks of profile plain, both ends on npm sip 0.0.6", () => {
  let gateway: Gateway;
  let caller: NpmSip;
  let callee: NpmSip;
  let to: string;
  let invites = 0;

  beforeEach(async () => {
    const [one, two, near, far] = [await freePort(), await freePort(), await freePort(), await freePort()];
    // npm sip calls from 127.0.0.1, whatever its own address is.
    const trunk = (listen: number, server: string) =>
      `{ type: sip, profile: plain, listen: "127.0.0.1:${listen}", server: ["${server}", "127.0.0.1:9"] }`;
    const loaded = loadConfig(`neighbours:
  east: { numbers: ["1xxx"], trunk: ${trunk(one, `127.0.0.2:${near}`)}, callCompletion: { mode: none } }
  west: { numbers: ["2xxx"], trunk: ${trunk(two, `127.0.0.3:${far}`)}, callCompletion: { mode: none } }
`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    [caller, callee] = [new NpmSip("127.0.0.2", near), new NpmSip("127.0.0.3", far)];
    gateway = await startGateway(loaded.config, { core: createPinx() });
    to = `sip:2001@127.0.0.1:${one};transport=tcp`;
    const states = () =>
      gateway.inspect
        .trunks()
        .map(({ state }) => state)
        .join();
    await until(
      () => states() === "Up,Up" || undefined,
      (look) => gateway.inspect.subscribe(look),
      { complaint: states },
    );
  });

  afterEach(async () => {
    // Phones first: npm sip prints a connection that ends before it.
    for (const phone of [caller, callee]) phone.stack.destroy();
    await gateway.stop();
  });

  const invite = (content?: string): { readonly responses: Message[]; readonly request: Message } => {
    invites += 1;
    const responses: Message[] = [];
    const request = {
      ...{ method: "INVITE", uri: to },
      headers: {
        to: { uri: to, params: {} },
        from: { uri: "sip:1001@127.0.0.2", params: { tag: "caller" } },
        ...{ "call-id": `call-${invites}`, cseq: { method: "INVITE", seq: 1 }, contact: caller.contact },
        ...{
          "alert-info": "<urn:alert:service:normal>",
          ...(content === undefined ? {} : { "content-type": "application/sdp" }),
        },
      },
      ...(content === undefined ? {} : { content }),
    };
    caller.stack.send(request, (response) => responses.push(response));
    return { responses, request: request as Message };
  };

  /** A request of the caller in its dialog. */
  const inCall = (method: string, seq: number, accepted: Message, more: object = {}) => ({
    ...{ method, uri: accepted.headers.contact?.[0]?.uri ?? "" },
    headers: {
      ...{ to: accepted.headers.to, from: accepted.headers.from, "call-id": accepted.headers["call-id"] },
      ...{ cseq: { method, seq }, contact: caller.contact, ...more },
    },
  });

  const status = (responses: readonly Message[], code: number): Promise<Message> =>
    eventually(
      () => responses.some((response) => response.status === code),
      () => `no ${code} but ${responses.map((response) => response.status).join()}`,
    ).then(() => responses.find((response) => response.status === code) as Message);

  it("has its session descriptions passed octet for octet, early media, hold and the end too", async () => {
    const { responses } = invite(offer);
    const asked = await callee.takes("INVITE");
    expect([asked.content, asked.headers["alert-info"]]).to.deep.equal([offer, "<urn:alert:service:normal>"]);
    expect(asked.headers.from.uri).to.equal("sip:1001@127.0.0.3");
    callee.answer(asked, 183, answer);
    expect((await status(responses, 183)).content).to.equal(answer);
    callee.answer(asked, 200, answer);
    const accepted = await status(responses, 200);
    expect(accepted.content).to.equal(answer);
    caller.stack.send(inCall("ACK", 1, accepted));
    await callee.takes("ACK");

    const held = offer.replace("a=x", "a=sendonly\r\na=x");
    const answers: Message[] = [];
    const hold = { ...inCall("INVITE", 2, accepted, { "content-type": "application/sdp" }), content: held };
    caller.stack.send(hold, (response) => answers.push(response));
    const reInvite = await callee.takes("INVITE");
    expect(reInvite.content).to.equal(held);
    callee.answer(reInvite, 200, answer.replace("a=x", "a=recvonly\r\na=x"));
    expect((await status(answers, 200)).content).to.include("a=recvonly");
    caller.stack.send(inCall("ACK", 2, accepted));
    await callee.takes("ACK");

    const byes: Message[] = [];
    caller.stack.send(inCall("BYE", 3, accepted), (response) => byes.push(response));
    callee.answer(await callee.takes("BYE"), 200);
    await status(byes, 200);
  });

  it("without an offer has that of the called side, and the caller's answer in ACK", async () => {
    const { responses } = invite();
    const asked = await callee.takes("INVITE");
    expect(asked.content ?? "").to.equal("");
    callee.answer(asked, 200, offer);
    const accepted = await status(responses, 200);
    expect(accepted.content).to.equal(offer);
    expect(callee.heard, "the called side waits for the answer").to.deep.equal([]);
    caller.stack.send({ ...inCall("ACK", 1, accepted, { "content-type": "application/sdp" }), content: answer });
    expect((await callee.takes("ACK")).content).to.equal(answer);
  });

  it("is refused with the status that the called side gave", async () => {
    const { responses } = invite(offer);
    callee.answer(await callee.takes("INVITE"), 603);
    await status(responses, 603);
  });
});
