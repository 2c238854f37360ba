import type { Problem } from '../../base/problem.js';
import { type Explanation } from './explanation.js';
/** One thing to know about a manifest, for programs that show it beside the line. */
export interface Finding {
    /** `error` ends the command with 104 (refused) or 99 (lint); a `note` is valid and not simulated. */
    readonly level: 'error' | 'warning' | 'note';
    readonly problem: Problem;
    readonly place: {
        readonly file: string;
        readonly line: number;
        readonly column: number;
    };
}
/** Everything that was found, by file and place. What has no place of its own stands at the top of its file. */
export declare function findingsOf(explanation: Explanation): Finding[];
