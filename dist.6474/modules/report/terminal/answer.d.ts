import { type ScenarioResult } from '../../results/results.js';
import { type Standing } from './standing.js';
interface Answer {
    readonly text: string;
    /** Name of the policy to take, where one stands out. */
    readonly chosen: string | undefined;
}
/** What the runs say, in one or two sentences that the intervals support. `ran` has the reference first. */
export declare function answerOf(scenario: ScenarioResult, ran: readonly Standing[], reference: string): Answer;
export {};
