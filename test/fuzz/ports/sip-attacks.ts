import { dialogInfo, regInfo, SipNotifier } from "../../peers/sip-notifier.ts";
import { mutate } from "../mutate.ts";
import { type Attack, batch, pause } from "./attack.ts";
import type { Speech } from "./stream-attacks.ts";

/** Each as long as it says, so that what follows is a message again. */
export const sipSpeech = (): Speech => ({
  frames: 64,
  opening: new Uint8Array(0),
  frame(mutated) {
    const text = Buffer.from(mutated).toString("latin1");
    const end = text.indexOf("\r\n\r\n");
    const [head, body] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 4)];
    const fields = head.replaceAll(/\r\n(?:content-length|l)[^\r]*/gi, "");
    return Buffer.from(`${fields}\r\nContent-Length: ${body.length}\r\n\r\n${body}`, "latin1");
  },
});

const documents = [
  dialogInfo("901", 1, [
    { id: "a", direction: "initiator", state: "early", remote: "902" },
    { id: "b", state: "confirmed" },
  ]),
  regInfo(0, [{ id: "c", callId: "boot-1", event: "registered" }]),
  '<presence xmlns="urn:ietf:params:xml:ns:pidf"><tuple id="t"><status><basic>open</basic></status></tuple></presence>',
].map((text) => new TextEncoder().encode(text));

/** A presence server whose NOTIFYs hold mutated documents, in the subscriptions that the gateway has asked for. */
export function mutatedNotifications(lines: readonly string[]): Attack {
  return {
    name: "mutated notifications",
    async run({ port, count, random }) {
      const notifier = new SipNotifier();
      await notifier.start(port);
      // Each line by its dialogs and its registrations.
      await notifier.until(({ asked }) => new Set(asked).size >= 2 * lines.length);
      for (let sent = 0; sent < count; sent += 1) {
        const body = Buffer.from(mutate(documents, random)).toString("latin1");
        notifier.notify(random.pick(lines), random.pick(["dialog", "reg"]), body);
        if (sent % batch !== 0) continue;
        notifier.heard.length = 0;
        await notifier.flowing();
        await pause();
      }
      await notifier.stop();
    },
  };
}
