import type { Candidate, Study } from '../analysis/study.js';
import type { Phrase } from '../phrase.js';
/** A phrase as HTML: policies in their colour, times as links that zoom the timeline. */
export declare function phraseHtml(phrase: Phrase, study: Study, timelineId: string): string;
/**
 * The name of a policy in its colour, as short as the page has it; whoever points at it sees all of it.
 *
 * @param isPick the page's script makes it a button that shows this policy alone
 */
export declare function policyHtml(name: string, { candidates, labels }: Study, { isPick }?: {
    isPick?: boolean | undefined;
}): string;
/** Attributes of a row or block that belongs to one policy. */
export declare function ofPolicy({ place }: Pick<Candidate, 'place'>): string;
/** A time of the run; without the script a link to the timeline. */
export declare function timeHtml(seconds: number, timelineId: string, { withSeconds, start }?: {
    readonly withSeconds?: boolean;
    readonly start?: string | undefined;
}): string;
