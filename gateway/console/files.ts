import { readFile } from "node:fs/promises";
import type { StaticFile } from "../api/route.ts";

const types = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  js: "text/javascript; charset=utf-8",
} as const;

const styles = ["console", "phones", "ladder"];

/** The scripts as the compiler makes them; `main.js` imports the others. */
const scripts = ["api", "dom", "icons", "ladder", "main", "phone-card", "sound"];

/**
 * Top of the package: this file runs as it is written, from gateway/console, or compiled, from dist/gateway/console.
 */
const top = new URL(import.meta.url.endsWith(".ts") ? "../../" : "../../../", import.meta.url);

/** Every file of the page, read once. Rejects where the page has not been built. */
export async function consoleFiles(): Promise<readonly StaticFile[]> {
  return Promise.all([
    file("/", "gateway/console/index.html", types.html),
    ...styles.map((name) => file(`/${name}.css`, `gateway/console/${name}.css`, types.css)),
    file("/icon.svg", "gateway/console/icon.svg", types.svg),
    ...scripts.map((name) => file(`/page/${name}.js`, `dist/gateway/console/page/${name}.js`, types.js)),
  ]);
}

/** The page of one user: it stands under each personal link, and what it loads beside it. */
export async function userPage(): Promise<{ readonly html: string; readonly files: readonly StaticFile[] }> {
  const [html, ...files] = await Promise.all([
    file("/", "gateway/console/user.html", types.html),
    file("/user.css", "gateway/console/user.css", types.css),
    file("/icon.svg", "gateway/console/icon.svg", types.svg),
    ...["api", "dom", "user"].map((name) => file(`/page/${name}.js`, `dist/gateway/console/page/${name}.js`, types.js)),
  ]);
  return { html: String(html.body), files };
}

async function file(path: string, place: string, contentType: string): Promise<StaticFile> {
  try {
    return { path, contentType, body: await readFile(new URL(place, top)) };
  } catch {
    throw new Error(`the page is not complete: ${place} is missing; build the project with make build`);
  }
}
