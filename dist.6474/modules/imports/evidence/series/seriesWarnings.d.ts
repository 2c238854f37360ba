import type { Problem } from '../../../base/problem.js';
import type { EvidenceWarning } from '../warning.js';
import type { ChosenOne } from './chooseSeries.js';
/** What a person must know of a chosen series, and what keeps it from being used at all. */
export declare function seriesFindings(one: ChosenOne): {
    readonly warnings: EvidenceWarning[];
    readonly problems: Problem[];
};
