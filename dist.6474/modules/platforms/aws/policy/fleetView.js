import { isWarm } from '../algorithm/warmup.js';
/**
 * The view of one observation.
 *
 * Without a list of instances the ready times are those of the ticks at which the ready count rose: `batches` keeps them, and the
 * newest leave first.
 */
export function viewFleet({ instances, time }, listedInstances, batches) {
    const listed = listedInstances.filter(({ phase }) => phase === 'ready');
    noteReady(batches, { count: instances.ready, seconds: time });
    return {
        seconds: time,
        desired: instances.desired,
        ready: instances.ready,
        comingCount: instances.pending + instances.starting,
        drainingCount: instances.draining,
        readySeconds: listed.length > 0
            ? listed.map(({ readyAt, startedAt }) => readyAt ?? startedAt)
            : batches.flatMap(({ seconds, count }) => Array(count).fill(seconds)),
    };
}
/** Ready instances whose warm-up is over; with none listed the first seen are warm. */
export function warmCountOf({ readySeconds, seconds }, warmupSeconds) {
    return readySeconds.filter((ready) => isWarm(ready, { seconds, warmupSeconds })).length;
}
/** When the youngest instance that still warms will count; undefined when none does. */
export function warmUntilSeconds(fleet, warmupSeconds) {
    const warming = fleet.readySeconds.filter((ready) => !isWarm(ready, { seconds: fleet.seconds, warmupSeconds }));
    return warming.length === 0 ? undefined : warming.reduce((latest, ready) => Math.max(latest, ready)) + warmupSeconds;
}
function noteReady(batches, now) {
    const known = batches.reduce((sum, { count }) => sum + count, 0);
    // What is there at the first observation has been there for long, as far as anyone can say.
    if (batches.length === 0)
        batches.push({ seconds: 0, count: now.count });
    else if (now.count > known)
        batches.push({ seconds: now.seconds, count: now.count - known });
    let surplus = known - now.count;
    for (let last = batches.length - 1; surplus > 0 && last >= 0; last--) {
        const leaving = Math.min(surplus, batches[last].count);
        batches[last].count -= leaving;
        surplus -= leaving;
        // The first one stays, empty: it says that the start of the run is over.
        if (batches[last].count === 0 && last > 0)
            batches.pop();
    }
}
