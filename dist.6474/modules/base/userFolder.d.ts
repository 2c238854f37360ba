import { type Dirent, type Stats } from 'node:fs';
/** What lies at a path that somebody else named; undefined where there is nothing, or nothing that we may see. */
export declare function statOf(path: string): Stats | undefined;
/** What a folder holds that somebody else named; `why` says what it is for. @throws ProblemError */
export declare function entriesOf(folder: string, why: string): Dirent[];
