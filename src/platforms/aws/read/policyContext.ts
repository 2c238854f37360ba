import type { ManifestOptions } from '../../platform.js';
import type { StepAdjustment } from '../algorithm/stepAdjustments.js';
import { stepFaults } from '../algorithm/stepAdjustments.js';
import type { Alarm } from '../model.js';
import type { Findings } from './findings.js';
import type { CallingAlarm } from './readAlarms.js';
import type { Limits } from './readLimits.js';
import type { Resource } from './resource.js';
import type { StepValue } from './schemas.js';

/** What reading one policy needs of the rest of its document. */
export interface PolicyContext {
  readonly limits: Limits;
  readonly alarms: readonly CallingAlarm[];
  readonly options: ManifestOptions;
  readonly findings: Findings;
}

/** The alarms that call a step or simple scaling policy; a policy without one is a problem, for it would never act. */
export function alarmsFor(resource: Resource, { alarms, findings }: PolicyContext, isEnabled = true): readonly Alarm[] {
  const own = alarms.filter(({ calls }) => calls.includes(resource)).map(({ alarm }) => alarm);
  if (own.length > 0 || !isEnabled) return own;
  findings.problem({
    code: 'policy-without-alarm',
    where: resource.place([]),
    what: `${resource.title}: no alarm of this document calls it`,
    why: 'Step and simple scaling act only when a CloudWatch alarm calls them, so this would never scale.',
    fix: "add the put-metric-alarm JSON to the same document, with the policy's ARN or PolicyName in AlarmActions.",
  });
  return own;
}

/** Checked steps of a policy, open ends as infinities. */
export function stepsOf(
  steps: readonly StepValue[],
  {
    resource,
    path,
    findings,
  }: { readonly resource: Resource; readonly path: readonly PropertyKey[]; readonly findings: Findings },
): StepAdjustment[] {
  const read = steps.map(({ MetricIntervalLowerBound: lower, MetricIntervalUpperBound: upper, ScalingAdjustment }) => ({
    lower: lower ?? Number.NEGATIVE_INFINITY,
    upper: upper ?? Number.POSITIVE_INFINITY,
    adjustment: ScalingAdjustment,
  }));
  for (const { step, what } of stepFaults(read)) {
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
