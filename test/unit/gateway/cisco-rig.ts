import type { PhoneAdapter } from "../../../gateway/adapter.ts";
import { httpLimits } from "../../../gateway/http/server.ts";
import { type CiscoSettings, createCiscoPhones } from "../../../gateway/phones/cisco.ts";
import { pushLimits } from "../../../gateway/phones/cisco/push.ts";
import type { Input } from "../../../src/seam.ts";
import type { Screen } from "../../../src/users/screen.ts";
import { CiscoPhone, type CiscoPhoneOptions } from "../../peers/cisco-phone.ts";
import { Inbox } from "./inbox.ts";
import { phoneContext } from "./phone-context.ts";
import { freePort } from "../../free-port.ts";

/** Each phone of the test has an address of loopback of its own: the phone service knows a phone by it. */
export const hosts = ["127.0.0.11", "127.0.0.12"] as const;

const limits = {
  http: { ...httpLimits, headersMs: 100, requestMs: 100, checkMs: 50 },
  times: { heldMs: 200, againMs: [1, 1] },
  push: { ...pushLimits, answerMs: 500 },
};

/** The adapter with a phone of number 1001, and what it posts. Whatever was started ends with `stop`. */
export class CiscoRig {
  readonly cleanup: (() => unknown)[] = [];
  inbox = new Inbox();
  context = phoneContext(this.inbox);
  url = "";
  #adapter: PhoneAdapter | undefined;

  get adapter(): PhoneAdapter {
    if (this.#adapter === undefined) throw new Error("start comes first");
    return this.#adapter;
  }

  async phone(options: CiscoPhoneOptions = {}): Promise<CiscoPhone> {
    const started = await CiscoPhone.start({ host: hosts[0], ...options });
    this.cleanup.push(() => started.stop());
    return started;
  }

  async start(one: CiscoPhone["address"], model = "7970", more: Partial<CiscoSettings> = {}): Promise<void> {
    this.inbox = new Inbox();
    this.context = phoneContext(this.inbox);
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const settings: CiscoSettings = {
      type: "cisco",
      bind: { host: "127.0.0.1", port },
      authentication: "none",
      audioFile: "CallBack.raw",
      phones: [{ number: "1001", address: one, model }],
      ...more,
    };
    const started = await createCiscoPhones(settings, this.context, limits);
    this.#adapter = started;
    this.cleanup.push(() => started.stop());
  }

  /** Shows it at 1001; resolves with what is posted next. */
  show(screen: Screen | null, sound = false): Promise<Input> {
    this.adapter.notify(1, "west/1001", screen, sound);
    return this.inbox.next();
  }

  async stop(): Promise<void> {
    for (const clean of this.cleanup.splice(0).toReversed()) await clean();
  }
}
