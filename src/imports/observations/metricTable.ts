import { type Problem, ProblemError } from '../../base/problem.js';
import { delimiterOf, splitCells } from '../../traffic/trace/cells.js';
import { parseTime } from '../../traffic/trace/time.js';
import type { RecordedTable } from './recordedTable.js';

const timeNames = ['time', 'timestamp', 'date', 'datetime', 'period'];

/**
 * A table of metrics: a header, a column of times (numbers are seconds, or milliseconds from 10^11 on), and numbers.
 *
 * @throws ProblemError with the line
 */
export function readMetricTable(text: string, file: string): RecordedTable {
  const lines = text.split(/\r?\n/);
  const delimiter = delimiterOf(lines[0]);
  const head = splitCells(lines[0], delimiter);
  const timeColumn = head.findIndex((name) => timeNames.includes(name.toLowerCase()));
  if (timeColumn < 0) {
    const what = `has no column of times: ${head.join(', ')}`;
    throw problem(file, 1, { code: 'no-time', what, why: 'Decisions have an instant.', fix: 'call it `time`.' });
  }
  const seconds: number[] = [];
  const columns = head.map((name) => ({ names: [name], values: [] as number[] }));
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const cells = splitCells(line, delimiter);
    if (cells.length !== head.length) {
      const what = `has ${cells.length} cells, and the header has ${head.length}`;
      throw problem(file, index + 1, { code: 'ragged-row', what, why: 'Columns would shift.', fix: 'fix the row.' });
    }
    const time = secondsOf(cells[timeColumn]);
    if (time === undefined || time <= (seconds.at(-1) ?? Number.NEGATIVE_INFINITY)) {
      const what = `has the time "${cells[timeColumn]}"`;
      throw problem(file, index + 1, {
        code: 'bad-time',
        what,
        why: 'Times must rise.',
        fix: 'fix or sort the rows.',
      });
    }
    seconds.push(time);
    for (const [column, cell] of cells.entries()) columns[column].values.push(numberOf(cell));
  }
  return { seconds, columns: columns.filter((_, index) => index !== timeColumn) };
}

/** No date before 5138 has so many seconds. */
const millisecondsFrom = 1e11;

function secondsOf(cell: string): number | undefined {
  const time = parseTime(cell, 's');
  return time !== undefined && time >= millisecondsFrom ? time / 1000 : time;
}

/** An empty cell, `NaN` and `null` are no value. */
function numberOf(cell: string): number {
  return cell === '' ? Number.NaN : Number(cell.replace(/^(\d+(?:\.\d+)?) ?%$/, '$1'));
}

function problem(file: string, line: number, words: Omit<Problem, 'where'>): ProblemError {
  return new ProblemError([{ ...words, where: { file, line } }]);
}
