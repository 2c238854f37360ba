import type { FileHead } from '../evidenceReader.js';
/** Whether one of the first lines tells of a request. Of JSON lines with a time there are many kinds: those of requests have a status or a path. */
export declare function isLog({ text, isWhole }: FileHead): boolean;
