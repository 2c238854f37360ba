import type { SeriesRole } from '../../../results/seriesRoles.js';
/** What a series is for: a role, or a part that a role is made of. */
export type SeriesPart = SeriesRole | 'throttled-periods' | 'cfs-periods' | 'latency-sum' | 'latency-count';
/** How values become the unit of their role. */
export type ValueForm = 
/** A counter: its increase a second, times `scale`. */
{
    readonly kind: 'counter';
    readonly scale: number;
} | {
    readonly kind: 'plain';
    readonly scale: number;
}
/** A sum over each step: divided by the step. */
 | {
    readonly kind: 'per-step';
    readonly scale: number;
}
/** Seconds or milliseconds: told by the values, unless the name says seconds. */
 | {
    readonly kind: 'time';
    readonly isNamed: boolean;
}
/** A share or a percentage, told by the values. */
 | {
    readonly kind: 'share';
};
/** A metric whose name tells what it shows. */
export interface KnownSeries {
    readonly name: RegExp;
    readonly part: SeriesPart;
    readonly form: ValueForm;
    /** Where several could be the same role, the lower is taken: 0 is nearest to the client. */
    readonly rank: number;
    /** Labels that tell whose it is, the most telling first. */
    readonly owner: readonly string[];
}
/** Names of metrics, as their exporters document them. */
export declare const knownSeries: readonly KnownSeries[];
/** Labels that hold the status of the answer. */
export declare const statusLabels: string[];
/** 5xx, and what gRPC and Linkerd call failures of the server. */
export declare const serverError: RegExp;
