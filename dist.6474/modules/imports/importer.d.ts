/** Settings that only some kinds of import have. */
export type ImportSetting = 'env' | 'format' | 'interval' | 'series' | 'keep' | 'classes';
/** What the user asks an importer for. */
export interface ImportRequest {
    /** The file as the user names it. */
    readonly file: string;
    /** The file that is going to be written, when there is one. */
    readonly out: string | undefined;
    /** `__ENV` of a k6 script. */
    readonly env: Readonly<Record<string, string>>;
    readonly format: string | undefined;
    readonly interval: string | undefined;
    readonly series: string | undefined;
    /** Kinds of requests that are counted too: `probes`, `static`. */
    readonly keep?: readonly string[];
    /** So many classes of requests get a column each. */
    readonly classes?: number | undefined;
}
/** A file of ours, made of one of theirs. */
export interface Imported {
    /** The text of the file. */
    readonly text: string;
    /** What the reader must know of the data before trusting it, a line each. */
    readonly notes: readonly string[];
    /** What to do with the file: the `traffic:` to paste, or the next command. */
    readonly usage: readonly string[];
}
/** One kind of file that can be read. */
export interface Importer {
    readonly name: string;
    /** What it makes of what. */
    readonly summary: string;
    readonly settings: readonly ImportSetting[];
    /** @throws ProblemError */
    read(request: ImportRequest): Promise<Imported>;
}
