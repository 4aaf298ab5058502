import { createHash, randomBytes } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { SaxesParser } from "saxes";

/**
 * A Cisco IP phone as far as the public facts describe it: /CGI/Execute with the form field XML, user and password,
 * objects that it fetches by GET, soft keys by position, Play, Dial and Init. It reads XML strictly: an element it does
 * not know, out of its order or missing, is a fault, as is a push of more than 512 octets.
 */
export interface CiscoPhoneOptions {
  readonly host?: string;
  readonly authentication?: "none" | "basic" | "digest";
  readonly user?: string;
  readonly password?: string;
}

export interface ShownText {
  readonly title: string;
  readonly lines: readonly string[];
  /** Names by position. */
  readonly keys: ReadonlyMap<number, { readonly name: string; readonly url: string }>;
  readonly menu: readonly { readonly name: string; readonly url: string }[];
  readonly input?: { readonly url: string; readonly parameter: string };
}

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** The children of each object, in their order; `*`: any number, `?`: at most one. */
const grammar: Readonly<Record<string, readonly string[]>> = {
  CiscoIPPhoneText: ["Title", "Prompt", "Text", "SoftKeyItem*"],
  CiscoIPPhoneMenu: ["Title", "Prompt", "MenuItem*", "SoftKeyItem*"],
  CiscoIPPhoneInput: ["Title", "Prompt", "URL", "InputItem*", "SoftKeyItem*"],
  CiscoIPPhoneExecute: ["ExecuteItem*"],
  ExecuteItem: [],
  SoftKeyItem: ["Name", "URL", "Position"],
  MenuItem: ["Name", "URL"],
  InputItem: ["DisplayName", "QueryStringParam", "InputFlags", "DefaultValue"],
};
const leaf = /^(Title|Prompt|Text|URL|Name|Position|DisplayName|QueryStringParam|InputFlags|DefaultValue)$/;
const longestPush = 512;

export class CiscoPhone {
  readonly #options: CiscoPhoneOptions;
  readonly #nonces = new Set<string>();
  readonly #server: http.Server;
  /** What it shows; null: its own idle screen. */
  screen: ShownText | null = null;
  readonly played: string[] = [];
  readonly dialled: string[] = [];
  /** What it could not take, so that a test can say there was nothing. */
  readonly faults: string[] = [];
  /** Requests at /CGI/Execute, refused ones too. */
  pushes = 0;
  /** Set to answer the next pushes by something else. */
  answer: ((response: http.ServerResponse) => void) | undefined;
  /** Waits for what changes. */
  #changed: (() => void)[] = [];

  private constructor(options: CiscoPhoneOptions) {
    this.#options = options;
    this.#server = http.createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: CiscoPhoneOptions = {}): Promise<CiscoPhone> {
    const phone = new CiscoPhone(options);
    await new Promise<void>((resolve) => phone.#server.listen(0, phone.host, resolve));
    return phone;
  }

  get host(): string {
    return this.#options.host ?? "127.0.0.1";
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: this.host, port: (this.#server.address() as AddressInfo).port };
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Waits until it shows what `test` is true of. */
  async until(test: (phone: CiscoPhone) => boolean): Promise<void> {
    while (!test(this)) await new Promise<void>((resolve) => this.#changed.push(resolve));
  }

  /** Presses the soft key of that name. */
  async press(name: string): Promise<void> {
    const key = [...(this.screen?.keys.values() ?? [])].find((each) => each.name === name);
    if (key === undefined) throw new Error(`no key ${name} on the screen`);
    await this.#run(key.url);
  }

  /** The user opens a service, or picks an entry of a menu. */
  async open(url: string): Promise<number> {
    const { status, body } = await this.#get(url);
    if (status === 200 || body.startsWith("<?xml")) this.#show(body);
    this.#notify();
    return status;
  }

  async #run(url: string): Promise<void> {
    if (/^https?:/.test(url)) await this.open(url);
    else if (url.startsWith("Play:")) this.played.push(url.slice(5));
    else if (url.startsWith("Dial:")) this.dialled.push(url.slice(5));
    else if (url === "Init:Services" || url === "SoftKey:Exit") this.screen = null;
    else this.faults.push(`unknown URI ${url}`);
    this.#notify();
  }

  #notify(): void {
    for (const wake of this.#changed.splice(0)) wake();
  }

  #show(xml: string): void {
    try {
      this.screen = shown(parse(xml));
    } catch (error) {
      this.faults.push(String(error));
    }
  }

  #get(url: string): Promise<{ readonly status: number; readonly body: string }> {
    return new Promise((resolve, reject) => {
      const request = http.get(url, { agent: false, localAddress: this.host }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part: string) => (body += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
        response.on("error", reject);
      });
      request.on("error", reject);
    });
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let body = "";
    for await (const part of request.setEncoding("latin1")) body += part;
    this.pushes += 1;
    this.#notify();
    if (this.answer !== undefined) return this.answer(response);
    if (request.url !== "/CGI/Execute" || request.method !== "POST") return void response.writeHead(404).end();
    const challenge = this.#challenge(request.headers.authorization);
    if (challenge !== undefined) return void response.writeHead(401, { "www-authenticate": challenge }).end();
    const xml = new URLSearchParams(body).get("XML") ?? "";
    response.writeHead(200, { "content-type": "text/xml" });
    if (Buffer.byteLength(xml) > longestPush) return void response.end(failure(1));
    let items: readonly Node[];
    try {
      items = parse(xml).children;
    } catch (error) {
      this.faults.push(String(error));
      return void response.end(failure(1));
    }
    const urls = items.map(({ attributes }) => attributes["URL"] ?? "");
    response.end(`<CiscoIPPhoneResponse>${urls.map(responseItem).join("")}</CiscoIPPhoneResponse>`);
    for (const url of urls) await this.#run(url).catch((error) => this.faults.push(String(error)));
  }

