import type { ScenarioResult } from '../results/results.js';
import type { PolicyHeadroom } from '../run/headroom/policyHeadroom.js';
/** One candidate's answer. */
interface NamedHeadroom {
    readonly name: string;
    readonly headroom: PolicyHeadroom;
}
export interface ScenarioHeadroom {
    readonly name: string;
    readonly slo: NonNullable<ScenarioResult['slo']>;
    /** Replications of every factor. */
    readonly runs: number;
    readonly policies: readonly NamedHeadroom[];
}
/** How much more traffic each candidate bears, why not more, and the factors that say so. */
export declare function headroomText(scenario: ScenarioHeadroom, { verbose }: {
    readonly verbose: boolean;
}): string;
export {};
