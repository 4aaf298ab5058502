/** `String.fromCharCode` takes its characters as arguments, of which an engine allows some ten thousand. */
const charactersAtOnce = 4096;

/** Octets as text, one character each: lengths and places stay those of the octets. */
export function latin(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length; at += charactersAtOnce) {
    // Not spread: an engine walks an array of octets value by value, which takes five times as long.
    text += Reflect.apply(String.fromCharCode, null, octets.subarray(at, at + charactersAtOnce));
  }
  return text;
}
