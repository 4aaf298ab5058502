import { startDemo } from "../../gateway/demo/demo.ts";
import { noLog } from "../../gateway/log.ts";
import { createPinx } from "../../src/pinx.ts";
import { peers } from "../peers/require.ts";
import { DemoPage } from "./browser.ts";

/** Takes the picture of the README: `node dist/test/demo/screenshot.js FILE [light|dark]`. */
async function main(file: string, colorScheme: "light" | "dark"): Promise<void> {
  const program = peers.chromium.program();
  if (program === undefined) throw new Error(peers.chromium.reason());
  const demo = await startDemo({ core: createPinx, host: "127.0.0.1", port: 0, log: noLog });
  const page = await DemoPage.open(program, demo.url, colorScheme);
  try {
    await page.press("2002", "2001");
    await page.press("2001", "Answer");
    await page.state("2002", "talking");
    await page.press("1001", "2001");
    await page.state("1001", "busyTone");
    await page.press("1001", "CallBack");
    await page.screen("1001", "activated");
    await page.press("1001", "Exit");
    await page.press("2001", "EndCall");
    await page.screen("1001", "available");
    // The pointer on one message lights up its whole connection.
    await page.page.locator("#rows .apdu", { hasText: "ccExecPossible" }).hover();
    await page.page.screenshot({ path: file });
  } finally {
    await page.close();
    await demo.stop();
  }
}

const [file, scheme] = process.argv.slice(2);
if (file === undefined) throw new Error("say where the picture goes: node dist/test/demo/screenshot.js docs/demo.png");
await main(file, scheme === "dark" ? "dark" : "light");
