/**
 * Being asked to end.
 *
 * The first signal ends the command with 105; work that keeps what it has finished is told of it instead. The second one ends
 * the program at once, and by that signal: shells see 130 after Ctrl-C, 143 after `kill`.
 */
export declare class Interruption {
    #private;
    constructor(say: (text: string) => void);
    get signal(): AbortSignal;
    get hasHappened(): boolean;
    /** For the rest of the program's life. */
    listen(): void;
    /** Carries out work that looks at `signal` and ends soon after it, with what is finished. */
    keeping<T>(work: () => Promise<T>): Promise<T>;
}
