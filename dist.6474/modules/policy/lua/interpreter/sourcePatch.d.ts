/** A change of fengari's own source: each text must stand in the file exactly once, else loading fails. */
export interface SourcePatch {
    /** A file of fengari's `src` folder. */
    readonly file: string;
    readonly edits: readonly SourceEdit[];
    /** Names the replaced text may use, beside those of the file. */
    readonly names?: Readonly<Record<string, unknown>>;
}
export interface SourceEdit {
    readonly find: string;
    readonly replace: string;
}
