/** Where a command writes: results on stdout, everything else on stderr. */
export interface Output {
    /** Colours may be used on stdout. */
    readonly color: boolean;
    /** Characters beyond ASCII may be used. */
    readonly unicode: boolean;
    /** Characters of a line of stdout where that is a terminal; undefined for files and pipes. */
    readonly columns?: number | undefined;
    /** stderr is a terminal that a line can be rewritten on. */
    readonly isInteractive: boolean;
    /** Results: lines whose parts are visible already. Resolves when they have been handed over. */
    write(text: string): Promise<void>;
    /** Lines that GitHub's runner is meant to obey, each made by `workflowCommand`. */
    command(lines: readonly string[], isStdoutTaken: boolean): Promise<void>;
    /** A diagnostic: a line, or several of a list; a line feed inside is shown as `\\n`, so that quoted text begins no line. */
    say(text: string | readonly string[]): void;
    /** A diagnostic that --quiet leaves out. */
    note(text: string | readonly string[]): void;
    /** Rewrites the last line of an interactive stderr; '' takes it away. */
    rewriteLine(text: string): void;
}
interface OutputFlags {
    readonly quiet: boolean;
    readonly noColor: boolean;
}
/** The real streams. */
export declare function processOutput({ quiet, noColor }: OutputFlags): Output;
/** Only the first line stands at the margin; none looks like one of a stack trace. */
export declare function diagnosticText(lines: string | readonly string[]): string;
export {};
