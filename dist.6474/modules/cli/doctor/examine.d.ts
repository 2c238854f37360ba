import type { Candidate, PolicySpec } from '../../policy/policySpec.js';
import type { CellPool } from '../../run/cellPool.js';
import type { Scenario } from '../../scenario/schema.js';
import type { Examination } from './examination.js';
/** What a policy is tried on. */
export interface Trial {
    readonly scenario: Scenario;
    readonly folder: string;
    /** In words, for the report. */
    readonly text: string;
}
interface Examined {
    readonly candidate: Candidate;
    readonly serviceName: string;
    readonly spec: PolicySpec;
}
/** Reads one policy's text, and tries it in one short run. */
export declare function examine(examined: Examined, trial: Trial, pool: CellPool): Promise<Examination>;
export {};
