import { firstRise } from '../scaleEvents.js';
import { notRecorded, short } from './judgedMeasure.js';
import { countsOfRuns } from './replicas.js';
/** Farther apart is another decision: an HPA decides every 15 s. */
const farthestSeconds = 30;
/** When the count first rises, both on the recorder's grid; simulated is the median of the runs. */
export const firstScaleUp = {
    measure: 'first_scale_up_s',
    judge(observed) {
        const samples = observed.recorded.counts?.samples;
        if (samples === undefined || samples.seconds.length === 0)
            return notRecorded;
        const { seconds } = samples;
        const rises = countsOfRuns(observed).map((values) => firstRise({ seconds, values }));
        const real = firstRise(samples) ?? null;
        const simulated = medianRise(rises);
        if (real === null && simulated === null) {
            return { real, simulated, error: null, ok: null, why: 'neither scales up' };
        }
        if (real === null)
            return { real, simulated, error: null, ok: false, why: 'only the simulation scales up' };
        if (simulated === null) {
            const none = rises.filter((rise) => rise === undefined).length;
            return { real, simulated, error: null, ok: false, why: `${none} of ${rises.length} runs never scale up` };
        }
        const error = simulated - real;
        const ok = Math.abs(error) <= farthestSeconds;
        const how = `${short(Math.abs(error))} s ${error < 0 ? 'earlier' : 'later'}, ${ok ? 'at most' : 'more than'} ${farthestSeconds} s`;
        const gridSeconds = Math.min(...seconds.slice(1).map((at, index) => at - seconds[index]));
        const coarse = gridSeconds > farthestSeconds ? `; the recorder looked every ${short(gridSeconds)} s` : '';
        return { real, simulated, error, ok, why: how + coarse };
    },
};
/** Null where at least half of the runs never rise. */
function medianRise(rises) {
    const sorted = rises.map((rise) => rise ?? Infinity).sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)];
    return middle === undefined || middle === Infinity ? null : middle;
}
