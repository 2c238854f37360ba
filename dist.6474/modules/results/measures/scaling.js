import { noNeed } from './noNeed.js';
const source = 'no standard; defined here, after the stabilization windows of Kubernetes and AWS (300 s)';
const responseSource = 'control theory: settling time and overshoot of a step response; the band is one instance';
function counted(name, label, definition, compute) {
    const common = { level: 'detail', unit: 'count', better: 'lower', formula: 'count in the span', source };
    return { ...common, name, label, definition, compute };
}
/** What the policy did: actions, flapping, waste. */
export const scalingMeasures = [
    {
        ...counted('scale_ups', 'scale ups', 'Accepted actions that asked for more.', ({ scaling }) => scaling.scaleUps),
        better: 'none',
    },
    {
        ...counted('scale_downs', 'scale downs', 'Accepted actions that asked for less.', ({ scaling }) => scaling.scaleDowns),
        better: 'none',
    },
    {
        name: 'scale_events_per_hour',
        label: 'actions an hour',
        level: 'detail',
        unit: 'per_hour',
        better: 'lower',
        definition: 'Accepted actions, up or down, an hour.',
        formula: '(scale_ups + scale_downs) / span in hours',
        source,
        compute: ({ scaling, spanSeconds }) => (scaling.scaleUps + scaling.scaleDowns) / (spanSeconds / 3600),
    },
    {
        ...counted('scaling_reversals', 'flaps', 'Consecutive accepted actions of one service with opposite sign at most max(2 x mean startup, 5 min) apart.', ({ scaling }) => scaling.reversals),
        level: 'default',
    },
    counted('wasted_starts', 'wasted starts', 'Instances scaled in before they were ready, or before they had been ready for as long as they took to start.', ({ fleet }) => fleet.wastedStarts),
    counted('actions_clamped', 'clamped', 'Desired counts that min or max clamped.', ({ scaling }) => scaling.clamped),
    counted('actions_throttled', 'throttled', 'Calls that the provider refused with 429.', ({ scaling }) => scaling.throttled),
    counted('actions_refused', 'refused', 'Calls of which quota or capacity granted a part, or nothing.', ({ scaling }) => scaling.refused),
    counted('actions_failed', 'failed calls', 'Calls that failed: an error of the API, or its outage.', ({ scaling }) => scaling.failed),
    {
        name: 'settling_time_s',
        label: 'settling time',
        level: 'detail',
        unit: 's',
        better: 'lower',
        definition: 'From the last change of needed in the span until ready stays within one instance of it for three control periods; the slowest service.',
        formula: 'first t with |ready - needed| <= 1 over [t, t + 3 x every], minus the time of the last change',
        source: responseSource,
        compute: ({ demand }) => {
            const seconds = demand?.response.settlingSeconds;
            if (demand === undefined)
                return noNeed;
            if (seconds === undefined)
                return { missing: 'needed never changed' };
            return Number.isFinite(seconds) ? seconds : { missing: 'had not settled at the end' };
        },
    },
    {
        name: 'overshoot_percent',
        label: 'overshoot',
        level: 'detail',
        unit: 'percent',
        better: 'lower',
        definition: 'Most instances above needed between its last rise in the span and its next change; the worst service.',
        formula: '100 x max(0, max ready - needed) / needed',
        source: responseSource,
        compute: ({ demand }) => {
            if (demand === undefined)
                return noNeed;
            const ratio = demand.response.overshootRatio;
            return ratio === undefined ? { missing: 'needed never rose' } : 100 * ratio;
        },
    },
];
