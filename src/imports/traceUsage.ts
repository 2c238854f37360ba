import { visibleJson } from '../base/visible.js';

/** The column of a trace that holds its amounts. */
interface TraceColumns {
  readonly column: 'count' | 'rate';
  /** The file that was written; a scenario beside it names it like this. */
  readonly file: string | undefined;
}

/** The `traffic:` that replays a written trace, ready to paste. */
export function traceUsage({ column, file = 'TRACE.csv' }: TraceColumns): string[] {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return [
    'to replay it, paste into a scenario in the same folder:',
    'traffic:',
    '  recorded:',
    '    executor: trace',
    `    file: ${visibleJson(name)}`,
    '    time: time',
    `    ${column}: ${column}`,
  ];
}
