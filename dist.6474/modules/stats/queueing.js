import { invariant } from '../base/invariant.js';
/**
 * Erlang B: share of requests lost when there is no queue (M/G/c/c).
 *
 * B(0) = 1, B(c) = load B(c-1) / (c + load B(c-1)): stable for every size. O(serverCount).
 * @throws InvariantError if an argument is outside its range
 */
export function erlangB({ serverCount, load }) {
    invariant(Number.isSafeInteger(serverCount) && serverCount >= 0, `serverCount ${serverCount} is not a whole number >= 0`);
    invariant(load >= 0, `load ${load} is not >= 0`);
    let blocked = 1;
    for (let servers = 1; servers <= serverCount; servers++)
        blocked = (load * blocked) / (servers + load * blocked);
    return blocked;
}
/**
 * Erlang C: share of requests that wait when the queue is unlimited (M/M/c); 1 when the load is not below the servers.
 *
 * @throws InvariantError if an argument is outside its range
 */
export function erlangC({ serverCount, load }) {
    const blocked = erlangB({ serverCount, load });
    if (load >= serverCount)
        return 1;
    return blocked / (1 - (load / serverCount) * (1 - blocked));
}
/** Mean wait in M/M/c, seconds; Infinity when the load is not below the servers. */
export function mmcWaitMeanSeconds(queue) {
    const { waitShare, drainPerSecond } = waiting(queue);
    return drainPerSecond <= 0 ? Infinity : waitShare / drainPerSecond;
}
/** P(wait > seconds) in M/M/c, first come first served; 1 when the load is not below the servers. */
export function mmcWaitTail(queue, seconds) {
    const { waitShare, drainPerSecond } = waiting(queue);
    return drainPerSecond <= 0 ? 1 : waitShare * Math.exp(-drainPerSecond * seconds);
}
/** P(latency > seconds) in M/M/c, latency = wait + demand; 1 when the load is not below the servers. */
export function mmcLatencyTail(queue, seconds) {
    const { waitShare, drainPerSecond } = waiting(queue);
    if (drainPerSecond <= 0)
        return 1;
    const servedPerSecond = 1 / queue.demandMeanSeconds;
    const served = Math.exp(-servedPerSecond * seconds);
    // The sum of two exponentials; (1 - e^(-gap t)) / gap tends to t where their rates meet.
    const gap = drainPerSecond - servedPerSecond;
    const overlap = gap === 0 ? seconds : -Math.expm1(-gap * seconds) / gap;
    return served * (1 + waitShare * servedPerSecond * overlap);
}
/**
 * Mean wait in M/G/1, first come first served: rate E[S^2] / (2 (1 - rho)), the formula of Pollaczek and Khinchine.
 *
 * @returns seconds; Infinity when the load is not below 1
 */
export function mg1WaitMeanSeconds({ ratePerSecond, demandMeanSeconds, demandVariance, }) {
    const load = ratePerSecond * demandMeanSeconds;
    if (load >= 1)
        return Infinity;
    return (ratePerSecond * (demandVariance + demandMeanSeconds * demandMeanSeconds)) / (2 * (1 - load));
}
/** A wait, if there is one, is exponential with the rate at which spare capacity drains the queue. */
function waiting({ serverCount, ratePerSecond, demandMeanSeconds }) {
    const waitShare = erlangC({ serverCount, load: ratePerSecond * demandMeanSeconds });
    return { waitShare, drainPerSecond: serverCount / demandMeanSeconds - ratePerSecond };
}
