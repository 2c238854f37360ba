import { noFaults } from './seriesGroup.js';
import { labelOf } from './seriesMeta.js';
/** Nearer to the client than any metric: an access log has the requests themselves, a load test sent them. */
const RANKS = { log: -0.5, 'load-test': -0.25, series: 0 };
/** Series of a file that could be a role: those that its reader leaves open, or those that it has chosen by itself. */
export function candidatesOf({ candidates, evidence }, asked) {
    if (candidates !== undefined)
        return candidates;
    return evidence.flatMap((one) => {
        if (one.kind !== 'log' && one.kind !== 'load-test' && one.kind !== 'series')
            return [];
        return one.recording.series.map((series) => {
            const isAsked = asked.some(({ name, role }) => name === series.source.name && role === series.role);
            const candidate = candidateOf(series, one.recording, RANKS[one.kind]);
            return isAsked ? { ...candidate, basis: 'asked' } : candidate;
        });
    });
}
/** Names by which `--series` could mean a series that its reader has chosen by itself. */
export function chosenNames({ candidates, evidence }) {
    if (candidates !== undefined)
        return [];
    return evidence.flatMap((one) => ('recording' in one ? one.recording.series.map(({ source }) => source.name) : []));
}
function candidateOf(series, { startUnixSeconds }, rank) {
    const { role, source, points, stepSeconds, windowSeconds, terminatingSeconds } = series;
    return {
        part: role,
        source,
        label: labelOf({ name: source.name, labels: source.labels, title: source.file }),
        points: {
            seconds: Float64Array.from(points, ([second]) => second + (startUnixSeconds ?? 0)),
            values: Float64Array.from(points, ([, value]) => value),
        },
        stepSeconds,
        windowSeconds: windowSeconds ?? 0,
        terminatingSeconds,
        isStampedAtEnd: false,
        isRelative: startUnixSeconds === null,
        isSparse: true,
        isStatusKnown: false,
        basis: 'known',
        rank,
        owner: '',
        isWorkload: false,
        variant: '',
        seriesCount: 1,
        unitGuess: undefined,
        rateOfRate: undefined,
        faults: noFaults(),
    };
}
