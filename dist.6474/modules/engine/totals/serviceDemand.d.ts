import type { DemandTotals } from '../../results/runTotals.js';
import type { TimeSpan } from '../../stats/stepCurve.js';
import { type AssembledService, type Assembly } from '../assemble.js';
import type { PolicyAtWork } from '../policyAtWork.js';
import { type LagJump } from './lagBudget.js';
import { type ControlledService } from './responseTotals.js';
import { type WorkSnapshots } from './serviceWork.js';
/** One service's demand against its supply, worked out once when the run is over. */
export interface ServiceDemand extends ControlledService {
    readonly jumps: readonly LagJump[];
    readonly oracleUsd: number;
}
/** Undefined where the need is not known in advance. */
export declare function serviceDemand(assembly: Assembly, service: AssembledService, { policies, snapshots }: {
    readonly policies: readonly PolicyAtWork[];
    readonly snapshots: WorkSnapshots;
}): ServiceDemand | undefined;
/** Several services together; undefined where the need of one of them is not known. */
export declare function demandTotals(demands: readonly (ServiceDemand | undefined)[], span: TimeSpan): DemandTotals | undefined;
