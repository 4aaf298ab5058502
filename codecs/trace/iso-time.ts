/** Seconds. */
const perDay = 86_400;

/** The last millisecond of the year 9999: a later time is no time but a damaged file. */
const latest = 253_402_300_799_999;

/**
 * ISO 8601 in UTC from milliseconds since 1970, with six digits of a second where three do not say it. Undefined where
 * four digits of a year do not.
 */
export function isoTime(ms: number): string | undefined {
  // First to the microsecond: 0.9999 of a millisecond belongs to the next one.
  const whole = Math.floor(ms + 0.0005);
  if (!(whole >= 0 && whole <= latest)) return undefined;
  const microseconds = Math.max(0, Math.round((ms - whole) * 1000));
  const second = Math.floor(whole / 1000);
  if (second !== last.second) last = { second, text: secondText(second) };
  return `${last.text}.${threeDigits(whole % 1000)}${microseconds === 0 ? "" : threeDigits(microseconds)}Z`;
}

/** The second that was asked for last: in a trace many messages share it. */
let last = { second: -1, text: "" };

function secondText(second: number): string {
  const inDay = second % perDay;
  const { year, month, day } = dateOf((second - inDay) / perDay);
  const clock = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60];
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${clock.map(twoDigits).join(":")}`;
}

/**
 * The date of a day counted from 1970-01-01. Years begin in March here, so that the leap day is the last of its year.
 */
function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const sinceMarch0 = days + 719_468;
  const era = Math.floor(sinceMarch0 / 146_097);
  const dayOfEra = sinceMarch0 - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function threeDigits(value: number): string {
  return value < 100 ? String(value).padStart(3, "0") : String(value);
}
