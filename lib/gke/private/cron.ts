const FIELDS = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 },
  { name: 'day of the week', least: 0, most: 7 },
] as const;
const PART = /^(\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/;
const DAY_IN_MINUTES = 24 * 60;

/** What is wrong with a cron expression of numbers; `undefined` where nothing is. */
export function describeCron(expression: string): string | undefined {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) {
    return `must have 5 fields: minute, hour, day of the month, month, day of the week`;
  }
  const wrong = FIELDS.find(
    ({ least, most }, index) => valuesOf(texts[index] ?? '', least, most) === undefined,
  );
  return wrong === undefined
    ? undefined
    : `has a wrong ${wrong.name}, which is numbers of ${wrong.least} to ${wrong.most}, '*', ranges, steps and lists`;
}

/**
 * Minutes between two times of an expression of every day, where they are always the same; `undefined` where they differ, or days are
 * left out.
 */
export function minutesBetween(expression: string): number | undefined {
  const [minute = '', hour = '', ...days] = expression.trim().split(/\s+/);
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  if (minutes === undefined || hours === undefined || days.some((day) => day !== '*')) return undefined;
  const times = hours.flatMap((h) => minutes.map((m) => h * 60 + m)).sort((a, b) => a - b);
  const gaps = times.map((time, index) => (times[index + 1] ?? (times[0] ?? 0) + DAY_IN_MINUTES) - time);
  return new Set(gaps).size === 1 ? gaps[0] : undefined;
}

function valuesOf(field: string, least: number, most: number): readonly number[] | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, whole, first, last, step] = PART.exec(part) ?? [];
    if (whole === undefined) return undefined;
    const from = first === undefined ? least : Number(first);
    const to = last !== undefined ? Number(last) : first === undefined || step !== undefined ? most : from;
    const by = step === undefined ? 1 : Number(step);
    if (from < least || to > most || from > to || by < 1) return undefined;
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return [...values];
}
