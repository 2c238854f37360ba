import type { Place } from '../../base/problem.js';
/** Something about a file that a person must know before trusting what is derived from it. */
export interface EvidenceWarning {
    /** Stable kebab-case name, e.g. `counter-reset`. */
    readonly code: string;
    readonly where: Place;
    /** What was met, naming the series or the line. */
    readonly what: string;
    /** What is done about it: `UTC`, `the increase since`; follows "assumed". */
    readonly assumed: string;
}
/** A warning as one line: `warn access.log:1 stamps have no zone; assumed UTC`. */
export declare function warningLine({ where, what, assumed }: EvidenceWarning): string;
