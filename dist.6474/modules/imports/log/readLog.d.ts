import type { LineFormat, LogLine } from './lineFormat.js';
import type { LineFaults } from './logHygiene.js';
import { type RequestKind } from './requestKind.js';
/** Which lines are taken. */
export interface LogRules {
    /** Undefined: the first line that is understood decides. */
    readonly asked: LineFormat | undefined;
    readonly kept: ReadonlySet<RequestKind>;
}
/** Where the lines of a log went: `lineCount` is the taken, the left out and those not understood. */
export interface LogRead {
    readonly lineCount: number;
    readonly takenCount: number;
    /** Left out. */
    readonly kinds: Readonly<Record<'probe' | 'static', number>>;
    readonly stamps: Readonly<Record<LogLine['stamp'], number>>;
    readonly format: LineFormat;
    readonly zones: ReadonlySet<number | undefined>;
    readonly faults: LineFaults;
}
/**
 * Hands every request of a log to `take`, line by line; memory does not follow the file.
 *
 * @throws ProblemError when no line is understood or nobody but probes came
 */
export declare function readLog(file: string, rules: LogRules, take: (line: LogLine, number: number) => void): LogRead;
