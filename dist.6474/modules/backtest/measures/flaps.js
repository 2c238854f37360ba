import { flapCount } from '../scaleEvents.js';
import { meanOf, notRecorded } from './judgedMeasure.js';
import { countsOfRuns } from './replicas.js';
/** Scaling reversals, by one definition for both, on the recorder's grid; shown, not judged. */
export const flaps = {
    measure: 'flaps',
    judge(observed) {
        const samples = observed.recorded.counts?.samples;
        if (samples === undefined || samples.seconds.length === 0)
            return notRecorded;
        const { reversalSeconds } = observed;
        const { seconds } = samples;
        const real = flapCount(samples, reversalSeconds);
        const simulated = meanOf(countsOfRuns(observed).map((values) => flapCount({ seconds, values }, reversalSeconds)));
        const why = `opposite changes within ${reversalSeconds} s; no limit`;
        return { real, simulated, error: simulated - real, ok: null, why };
    },
};
