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
export function clockText(seconds: number, start: string | undefined, { withSeconds = true } = {}): string {
  const begin = start === undefined ? undefined : parseTime(start, 's');
  if (begin === undefined) return formatClock(seconds, { withSeconds });
  const instant = Math.floor(begin + seconds);
  const isFirstDay = Math.floor(instant / DAY_SECONDS) === Math.floor(begin / DAY_SECONDS);
  return isoTime(instant)
    .slice(isFirstDay ? 11 : 0, withSeconds ? -1 : -4)
    .replace('T', ' ');
}

/** A tick of an axis: `17:30`; midnight as the date of the day that begins. */
export function clockTick(seconds: number, start: string | undefined, { withSeconds = false } = {}): string {
  const text = clockText(seconds, start);
  if (start === undefined) return withSeconds ? text : text.slice(0, -3);
  const time = text.slice(-8);
  if (time === '00:00:00' && text.length > 8) return text.slice(5, 10);
  return withSeconds ? time : time.slice(0, -3);
}
