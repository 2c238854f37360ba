import { isoTime } from '../base/isoTime.js';
import { parseTime } from '../traffic/trace/time.js';
import { formatClock } from './format.js';

const DAY_SECONDS = 86_400;

/** Seconds into its day at which a run begins; 0 where it has no date. */
export function startOfDay(start: string | undefined): number {
  const seconds = start === undefined ? undefined : parseTime(start, 's');
  return seconds === undefined ? 0 : seconds - Math.floor(seconds / DAY_SECONDS) * DAY_SECONDS;
}

/**
 * An instant of the run: `00:12:30` since its begin, or what its clock shows (UTC), `17:42:30`; on later days with the date.
 *
 * @param start `start` of the scenario's result
 */
export function clockText(seconds: number, start: string | undefined): string {
  const begin = start === undefined ? undefined : parseTime(start, 's');
  if (begin === undefined) return formatClock(seconds);
  const instant = Math.floor(begin + seconds);
  const isFirstDay = Math.floor(instant / DAY_SECONDS) === Math.floor(begin / DAY_SECONDS);
  return isoTime(instant)
    .slice(isFirstDay ? 11 : 0, -1)
    .replace('T', ' ');
}
