const MILLISECONDS_OF_A_DAY = 86_400_000;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/**
 * Days since the epoch of a date, `YYYY-MM-DD`. Of a date that is only known as `YYYY-MM` or `YYYY`, or of a span such as
 * `2024-01 .. 2026-04`, the first day it can be: a figure is not made younger than it may be. `undefined` for other text.
 */
export function dayNumber(date: string): number | undefined {
  const [, year, month = '01', day = '01'] = DATE.exec(date) ?? [];
  if (year === undefined) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return time / MILLISECONDS_OF_A_DAY;
}

/** Whole days from one date to another, negative when it lies before; `undefined` when one of them is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const first = dayNumber(from);
  const last = dayNumber(to);
  return first === undefined || last === undefined ? undefined : last - first;
}
