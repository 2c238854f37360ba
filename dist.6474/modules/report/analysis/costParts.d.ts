import { type Candidate } from './study.js';
/** What a part of the bill is for, in the order of the bars. */
export declare const costParts: readonly [{
    readonly key: 'useful';
    readonly measure: 'cost_useful_usd';
    readonly label: 'useful work';
    readonly phrase: 'useful work';
}, {
    readonly key: 'idle';
    readonly measure: 'cost_idle_usd';
    readonly label: 'idle';
    readonly phrase: 'idle capacity';
}, {
    readonly key: 'starting';
    readonly measure: 'cost_startup_usd';
    readonly label: 'starting';
    readonly phrase: 'startups';
}, {
    readonly key: 'draining';
    readonly measure: 'cost_drain_usd';
    readonly label: 'draining';
    readonly phrase: 'draining';
}, {
    readonly key: 'wasted';
    readonly measure: 'cost_wasted_usd';
    readonly label: 'wasted starts';
    readonly phrase: 'wasted starts';
}, {
    readonly key: 'minimum';
    readonly measure: 'cost_minimum_charge_usd';
    readonly label: 'minimum charge';
    readonly phrase: 'minimum charges';
}];
type CostPart = (typeof costParts)[number];
/** A part with its mean, US dollars. */
interface PaidPart {
    readonly part: CostPart;
    readonly usd: number;
}
/**
 * The parts of a policy's bill, useful work first; empty where the document does not split it.
 *
 * @param prefix `services.web.` for one service's
 */
export declare function paidPartsOf(candidate: Candidate, prefix?: string): PaidPart[];
/** The part besides useful work that takes most; undefined where nothing is split or wasted. */
export declare function largestWaste(candidate: Candidate): PaidPart | undefined;
export {};
