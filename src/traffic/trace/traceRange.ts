import { isoTime } from '../../base/isoTime.js';
import { traceProblem } from './traceProblem.js';

/** The part of time that a trace covers, in its own seconds. */
export interface TraceRange {
  readonly firstSeconds: number;
  readonly endSeconds: number;
}

/** Later times are dates: nobody counts seconds from zero for three years. */
const DATE_SECONDS = 1e8;

/** `1998-06-30T18:00:00Z to 1998-06-30T20:00:00Z`, `0 s to 3600 s`. */
export function rangeText({ firstSeconds, endSeconds }: TraceRange): string {
  return `${timeText(firstSeconds)} to ${timeText(endSeconds)}`;
}

function timeText(seconds: number): string {
  if (seconds < DATE_SECONDS) return `${Number(seconds.toFixed(3))} s`;
  return isoTime(seconds);
}

/** The mistake of a `from` before the first row, or a `to` behind the last: nothing would be sent there, and nobody told. */
export function outsideTrace(
  key: 'from' | 'to',
  { file, readRange }: { readonly file: string; readRange(): TraceRange },
): Error {
  return traceProblem({
    file,
    code: `${key}-outside-trace`,
    what: `covers ${rangeText(readRange())}, and \`${key}\` lies outside`,
    why: 'Time that was not recorded would play as time without traffic.',
    fix: `choose a \`${key}\` within that range, or leave it out.`,
  });
}

/** How far a bound may lie beside the requests of a log: a log of an hour rarely has one in its very first second. */
export function slackSeconds({ firstSeconds, endSeconds }: TraceRange): number {
  return Math.max(60, (endSeconds - firstSeconds) / 20);
}
