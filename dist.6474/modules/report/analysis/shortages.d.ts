import type { PolicyResult } from '../../results/results.js';
import type { DecisionMark } from './decisionMarks.js';
/** A span with fewer ready instances than needed. */
interface Shortage {
    readonly service: string;
    readonly fromSeconds: number;
    readonly untilSeconds: number;
    /** Instances missing x seconds. */
    readonly area: number;
}
/** Shortages of the run shown, worst first. */
export declare function shortagesOf({ timeline }: PolicyResult): Shortage[];
/** Why a policy was short, as far as its log shows it; undefined where it shows nothing. */
type ShortageCause = {
    readonly type: 'fault';
    readonly kind: string;
} | {
    readonly type: 'held';
    readonly result: string;
} | {
    readonly type: 'late';
};
/** Faults whose end the log gives, by kind. */
export declare function faultsOf({ events }: PolicyResult): {
    kind: string;
    fromSeconds: number;
    untilSeconds: number;
}[];
export declare function causeOf({ fromSeconds, untilSeconds, service }: Shortage, policy: PolicyResult, marks: readonly DecisionMark[]): ShortageCause | undefined;
export {};
