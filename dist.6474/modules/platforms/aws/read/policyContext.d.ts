import type { ManifestOptions } from '../../platform.js';
import type { Calls, ForecastPolicy, ScalingPolicy, Step } from '../model.js';
import { type Amount } from '../openValue.js';
import type { Findings, Opened } from './findings.js';
import { type CallingAlarm } from './readAlarms.js';
import type { Limits } from './readLimits.js';
import type { Resource } from './resource.js';
import type { StepValue } from './schemas.js';
/** What reading one policy needs of the rest of its document. */
export interface PolicyContext {
    readonly limits: Limits;
    readonly alarms: readonly CallingAlarm[];
    /** Names of all alarms of the document. */
    readonly alarmNames: readonly string[];
    readonly options: ManifestOptions;
    readonly findings: Findings;
}
/** What every policy says of itself, but for its warm-up. */
export declare function baseOf(resource: Resource, name: string | undefined): {
    name: string;
    where: import("../../../base/problem.js").Place;
    deployedIf: import("../openValue.js").OpenValue | undefined;
};
export type PolicyBase = Pick<ScalingPolicy<Amount>, 'name' | 'where' | 'warmupSeconds' | 'isEnabled' | 'deployedIf'>;
/** What calls a step or simple scaling policy, in this document and, as its description says, elsewhere. */
export declare function callsOf(resource: Resource, { alarms, alarmNames }: PolicyContext): Calls<Amount>;
/** A predictive policy: explained, for it forecasts from days of history that no run has. */
export declare function forecastPolicy(resource: Resource, base: PolicyBase, { mode, findings }: {
    readonly mode: 'ForecastOnly' | 'ForecastAndScale';
    readonly findings: Findings;
}): ForecastPolicy<Amount>;
/** Checked steps of a policy, missing ends as infinities. */
export declare function stepsOf(steps: Opened<readonly StepValue[]>, { resource, path, findings, }: {
    readonly resource: Resource;
    readonly path: readonly PropertyKey[];
    readonly findings: Findings;
}): Step<Amount>[];
export declare function isClosed(step: Step<Amount>): step is Step;
/** A field that the policy's type does not read: AWS refuses it, so it is an error and not a loss. */
export declare function refuseField(resource: Resource, findings: Findings, { path, why }: {
    readonly path: readonly PropertyKey[];
    readonly why: string;
}): void;
