import type { TunedFinal, TuneResult } from '../results/tuneResult.js';
/** The answer in at most three sentences; it claims only what fresh runs show. */
export declare function verdictText(result: TuneResult): string[];
/** A value of the goal, in the scenario's money where it is money. */
export declare function goalText(value: number, { goal, scenario }: Pick<TuneResult, 'goal' | 'scenario'>): string;
/** The same where a head says the unit of money. */
export declare function bareGoalText(value: number, result: Pick<TuneResult, 'goal' | 'scenario'>): string;
/** Whether it is the cost of a run, which reports give by the month where that is known. */
export declare function isRunCost({ measure }: TuneResult['goal']): boolean;
/** How many runs were used, and on what. */
export declare function usedText({ runs, worlds }: TuneResult): string;
/** The values of what is varied: `averageUtilization=60 minReplicas=4`. */
export declare function settingText({ params }: {
    readonly params: TunedFinal['params'];
}, { vary }: Pick<TuneResult, 'vary'>): string;
