import type { Study } from '../../analysis/study.js';
import type { CostSplitData } from '../charts/costSplit.js';
/** The bill of all services together, then of each where there are several; empty where the document does not split it. */
export declare function costSplitDataOf(study: Study): CostSplitData[];
