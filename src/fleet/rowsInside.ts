import * as place from '../traffic/place.js';
import { isCheck } from '../traffic/requestFlag.js';
import type { RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';

/** Rows of the requests inside an instance, by their begin: found by a scan, for instances that stop under load are rare. */
export function rowsInside({ words, rowCount }: RequestTable, instance: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (words[(row << 5) | word.instance] !== instance) continue;
    if ((words[(row << 5) | word.flags] & isCheck) !== 0) continue;
    const where = words[(row << 5) | word.place];
    if (where === place.cpu || where === place.io || where === place.held || where === place.calling) rows.push(row);
  }
  const beginOf = (row: number) => words[(row << 5) | word.beginNumber];
  // A difference of 32 bits is right even after the numbers have wrapped round.
  return rows.sort((a, b) => (beginOf(a) - beginOf(b)) | 0);
}