  /** What it asks for instead; undefined where it lets the request through. */
  #challenge(header = ""): string | undefined {
    const { authentication = "none", user, password } = this.#options;
    if (authentication === "none") return undefined;
    if (authentication === "basic") {
      const right = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
      return header === right ? undefined : 'Basic realm="phone"';
    }
    const field = (name: string) => new RegExp(`\\b${name}="?([^",]+)"?`).exec(header)?.[1] ?? "";
    const nonce = field("nonce");
    const hash = (text: string) => createHash("md5").update(text).digest("hex");
    const [one, two] = [hash(`${user}:phone:${password}`), hash("POST:/CGI/Execute")];
    const right = hash(`${one}:${nonce}:${field("nc")}:${field("cnonce")}:auth:${two}`);
    if (this.#nonces.delete(nonce) && field("username") === user && field("response") === right) return undefined;
    const fresh = randomBytes(8).toString("hex");
    this.#nonces.add(fresh);
    return `Digest realm="phone", nonce="${fresh}", qop="auth", algorithm=MD5`;
  }
}

function failure(number: number): string {
  return `<CiscoIPPhoneError Number="${number}"/>`;
}

function responseItem(url: string): string {
  return `<ResponseItem Status="0" Data="" URL="${url.replace(/&/g, "&amp;")}"/>`;
}

function parse(xml: string): Node {
  const stack: Node[] = [];
  let root: Node | undefined;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on("text", (text) => {
    const node = stack.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on("closetag", () => {
    root = stack.pop();
  });
  parser.write(xml).close();
  if (root === undefined) throw new Error("no element");
  check(root);
  return root;
}

function check({ name, children, text }: Node): void {
  if (leaf.test(name) && children.length === 0) return;
  const rule = grammar[name];
  if (rule === undefined) throw new Error(`unknown element ${name}`);
  if (text.trim() !== "") throw new Error(`text directly in ${name}`);
  let at = 0;
  for (const part of rule) {
    const wanted = part.replace("*", "");
    const before = at;
    while (children[at]?.name === wanted && (part.endsWith("*") || at === before)) at += 1;
    if (!part.endsWith("*") && at === before) throw new Error(`${name} lacks ${wanted}`);
  }
  if (at < children.length) throw new Error(`${children[at]?.name} has no place in ${name}`);
  for (const each of children) check(each);
}

function shown(root: Node): ShownText {
  const text = (node: Node | undefined, name: string) => node?.children.find((each) => each.name === name)?.text ?? "";
  const all = (name: string) => root.children.filter((each) => each.name === name);
  const key = (node: Node) =>
    [Number(text(node, "Position")), { name: text(node, "Name"), url: text(node, "URL") }] as const;
  const input = all("InputItem")[0];
  return {
    title: text(root, "Title"),
    lines: text(root, "Text").split(/\r?\n/),
    keys: new Map(all("SoftKeyItem").map(key)),
    menu: all("MenuItem").map((node) => ({ name: text(node, "Name"), url: text(node, "URL") })),
    ...(input === undefined ? {} : { input: { url: text(root, "URL"), parameter: text(input, "QueryStringParam") } }),
  };
}
