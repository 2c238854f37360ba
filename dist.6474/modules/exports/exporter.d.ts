/** Settings that only some kinds of export have. */
export type ExportSetting = 'set' | 'policy' | 'format' | 'interval' | 'start';
/** What the user asks an exporter for. */
export interface ExportRequest {
    /** The file as the user names it. */
    readonly file: string;
    /** The file that is going to be written, when there is one. */
    readonly out: string | undefined;
    /** `--set KEY=VALUE` of a scenario. */
    readonly set: readonly string[];
    /** Whose run of a result it is, by name. */
    readonly policies: readonly string[];
    readonly format: string | undefined;
    readonly interval: string | undefined;
    /** Date and time of second 0 as the user wrote it. */
    readonly start: string | undefined;
}
/** A file of theirs, made of one of ours. */
export interface Exported {
    /** In parts where it may be too long for the memory; making them may find a mistake in the file that is read. */
    readonly text: string | Iterable<string>;
    /** Where their file says something else than ours, a line each; whole when the last part of the text is made. */
    readonly notes: readonly string[];
    /** How to use the file. */
    readonly usage: readonly string[];
}
/** One kind of file that can be written. */
export interface Exporter {
    readonly name: string;
    /** What it makes of what. */
    readonly summary: string;
    readonly settings: readonly ExportSetting[];
    /** @throws ProblemError for a mistake in the file that is read, or in a setting */
    write(request: ExportRequest, warn: (lines: readonly string[]) => void): Promise<Exported>;
}
