import type { ManifestOptions } from '../../platform.js';
import { stepFaults } from '../algorithm/stepAdjustments.js';
import type { Calls, ForecastPolicy, ScalingPolicy, Step } from '../model.js';
import { type Amount, isOpen } from '../openValue.js';
import type { Findings, Opened } from './findings.js';
import { type CallingAlarm, listedAlarms } from './readAlarms.js';
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
export function baseOf(resource: Resource, name: string | undefined) {
  return { name: name ?? resource.title, where: resource.place([]), deployedIf: resource.deployedIf };
}

export type PolicyBase = Pick<ScalingPolicy<Amount>, 'name' | 'where' | 'warmupSeconds' | 'isEnabled' | 'deployedIf'>;

/** What calls a step or simple scaling policy, in this document and, as its description says, elsewhere. */
export function callsOf(resource: Resource, { alarms, alarmNames }: PolicyContext): Calls<Amount> {
  const own = alarms.filter(({ calls }) => calls.includes(resource));
  return {
    alarms: own.flatMap(({ alarm }) => alarm ?? []),
    elsewhere: listedAlarms(resource).filter((name) => !alarmNames.includes(name)),
  };
}

/** A predictive policy: explained, for it forecasts from days of history that no run has. */
export function forecastPolicy(
  resource: Resource,
  base: PolicyBase,
  { mode, findings }: { readonly mode: 'ForecastOnly' | 'ForecastAndScale'; readonly findings: Findings },
): ForecastPolicy<Amount> {
  const canScale = mode === 'ForecastAndScale';
  findings.notSimulated(resource, {
    path: ['PolicyType'],
    effect: canScale
      ? 'predictive scaling raises the capacity ahead of the load that it forecasts; no forecast is made here'
      : 'a predictive policy in the mode ForecastOnly makes a forecast and never scales; no forecast is made here',
  });
  return { ...base, type: 'forecast', canScale };
}

/** Checked steps of a policy, missing ends as infinities. */
export function stepsOf(
  steps: Opened<readonly StepValue[]>,
  {
    resource,
    path,
    findings,
  }: { readonly resource: Resource; readonly path: readonly PropertyKey[]; readonly findings: Findings },
): Step<Amount>[] {
  const read = steps.map(
    ({ MetricIntervalLowerBound: lower, MetricIntervalUpperBound: upper, ScalingAdjustment }): Step<Amount> => ({
      lower: lower ?? Number.NEGATIVE_INFINITY,
      upper: upper ?? Number.POSITIVE_INFINITY,
      adjustment: ScalingAdjustment,
    }),
  );
  for (const { step, what } of read.every(isClosed) ? stepFaults(read) : []) {
    findings.problem({
      code: 'bad-steps',
      where: resource.place(steps.length === 0 ? path : [...path, step]),
      what: `${resource.title}: ${what}`,
      why: 'AWS refuses steps with gaps, overlaps or missing ends; bounds are relative to the threshold of the alarm.',
      fix: 'let each step begin where the one before ends, and leave out the outermost bound.',
    });
  }
  return read;
}

export function isClosed(step: Step<Amount>): step is Step {
  return !isOpen(step.lower) && !isOpen(step.upper) && !isOpen(step.adjustment);
}

/** A field that the policy's type does not read: AWS refuses it, so it is an error and not a loss. */
export function refuseField(
  resource: Resource,
  findings: Findings,
  { path, why }: { readonly path: readonly PropertyKey[]; readonly why: string },
): void {
  findings.problem({
    code: 'wrong-type-of-policy',
    where: resource.place(path, true),
    what: `${resource.title}: \`${path.map(String).join('.')}\` does not belong to this type of policy`,
    why,
    fix: 'remove it, or change PolicyType.',
  });
}
