import type { FaultEvent } from '../faults/schedule.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { RunResult } from '../results/runResult.js';
import type { Assembly } from './assemble.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { type WorkSnapshots } from './totals/serviceWork.js';
/** What happened beside the logs. */
export interface RunHistory {
    readonly policies: readonly PolicyAtWork[];
    readonly snapshots: WorkSnapshots;
    readonly faults: readonly FaultEvent[];
    readonly log: PolicyLog;
}
/** Turns the logs of a finished run into its result. */
export declare function summarise(assembly: Assembly, { policies, snapshots, faults, log }: RunHistory): RunResult;
