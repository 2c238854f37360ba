import { isoTime } from '../base/isoTime.js';
import { recordedSources } from './replaySources.js';
import { lengthOf } from './stretch.js';
/** A stretch in the middle of a recording has this much of what came before it: a policy remembers, an HPA for five minutes. */
const leadSeconds = 600;
/** So that the run holds the edge of the last bin. */
const tailSeconds = 1;
/** The scenario with the traffic and the first count of the recording, as long as the stretch. @throws ProblemError */
export function replayOf(request) {
    const { scenario, service, traffic, stretch, recordedFromSeconds, startUnixSeconds } = request;
    const isOwn = traffic.kind === 'scenario';
    const zeroSeconds = isOwn ? traffic.zeroSeconds : Math.max(recordedFromSeconds, stretch.fromSeconds - leadSeconds);
    const run = { fromSeconds: zeroSeconds, toSeconds: stretch.toSeconds + tailSeconds };
    const begin = beginOf(request, zeroSeconds);
    const keepsFaults = isOwn || zeroSeconds === recordedFromSeconds || scenario.faults.length === 0;
    const settings = scenario.services[service];
    return {
        scenario: {
            ...scenario,
            ...(isOwn ? {} : recordedSources({ ...request, traffic, run })),
            ...(isOwn || startUnixSeconds === null ? {} : { start: isoTime(startUnixSeconds + zeroSeconds) }),
            duration: lengthOf(run),
            warmup: 0,
            faults: keepsFaults ? scenario.faults : [],
            services: {
                ...scenario.services,
                [service]: { ...settings, scaling: { ...settings.scaling, ...begin.scaling } },
            },
        },
        zeroSeconds,
        notes: [
            ...begin.notes,
            ...(keepsFaults ? [] : ['the faults of the scenario are left out: they are written for its own beginning']),
        ],
    };
}
/** The fleet begins as the real one did. */
function beginOf({ scenario, service, countAt }, zeroSeconds) {
    const { min, max } = scenario.services[service].scaling;
    const recorded = countAt(zeroSeconds);
    if (recorded === undefined)
        return { scaling: {}, notes: [] };
    const initial = Math.min(max, Math.max(min, Math.round(recorded)));
    if (initial === Math.round(recorded))
        return { scaling: { initial }, notes: [] };
    const note = `${recorded} instances were recorded at the beginning, but the setting allows ${min} to ${max}: is it the one that ran?`;
    return { scaling: { initial }, notes: [note] };
}
