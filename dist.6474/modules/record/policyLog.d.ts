/** A line of a policy's own output: `print`, `dryscale.log`, `console.log`. */
export interface PolicyLine {
    readonly timeSeconds: number;
    readonly service: string;
    /** Of several controllers the one that said it, from 0. */
    readonly controller?: number;
    readonly text: string;
}
/** What is kept: so many of the last lines, and so many characters of them. */
export interface PolicyLogLimits {
    readonly lineCount: number;
    readonly characterCount: number;
}
/** The last lines that a policy printed, and how many there were: bounded, however much it prints. */
export declare class PolicyLog {
    #private;
    totalCount: number;
    constructor(limits: PolicyLogLimits);
    add(line: PolicyLine): void;
    /** The last ones, oldest first. */
    get lines(): readonly PolicyLine[];
    /** The run is over. */
    end(_timeSeconds: number): void;
}
