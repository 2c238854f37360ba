import { noNeed } from './noNeed.js';
const source = 'SPEC RG, Herbst et al., "Ready for Rain?" (SPEC-RG-2016-01; ACM ToMPECS 3(4), 2018); needed as in the notes of the result';
function percent({ percentOf, level = 'detail', ...texts }) {
    return {
        ...texts,
        level,
        unit: 'percent',
        better: 'lower',
        source,
        compute: ({ demand, spanSeconds }) => (demand === undefined ? noNeed : percentOf(demand.elasticity, spanSeconds)),
    };
}
/** How well supply followed demand: exact integrals of needed(t) and ready(t) over the span. */
export const elasticityMeasures = [
    percent({
        name: 'under_provisioned_percent',
        label: 'missing instances',
        definition: 'Shortage as a share of the need, averaged over the span.',
        formula: '100 / span x integral of max(needed - ready, 0) / needed; several services: sum of what each misses / sum of needed',
        percentOf: ({ underRatioSeconds }, spanSeconds) => (100 * underRatioSeconds) / spanSeconds,
    }),
    percent({
        name: 'over_provisioned_percent',
        label: 'spare instances',
        definition: 'Surplus as a share of the need, averaged over the span; may exceed 100.',
        formula: '100 / span x integral of max(ready - needed, 0) / max(needed, 1); several services: sum of what each has to spare / sum of needed',
        percentOf: ({ overRatioSeconds }, spanSeconds) => (100 * overRatioSeconds) / spanSeconds,
    }),
    percent({
        name: 'under_provisioned_time_percent',
        label: 'time too small',
        level: 'default',
        definition: 'Share of the span with fewer instances ready than needed, in any service.',
        formula: '100 / span x time with ready < needed',
        percentOf: ({ underSeconds }, spanSeconds) => (100 * underSeconds) / spanSeconds,
    }),
    percent({
        name: 'over_provisioned_time_percent',
        label: 'time too large',
        definition: 'Share of the span with more instances ready than needed, in any service.',
        formula: '100 / span x time with ready > needed',
        percentOf: ({ overSeconds }, spanSeconds) => (100 * overSeconds) / spanSeconds,
    }),
    {
        name: 'instability_percent',
        label: 'moved otherwise',
        level: 'detail',
        unit: 'percent',
        better: 'lower',
        definition: 'Share of the 60 s steps over which ready and needed moved in different directions, in any service.',
        formula: '100 x steps with sgn(change of needed) != sgn(change of ready) / steps; whole steps from the start of the span',
        source,
        compute: ({ demand }) => {
            if (demand === undefined)
                return noNeed;
            const { gridSteps, unlikeGridSteps } = demand.elasticity;
            return gridSteps > 0 ? (100 * unlikeGridSteps) / gridSteps : { missing: 'the span is shorter than 60 s' };
        },
    },
    {
        name: 'jitter_per_hour',
        label: 'jitter',
        level: 'detail',
        unit: 'per_hour',
        better: 'none',
        definition: 'How many more times an hour ready changed than needed: below 0 sluggish, above 0 over-eager.',
        formula: '(changes of ready - changes of needed) / span in hours, summed over services; 0 is best',
        source,
        compute: ({ demand, spanSeconds }) => {
            if (demand === undefined)
                return noNeed;
            const { readyChanges, neededChanges } = demand.elasticity;
            return (readyChanges - neededChanges) / (spanSeconds / 3600);
        },
    },
];
