import type { RecordedTable } from './recordedTable.js';
/**
 * A recording at the instants at which the policy decides: a value stays until the next, a gap shows nothing.
 *
 * An autoscaler in a cluster decides by its own clock. Asked once a minute, one that may double every 15 s would seem four
 * times as slow, and KEDA's polls would fall between the rows.
 */
export declare function onGrid({ seconds, columns }: RecordedTable, everySeconds: number): RecordedTable;
