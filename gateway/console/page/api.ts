/** Posts to the gateway; the sentence it refuses with, or undefined where it was done. */
export async function post(path: string, body: unknown): Promise<string | undefined> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return undefined;
    const answer: unknown = await response.json();
    return typeof answer === "object" && answer !== null && "error" in answer
      ? String(answer.error)
      : response.statusText;
  } catch {
    return "the gateway does not answer";
  }
}
