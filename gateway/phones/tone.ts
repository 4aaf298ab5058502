const samplesPerSecond = 8_000;

/** The alert of call back: two short notes, twice. Frequencies in Hz, 0 for silence. */
const notes: readonly { readonly hertz: number; readonly ms: number }[] = [
  { hertz: 880, ms: 120 },
  { hertz: 1175, ms: 180 },
  { hertz: 0, ms: 200 },
  { hertz: 880, ms: 120 },
  { hertz: 1175, ms: 180 },
  { hertz: 0, ms: 100 },
];

/** Of the 14 bits that mu-law covers: loud enough to hear, far from clipping. */
const amplitude = 2_400;
/** Each note rises and falls this long, so that it does not click. */
const rampMs = 10;

/** The sound that we ship: G.711 mu-law, 8 kHz, one octet a sample, no header; what Cisco phones call .raw. */
export function alertTone(): Uint8Array {
  return Uint8Array.from(notes.flatMap(({ hertz, ms }) => note(hertz, ms)));
}

function note(hertz: number, ms: number): number[] {
  const count = (samplesPerSecond * ms) / 1000;
  const ramp = (samplesPerSecond * rampMs) / 1000;
  return Array.from({ length: count }, (_, at) => {
    const loudness = Math.min(1, at / ramp, (count - at) / ramp);
    return muLaw(Math.round(amplitude * loudness * Math.sin((2 * Math.PI * hertz * at) / samplesPerSecond)));
  });
}

/** What the segments of the curve are shifted by, in 14 bits (ITU-T G.711, table 2a). */
const bias = 33;
const most = 8_158;

/** One sample of 14 bits, -8192 to 8191, as its mu-law octet (ITU-T G.711). */
export function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const level = Math.min(Math.abs(sample), most) + bias;
  const segment = Math.floor(Math.log2(level)) - 5;
  const step = (level >> (segment + 1)) & 0x0f;
  return ~(sign | (segment << 4) | step) & 0xff;
}
