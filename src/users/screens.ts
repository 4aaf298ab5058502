import type { Catalogue } from "./catalogue.ts";
import { catalogues } from "./catalogues.ts";
import type { Reason } from "./reasons.ts";
import { withB } from "./reasons.ts";
import type { Locale, Screen } from "./screen.ts";

/** S-15, S-16, S-17. `to`: user B as user A dials him (R38). */
export function activatedScreen(to: string, locale: Locale = "en"): Screen {
  const { activated, pressCancel, pressExit } = catalogues[locale];
  return { kind: "activated", locale, lines: [withB(activated, to), pressCancel, pressExit], keys: ["Cancel", "Exit"] };
}

/** S-18 to S-21. `atMs` is Unix time, `utcOffsetMinutes` what local time is ahead of UTC. */
export function availableScreen(to: string, atMs: number, utcOffsetMinutes: number, locale: Locale = "en"): Screen {
  const { available, time, date, pressDial, pressCancel, pressExit } = catalogues[locale];
  const when = time.replace("<time>", localTime(atMs, utcOffsetMinutes, date));
  const lines = [withB(available, to), when, pressDial, pressCancel, pressExit];
  return { kind: "available", locale, lines, keys: ["Dial", "Cancel", "Exit"] };
}

/** Notices behind which Dial is as good as before (R49). */
const dialAgain: ReadonlySet<Reason> = new Set<Reason>(["dialFailed", "finishFirst"]);

/** What happened and what to do next. */
export function noticeScreen(reason: Reason, to: string, locale: Locale = "en"): Screen {
  const { reasons, pressExit } = catalogues[locale];
  const { text, next } = reasons[reason];
  const keys = dialAgain.has(reason) ? (["Dial", "Cancel", "Exit"] as const) : (["Exit"] as const);
  return { kind: "notice", locale, lines: [withB(text, to), withB(next, to), pressExit], keys };
}

/** S-08: another call back is active; a second press of CallBack takes its place. */
export function replaceScreen(active: string, wanted: string, locale: Locale = "en"): Screen {
  const { activated, pressAgain, pressExit } = catalogues[locale];
  return {
    kind: "notice",
    locale,
    lines: [withB(activated, active), withB(pressAgain, wanted), pressExit],
    keys: ["Exit"],
  };
}

const msPerMinute = 60_000;
const minutesPerDay = 24 * 60;

/** `HH:MM MM/DD/YYYY` (S-19), the date in the order of the language. */
export function localTime(atMs: number, utcOffsetMinutes: number, order: Catalogue["date"]): string {
  const minutes = Math.floor(atMs / msPerMinute) + utcOffsetMinutes;
  const days = Math.floor(minutes / minutesPerDay);
  const ofDay = minutes - days * minutesPerDay;
  const { year, month, day } = civilDate(days);
  const date = order.replace("DD", two(day)).replace("MM", two(month)).replace("YYYY", String(year).padStart(4, "0"));
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)} ${date}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The Gregorian date of a day counted from 1 January 1970. */
function civilDate(day: number): { year: number; month: number; day: number } {
  let year = 1970 + Math.floor(day / 365.2425);
  while (firstDayOf(year) > day) year -= 1;
  while (firstDayOf(year + 1) <= day) year += 1;
  let left = day - firstDayOf(year);
  for (const [month, days] of monthDays.entries()) {
    const length = month === 1 && firstDayOf(year + 1) - firstDayOf(year) === 366 ? days + 1 : days;
    if (left < length) return { year, month: month + 1, day: left + 1 };
    left -= length;
  }
  throw new Error("a year has twelve months");
}

function firstDayOf(year: number): number {
  return 365 * (year - 1970) + leapYearsBefore(year) - leapYearsBefore(1970);
}

function leapYearsBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}
