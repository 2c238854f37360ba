/** What lies at a path, seen from the folder of a script. */
export type FoundFile = {
    readonly kind: 'file';
    readonly path: string;
} | {
    readonly kind: 'absent' | 'outside' | 'not-plain';
};
/** The folder of a script, links followed: the one place that an import reads from. */
export declare function folderOf(file: string): string;
/** Follows the links of a path, and opens nothing. */
export declare function findInside(folder: string, asked: string): FoundFile;
/** The bytes of a file that was found. @param shown as problems name it @throws ProblemError */
export declare function readFound({ path }: FoundFile & {
    readonly kind: 'file';
}, shown: string, limitBytes: number): Buffer;
/** Whether a path is a folder or lies below it, by its letters. */
export declare function isInside(path: string, folder: string): boolean;
