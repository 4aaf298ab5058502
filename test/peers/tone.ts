/** Telephone audio: 8000 samples a second of 16 bits. */
export const rate = 8000;
const headerOctets = 44;

/** A WAV file of a sine of this frequency. */
export function toneFile(hertz: number, seconds: number): Buffer {
  const samples = Int16Array.from({ length: rate * seconds }, (_, at) =>
    Math.round(12_000 * Math.sin((2 * Math.PI * hertz * at) / rate)),
  );
  const data = Buffer.from(samples.buffer);
  const header = Buffer.alloc(headerOctets);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(headerOctets - 8 + data.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  // PCM of one channel.
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** The samples of a WAV file of 16 bits. */
export function samplesOf(file: Buffer): Int16Array {
  const data = file.indexOf("data", 12, "latin1") + 8;
  return Int16Array.from({ length: Math.floor((file.length - data) / 2) }, (_, at) => file.readInt16LE(data + 2 * at));
}

/** Which part of the sound is of this frequency, 0 to 1 (Goertzel). */
export function partOf(samples: Int16Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let [last, before, energy] = [0, 0, 0];
  for (const sample of samples) {
    [last, before] = [sample + turn * last - before, last];
    energy += sample * sample;
  }
  if (energy === 0) return 0;
  const power = last * last + before * before - turn * last * before;
  return (2 * power) / (samples.length * energy);
}
