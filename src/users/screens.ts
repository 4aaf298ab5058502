import type { Reason } from "./reasons.ts";
import { reasonLines } from "./reasons.ts";
import type { Screen } from "./screen.ts";

const pressCancel = "Press Cancel to deactivate";
const pressExit = "Press Exit to quit this screen";
const pressDial = "Press Dial to call";

/** S-15, S-16, S-17. `to`: user B as user A dials him (R38). */
export function activatedScreen(to: string): Screen {
  return {
    kind: "activated",
    lines: [`CallBack is activated on ${to}`, pressCancel, pressExit],
    keys: ["Cancel", "Exit"],
  };
}

/** S-18 to S-21. `atMs` is Unix time, `utcOffsetMinutes` what local time is ahead of UTC. */
export function availableScreen(to: string, atMs: number, utcOffsetMinutes: number): Screen {
  const time = `Time ${localTime(atMs, utcOffsetMinutes)}`;
  const lines = [`${to} has become available`, time, pressDial, pressCancel, pressExit];
  return { kind: "available", lines, keys: ["Dial", "Cancel", "Exit"] };
}

/** What happened and what to do next. A Dial that failed may be pressed again. */
export function noticeScreen(reason: Reason, to: string): Screen {
  const keys = reason === "dialFailed" ? (["Dial", "Cancel", "Exit"] as const) : (["Exit"] as const);
  return { kind: "notice", lines: [...reasonLines(reason, to), pressExit], keys };
}

/** S-08: another call back is active; a second press of CallBack takes its place. */
export function replaceScreen(active: string, wanted: string): Screen {
  const lines = [`CallBack is activated on ${active}`, `Press CallBack again for ${wanted} instead`, pressExit];
  return { kind: "notice", lines, keys: ["Exit"] };
}

const msPerMinute = 60_000;
const minutesPerDay = 24 * 60;

/** `HH:MM MM/DD/YYYY` (S-19). */
export function localTime(atMs: number, utcOffsetMinutes: number): string {
  const minutes = Math.floor(atMs / msPerMinute) + utcOffsetMinutes;
  const days = Math.floor(minutes / minutesPerDay);
  const ofDay = minutes - days * minutesPerDay;
  const { year, month, day } = civilDate(days);
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)} ${two(month)}/${two(day)}/${String(year).padStart(4, "0")}`;
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
