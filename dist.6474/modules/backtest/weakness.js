import { formatDuration } from '../base/duration.js';
import { holeSeconds } from './recordedGrid.js';
import { lengthOf } from './stretch.js';
/** Two stabilization windows of an HPA: shorter, and it shows the beginning only. */
const leastSeconds = 600;
/** Fewer instants say next to nothing of a curve. */
const leastInstants = 20;
/** More of it missing, and what happened there may have decided the rest. */
const mostHoleShare = 0.1;
/** Whether a stretch of a recording is long, whole and eventful enough to judge a simulation by. */
export function weaknessOf({ counts }, { stretch, series }) {
    const length = lengthOf(stretch);
    const ofAll = [];
    if (length < leastSeconds) {
        ofAll.push(`it is too short: ${formatDuration(Math.round(length))}, at least ${formatDuration(leastSeconds)} are needed`);
    }
    for (const one of series) {
        if (one === undefined)
            continue;
        const share = length === 0 ? 0 : holeSeconds(one, stretch) / length;
        if (share > mostHoleShare)
            ofAll.push(`${one.source.name} has nothing for ${Math.round(share * 100)} % of it`);
    }
    if (counts === undefined)
        return { ofAll, ofAgreement: ['no replicas were recorded'] };
    const { values } = counts.samples;
    if (values.length < leastInstants && length >= leastSeconds) {
        ofAll.push(`${counts.series.source.name} has ${values.length} points in it, at least ${leastInstants} are needed`);
    }
    const isStill = values.every((value) => value === values[0]);
    const stood = `replicas stood at ${values[0]} all the time: a policy that does nothing agrees as well`;
    return { ofAll, ofAgreement: isStill && values.length > 0 ? [stood] : [] };
}
