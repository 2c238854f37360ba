import type { PrintedLog } from '../results/results.js';
import { clockText } from './clock.js';
import { formatCount } from './format.js';

interface Shown {
  /** The last so many. */
  readonly lineCount: number;
  /** Of the run's calendar; without it times count from its begin. */
  readonly start: string | undefined;
  /** Whether the service of each line is named. */
  readonly hasServices: boolean;
}

/** `00:01:15  web, controller 3  cpu is 0.4`: the last lines that a policy printed, one line each. */
export function printedLines({ lines }: PrintedLog, { lineCount, start, hasServices }: Shown): string[] {
  return lines.slice(-lineCount).map((line) => {
    const who = [
      ...(hasServices ? [line.service] : []),
      ...(line.controller === undefined ? [] : [`controller ${line.controller}`]),
    ].join(', ');
    return [clockText(line.time_s, start), who, oneLine(line.text)].filter((part) => part !== '').join('  ');
  });
}

/** A line feed or tab that a policy printed must not look like a line or a column of ours. */
export function oneLine(text: string): string {
  return text.replace(/\t/g, '  ').replace(/\r?\n/g, '\\n');
}

/** `printed 1,234 lines, the last 2:`. */
export function printedHead({ total }: PrintedLog, shownCount: number): string {
  const lines = total === 1 ? '1 line' : `${formatCount(total)} lines`;
  return shownCount < total ? `printed ${lines}, the last ${shownCount}:` : `printed ${lines}:`;
}
