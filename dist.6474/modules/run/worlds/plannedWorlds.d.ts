import type { Robustness, UncertainInput } from '../../results/worlds/robustness.js';
import { type DrawnWorld, type Uncertain } from '../../scenario/worlds/drawWorlds.js';
import type { Ranges } from '../../scenario/worlds/ranges.js';
/** Worlds that every candidate of a comparison runs once: plain data. */
export interface PlannedWorlds {
    /** The measure that decides among the candidates that meet the limits. */
    readonly goal: string;
    readonly askedCount: number;
    readonly inputs: readonly UncertainInput[];
    readonly worlds: readonly DrawnWorld[];
    readonly leftOut: NonNullable<Robustness['left_out']>;
    readonly notDrawn: Robustness['not_drawn'];
}
/** What `--uncertain` and `--goal` ask for. */
export interface WorldsAsked {
    readonly count: number;
    readonly goal: string;
}
/**
 * The worlds of a scenario; undefined where no assumption has a range to draw from.
 *
 * @throws ProblemError where none of the worlds is a valid scenario
 */
export declare function planWorlds(uncertain: Uncertain & Ranges, { count, goal }: WorldsAsked, file: string): PlannedWorlds | undefined;
