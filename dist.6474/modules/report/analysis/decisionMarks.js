import { leastReversalSeconds } from '../../record/decisionLog.js';
import { controllerText } from '../controllerText.js';
/** Every change and everything held back, in order of time; rows that keep the count are left out. */
export function decisionMarksOf(policy) {
    const desired = new Map(policy.timeline.map(({ service, desired: counts }) => [service, counts[0]]));
    const lastChange = new Map();
    const known = knownReversals(policy);
    return policy.decisions.flatMap((row) => {
        const isTaken = row.result === 'accepted' || row.result === 'clamped';
        const from = desired.get(row.service) ?? row.applied;
        const to = isTaken ? row.applied : from;
        if (isTaken)
            desired.set(row.service, to);
        if (to === from && row.result === 'accepted')
            return [];
        const sign = Math.sign(to - from);
        const before = lastChange.get(row.service);
        if (sign !== 0)
            lastChange.set(row.service, { timeSeconds: row.time_s, sign });
        const isOpposite = sign !== 0 && before !== undefined && before.sign === -sign;
        const isReversal = known === undefined
            ? isOpposite && row.time_s - before.timeSeconds <= leastReversalSeconds
            : sign !== 0 && known.has(`${row.time_s} ${row.service}`);
        return [
            {
                timeSeconds: row.time_s,
                service: row.service,
                from,
                to,
                wished: row.desired,
                result: row.result,
                isReversal,
                rule: row.rule ?? '',
                reason: row.reason ?? '',
                who: controllerText(row),
            },
        ];
    });
}
/** Times and services of the reversals the run itself reports; undefined if it reports none. */
function knownReversals({ events, timeline }) {
    const reversals = events.filter(({ kind }) => kind === 'reversal');
    if (reversals.length === 0)
        return undefined;
    return new Set(reversals.map(({ time_s, service }) => `${time_s} ${service ?? timeline[0]?.service ?? ''}`));
}
