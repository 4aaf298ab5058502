import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

/** Rows that are shown in the documentation: those marked D, alone or besides. */
export const documented: Readonly<Record<string, string>> = {
  "S-26": "docs/devices.md#texts-of-the-clusters-own-features",
  "S-31": "docs/devices.md#route-points",
  "S-52": "docs/devices.md#other-applications",
  "S-85": "docs/administration.md#running-the-gateway-for-a-cluster",
  "S-86": "docs/administration.md#before-you-begin",
  "S-88": "docs/administration.md#soft-keys-and-templates",
  "S-89": "docs/administration.md#soft-keys-and-templates",
  "S-91": "docs/devices.md#softkey-phones",
  "S-92": "docs/devices.md#sip-phones-with-call-back",
  "S-93": "docs/devices.md#called-phones-only-30-vip-and-12-series",
  "S-94": "docs/devices.md#called-phones-only-others",
  "S-95": "docs/devices.md#called-phones-of-both-protocols",
  "S-99": "docs/user-guide.md#call-back-what-you-do-at-your-phone",
};

/** Rows that the documentation alone shows. */
export const documentedOnly: ReadonlySet<string> = new Set([
  "S-52",
  "S-86",
  "S-89",
  "S-91",
  "S-92",
  "S-93",
  "S-94",
  "S-95",
  "S-99",
]);

/** S-01 to S-99. */
export const rows: readonly string[] = Array.from({ length: 99 }, (_, at) => `S-${String(at + 1).padStart(2, "0")}`);

/** Whether the file is there and has a heading that leads to this anchor. */
export function isWritten(place: string): boolean {
  const [file = "", anchor = ""] = place.split("#");
  const path = join(root, file);
  return existsSync(path) && headings(readFileSync(path, "utf8")).includes(anchor);
}

/** What stands under that heading of the second level. */
export function sectionOf(file: string, heading: string): string {
  const [, text = ""] = readFileSync(join(root, file), "utf8").split(`\n## ${heading}\n`);
  return text.split("\n## ")[0] ?? "";
}

/** Headings as anchors: lower case, spaces to hyphens, all other marks dropped. */
function headings(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What became of the tests of one row. */
export interface Verdict {
  readonly passed: number;
  /** The first fault, in one line. */
  readonly fault?: string;
}

/** `S-41 pass`, `S-42 fail ...`, `S-91 docs FILE#ANCHOR`. */
export function line(row: string, verdict: Verdict | undefined): { readonly text: string; readonly isShown: boolean } {
  const place = documented[row];
  if (place !== undefined && !isWritten(place)) return { text: `${row} fail ${place} is not there`, isShown: false };
  const docs = place === undefined ? "" : `docs ${place}`;
  if (documentedOnly.has(row)) return { text: `${row} ${docs}`, isShown: true };
  if (verdict?.fault !== undefined) return { text: `${row} fail ${verdict.fault}`, isShown: false };
  if (verdict === undefined || verdict.passed === 0) return { text: `${row} fail no test shows it`, isShown: false };
  return { text: docs === "" ? `${row} pass` : `${row} pass, ${docs}`, isShown: true };
}
