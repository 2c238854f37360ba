import type { RunResult } from './runResult.js';
import type { SloResult } from './sloSchema.js';
/** What the scenario asks for. */
interface Slo {
    readonly objective: number;
    readonly gate: boolean;
}
interface Judging {
    /** No request at all passes. */
    readonly allowEmpty: boolean;
}
/** Judges the SLO over all runs of a policy: the one definition of "meets" that gate and reports share. */
export declare function sloResult({ objective, gate }: Slo, runs: readonly Pick<RunResult, 'groups'>[], { allowEmpty }: Judging): SloResult;
export {};
