import { seenCounts } from '../seenCounts.js';
import { meanOf, notRecorded, short } from './judgedMeasure.js';
/** Mean distance that is believable: pods, or a share of the recorded mean where that is more. */
const farthest = { pods: 0.5, share: 0.1 };
/** [run][instant] what the recorder would have counted of the runs. */
export function countsOfRuns({ recorded: { counts }, runs, zeroSeconds }) {
    if (counts === undefined)
        return [];
    const instants = counts.samples.seconds.map((at) => at - zeroSeconds);
    return runs.map(({ lives }) => seenCounts(lives, counts.counting, instants));
}
function meanCounts(ofRuns) {
    return (ofRuns[0] ?? []).map((_, instant) => meanOf(ofRuns.map((counts) => counts[instant])));
}
const limitOf = (real) => Math.max(farthest.pods, farthest.share * real);
/** The mean distance of the counts, over the instants of the recorder; simulated is the mean over the runs. */
export const replicas = {
    measure: 'replicas',
    judge(observed) {
        const { counts } = observed.recorded;
        if (counts === undefined || counts.samples.values.length === 0)
            return notRecorded;
        const { values } = counts.samples;
        const simulated = meanCounts(countsOfRuns(observed));
        const real = meanOf(values);
        const error = meanOf(values.map((value, instant) => Math.abs(value - simulated[instant])));
        const limit = limitOf(real);
        const ok = error <= limit;
        const why = `${short(error)} pods apart on average, ${ok ? 'at most' : 'more than'} ${short(limit)}`;
        return { real, simulated: meanOf(simulated), error, ok, why };
    },
    limitOf: ({ real }) => limitOf(real ?? 0),
    curve(observed) {
        const { counts } = observed.recorded;
        if (counts === undefined || counts.samples.values.length === 0)
            return undefined;
        const ofRuns = countsOfRuns(observed);
        const over = (of) => counts.samples.values.map((_, instant) => of(...ofRuns.map((run) => run[instant])));
        const { seconds, values } = counts.samples;
        return { seconds, real: values, simulated: meanCounts(ofRuns), low: over(Math.min), high: over(Math.max) };
    },
};
