import { type DistributionSettings } from '../random/distributions/index.js';
import type { ClosedSource, SourceContext } from './source.js';
/** A change in the number of active users. */
export interface UserChange {
    readonly atSeconds: number;
    readonly count: number;
}
export interface ClosedSourceOptions {
    /** In time order. */
    readonly changes: Iterable<UserChange>;
    readonly think: DistributionSettings;
    readonly context: SourceContext;
    /** Takes one iteration for a user; false when none is left. Always there when left out. */
    readonly takeIteration?: (userIndex: number) => boolean;
}
/** A source of virtual users; think times are keyed by (user, iteration), so every policy meets the same ones. */
export declare function closedSource({ changes, think, context, takeIteration }: ClosedSourceOptions): ClosedSource;
