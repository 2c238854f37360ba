import { stepFaults } from '../algorithm/stepAdjustments.js';
import { isOpen } from '../openValue.js';
import { listedAlarms } from './readAlarms.js';
/** What every policy says of itself, but for its warm-up. */
export function baseOf(resource, name) {
    return { name: name ?? resource.title, where: resource.place([]), deployedIf: resource.deployedIf };
}
/** What calls a step or simple scaling policy, in this document and, as its description says, elsewhere. */
export function callsOf(resource, { alarms, alarmNames }) {
    const own = alarms.filter(({ calls }) => calls.includes(resource));
    return {
        alarms: own.flatMap(({ alarm }) => alarm ?? []),
        elsewhere: listedAlarms(resource).filter((name) => !alarmNames.includes(name)),
    };
}
/** A predictive policy: explained, for it forecasts from days of history that no run has. */
export function forecastPolicy(resource, base, { mode, findings }) {
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
export function stepsOf(steps, { resource, path, findings, }) {
    const read = steps.map(({ MetricIntervalLowerBound: lower, MetricIntervalUpperBound: upper, ScalingAdjustment }) => ({
        lower: lower ?? Number.NEGATIVE_INFINITY,
        upper: upper ?? Number.POSITIVE_INFINITY,
        adjustment: ScalingAdjustment,
    }));
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
export function isClosed(step) {
    return !isOpen(step.lower) && !isOpen(step.upper) && !isOpen(step.adjustment);
}
/** A field that the policy's type does not read: AWS refuses it, so it is an error and not a loss. */
export function refuseField(resource, findings, { path, why }) {
    findings.problem({
        code: 'wrong-type-of-policy',
        where: resource.place(path, true),
        what: `${resource.title}: \`${path.map(String).join('.')}\` does not belong to this type of policy`,
        why,
        fix: 'remove it, or change PolicyType.',
    });
}
