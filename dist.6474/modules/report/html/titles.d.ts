import type { LagRow } from '../../results/lagBudget.js';
import { type Study } from '../analysis/study.js';
import type { BudgetData } from './charts/errorBudget.js';
import type { HeatmapData } from './charts/heatmap.js';
/** What takes most besides work, where that is the same for every policy. */
export declare function costTitle({ candidates }: Study): string;
/** Only where one part is more than half of each of the waits shown, and all of them ended. */
export declare function lagTitle(shown: readonly {
    readonly rise: LagRow;
}[]): string;
/** [column] share of the answers above the SLO, 0..1; 0 where nothing was answered. */
export declare function slowShares({ shares, uppers, sloMs }: HeatmapData): number[];
/** When a tenth of the answers of a column, which may last hours, was above the SLO for any policy. */
export declare function heatmapTitle(heatmaps: readonly HeatmapData[]): string;
/** Budgets that a policy spends, mean over the replications; undefined where the document does not say it. */
export declare function spentOf({ scenario: { slo } }: Study, candidate: Study['candidates'][number]): number | undefined;
/** Over all replications, as the limits are judged; at most 44 characters, so that it stays on one line. */
export declare function budgetTitle(study: Study, { curves }: BudgetData): string;
/** At most 44 characters, so that it stays on one line beside the other column's. */
export declare function tailTitle({ candidates }: Study): string;
/** Who meets the limits; one that failed has met none. */
export declare function scoreboardTitle({ candidates, failures, limitCount, isWithoutTraffic }: Study): string;
