import { type RequestTable } from '../traffic/requestTable.js';
/** Rows of the requests inside an instance, by their begin: found by a scan, for instances that stop under load are rare. */
export declare function rowsInside({ words, rowCount }: RequestTable, instance: number): number[];
