import type { RecordedTable } from './recordedTable.js';
/**
 * A table of metrics: a header, a column of times (numbers are seconds, or milliseconds from 10^11 on), and numbers.
 *
 * @throws ProblemError with the line
 */
export declare function readMetricTable(text: string, file: string): RecordedTable;
