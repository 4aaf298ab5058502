/** A number as logs and ladders print it: personal data, so only its end is told. */
export function masked(number: string): string {
  return number.length > 2 ? `***${number.slice(-2)}` : "***";
}

/** The numbers within a text made for people: from three digits on, which keeps causes and timers readable. */
export function maskedText(text: string): string {
  return text.replace(/\d{3,}/g, masked);
}
