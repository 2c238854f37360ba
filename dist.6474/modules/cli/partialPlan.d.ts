import type { Output } from './output.js';
import type { ReportPlan } from './reportFiles.js';
/**
 * Where the reports of an interrupted comparison go: never over those of one that ended, which nobody asked to lose.
 *
 * @throws ProblemError with exit code 106
 */
export declare function partialPlan(plan: ReportPlan | undefined, output: Output): ReportPlan | undefined;
/** Takes away what an interrupted comparison left beside the reports, once they are of one that ended. Other files stay. */
export declare function removePartial({ folder }: ReportPlan): void;
