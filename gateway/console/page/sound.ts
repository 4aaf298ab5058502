/** The call back sound: two short rising notes, made here, so that the page needs no file. */
export class Sound {
  #context: AudioContext | undefined;
  muted = false;

  play(): void {
    if (this.muted) return;
    try {
      this.#context ??= new AudioContext();
      void this.#context.resume();
      note(this.#context, 880, 0);
      note(this.#context, 1175, 0.16);
      note(this.#context, 880, 0.5);
      note(this.#context, 1175, 0.66);
    } catch {
      // A browser without a sound device still shows the sound mark.
    }
  }
}

function note(context: AudioContext, hertz: number, afterSeconds: number): void {
  const at = context.currentTime + afterSeconds;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.12, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.14);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.16);
}
