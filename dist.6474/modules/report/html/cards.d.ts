import { type Candidate, type Study } from '../analysis/study.js';
import { type Phrase } from '../phrase.js';
/** What one other policy did, in at most three sentences. */
export interface Card {
    readonly candidate: Candidate;
    readonly text: Phrase;
}
/** One card per policy besides the reference, the best first: what one could take instead goes before what misses a limit. */
export declare function cardsOf(study: Study): Card[];
/** Whether the paired runs tell two policies apart in a measure; with one run they never do. */
export declare function isSeparated(name: string, sides: {
    readonly a: Candidate;
    readonly b: Candidate;
}, study: Pick<Study, 'scenario'>): boolean;
