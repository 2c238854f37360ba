/** A moment as a calendar shows it, in UTC: second 0 is 1970-01-01 00:00:00. */
export interface CalendarTime {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1..366 */
  readonly yearDay: number;
}

const daySeconds = 86_400;

/** Days from 1970-01-01 to a date; months beyond 1..12 carry over. Source: Howard Hinnant, "chrono-compatible date algorithms". */
export function daysOf(year: number, month: number, day: number): number {
  const monthIndex = month - 1;
  const shifted = year + Math.floor(monthIndex / 12);
  const inYear = ((monthIndex % 12) + 12) % 12;
  // The year begins in March, so that the leap day is its last.
  const marchYear = inYear < 2 ? shifted - 1 : shifted;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((inYear + 10) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The calendar's view of a moment; seconds since 1970, fractions are dropped. */
export function calendarTime(seconds: number): CalendarTime {
  const days = Math.floor(seconds / daySeconds);
  const rest = Math.floor(seconds - days * daySeconds);
  const { year, month, day } = dateOf(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3_600),
    minute: Math.floor((rest % 3_600) / 60),
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysOf(year, 1, 1) + 1,
  };
}

function dateOf(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
