import type { RunResult } from '../results/runResult.js';
import type { TunedFigures, TuneResult } from '../results/tuneResult.js';
import { type Goal } from './goal.js';
import { type Musts } from './musts.js';
import type { Judge } from './search/entrant.js';
/** What settings are judged by. */
export interface Judging {
    readonly goal: Goal;
    readonly musts: Musts;
    /** Runs are worlds: what must hold does in this share of them, each judged by itself. */
    readonly worldShare: number | undefined;
    /** Of the scenario's SLO, for what matters of a good share. */
    readonly objective: number | undefined;
}
/** The judge of a search. */
export declare function judgeOf({ goal, musts, worldShare, objective }: Judging): Judge<RunResult>;
/** What runs of one setting say. */
export declare function figuresOf(runs: readonly RunResult[], judging: Judging): TunedFigures;
/** What stands against the goal: the first thing that must hold, where it has a better side, else the good share. */
export declare function safetyOf({ musts }: Judging): TuneResult['safety'];
/** Where a setting stands in it. */
export declare function safetyAt({ must, good_share }: TunedFigures, safety: TuneResult['safety']): {
    value: number | null;
    low: number | null;
    high: number | null;
};
