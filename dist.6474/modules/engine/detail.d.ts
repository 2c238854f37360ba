import type { FaultEvent } from '../faults/schedule.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { RunResult } from '../results/runResult.js';
import type { RunTotals } from '../results/runTotals.js';
import type { Assembly } from './assemble.js';
import type { PolicyAtWork } from './policyAtWork.js';
import type { ServiceDemand } from './totals/serviceDemand.js';
/** What the detail needs beside the logs. */
export interface DetailSources {
    readonly faults: readonly FaultEvent[];
    /** [service] */
    readonly demands: readonly (ServiceDemand | undefined)[];
    /** Of all services. */
    readonly totals: RunTotals;
    readonly log: PolicyLog;
    readonly policies: readonly PolicyAtWork[];
}
/** Curves, decisions and events of a run that kept them. */
export declare function detailOf(assembly: Assembly, sources: DetailSources): NonNullable<RunResult['detail']>;
