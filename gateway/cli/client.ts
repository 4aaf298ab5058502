import { Failure, type Io } from "./command.ts";

/** How long a running gateway may take to answer. */
const answerMs = 5_000;

export const urlHelp = `  --url URL      the gateway to ask; otherwise QSIG_URL, otherwise
                 http://127.0.0.1:8480
`;

/** What the gateway sends until `ending` or its own end, part by part. */
export async function* follow(
  url: string | undefined,
  io: Io,
  path: string,
  ending: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const base = url ?? io.env["QSIG_URL"] ?? "http://127.0.0.1:8480";
  if (!URL.canParse(path, base)) throw new Failure(`${base} is no URL; give one such as http://127.0.0.1:8480`);
  try {
    const response = await fetch(new URL(path, base), { signal: ending, redirect: "error" });
    if (!response.ok || response.body === null) throw new Failure(`the gateway answered ${response.status}`);
    for await (const part of response.body) yield part as Uint8Array;
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (ending.aborted) return;
    throw new Failure(`no gateway answers at ${base} (${reasonOf(error)}); start one with qsig start, or give --url`);
  }
}

/** Asks the running gateway. A refusal becomes a Failure with the gateway's own sentence. */
export async function ask(
  url: string | undefined,
  io: Io,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const base = url ?? io.env["QSIG_URL"] ?? "http://127.0.0.1:8480";
  if (!URL.canParse(path, base)) throw new Failure(`${base} is no URL; give one such as http://127.0.0.1:8480`);
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(new URL(path, base), {
      method,
      signal: AbortSignal.timeout(answerMs),
      redirect: "error",
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    answer = await response.json();
  } catch (error) {
    throw new Failure(`no gateway answers at ${base} (${reasonOf(error)}); start one with qsig start, or give --url`);
  }
  if (response.ok) return answer;
  const sentence = (answer as { error?: unknown } | null)?.error;
  throw new Failure(typeof sentence === "string" ? sentence : `the gateway answered ${response.status}`);
}

/** fetch hides what happened behind "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
