import type { ScenarioResult } from '../../results/results.js';
import { type Standing } from '../terminal/standing.js';
interface PolicyTable {
    readonly scenario: ScenarioResult;
    /** Reference first. */
    readonly standings: readonly Standing[];
    readonly reference: string;
    /** Name of the policy to take, where one stands out. */
    readonly chosen: string | undefined;
}
/** A row a policy: what users feel, what it costs, and the verdict on the bill with its interval. Empty when none ran. */
export declare function policyTable(table: PolicyTable): string[];
export {};
