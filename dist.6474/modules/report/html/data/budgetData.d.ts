import type { Study } from '../../analysis/study.js';
import type { BudgetData } from '../charts/errorBudget.js';
/** Spending over time of every policy in the run shown; undefined without an SLO, a budget or the windows it needs. */
export declare function budgetDataOf(study: Study, { samplesMax }: {
    readonly samplesMax: number;
}): BudgetData | undefined;
