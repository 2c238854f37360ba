const DAY_SECONDS = 86_400;

/**
 * Seconds since 1970 as `2015-05-17T10:05:03Z`, with milliseconds where there are any.
 *
 * The date follows from the day number by the proleptic Gregorian calendar, counted in eras of 400 years that begin on
 * 1 March, so that the leap day is the last of its year.
 */
export function isoTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const day = Math.floor(milliseconds / 1000 / DAY_SECONDS);
  const rest = milliseconds - day * DAY_SECONDS * 1000;
  const { year, month, date } = calendarDay(day);
  const clock = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map((part) => padded(Math.floor(part), 2));
  const fraction = rest % 1000 === 0 ? '' : `.${padded(rest % 1000, 3)}`;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}T${clock.join(':')}${fraction}Z`;
}

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_DAY = 719_468;
const ERA_DAYS = 146_097;

function calendarDay(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const era = Math.floor((day + EPOCH_DAY) / ERA_DAYS);
  const dayOfEra = day + EPOCH_DAY - era * ERA_DAYS;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Months from March have lengths that repeat every five: 153 days.
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, date };
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
