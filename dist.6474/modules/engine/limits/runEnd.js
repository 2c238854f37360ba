import { ColumnsFull } from '../../kernel/columns.js';
import { PolicyFault } from '../../policy/policy.js';
import { countText, sizeText } from './amounts.js';
import { bytesOf } from './bytesOf.js';
/** Kinds of failures by limits: the policy's own doing, or that of the scenario it ran in. */
export const limitKinds = { policy: 'limit', run: 'run-limit' };
/**
 * A run that filled its memory, as a failure of its own: the other candidates go on.
 *
 * A policy is to blame where the instances that it asked for or its decisions fill it, and never for requests, faults and
 * instances that requests start: those are the scenario's.
 */
export function endOfRun(thrown, memoryBytes, held) {
    if (!(thrown instanceof ColumnsFull))
        return thrown;
    const { timeSeconds, ...rest } = held();
    const [{ text, fix, kind }] = holdersOf(rest).sort((a, b) => b.bytes - a.bytes);
    const limit = `its limit of ${sizeText(memoryBytes)} of memory at virtual time ${seconds(timeSeconds)}`;
    const raise = `or raise the limit: --max-memory ${sizeText(2 * memoryBytes)}`;
    return new PolicyFault(`the run reached ${limit}, with ${text}. ${fix}, ${raise}.`, { kind, timeSeconds });
}
function holdersOf({ requestCount, rowCount, faultCount, services }) {
    const orphanCount = rowCount - requestCount;
    const orphans = orphanCount > requestCount ? ` and ${countText(orphanCount)} tries that nobody waits for` : '';
    return [
        {
            bytes: Math.max(requestCount, rowCount) * bytesOf.request,
            text: `${countText(requestCount)} requests in progress${orphans}`,
            fix: 'Requests arrive faster than they end. Bound the queue, the timeout or the retries',
            kind: limitKinds.run,
        },
        {
            bytes: faultCount * bytesOf.fault,
            text: `${countText(faultCount)} faults`,
            fix: 'Have fewer',
            kind: limitKinds.run,
        },
        ...services.flatMap(({ name, aliveCount, launchCount, decisionCount, hasPolicy }) => {
            const kind = hasPolicy ? limitKinds.policy : limitKinds.run;
            const instances = `${countText(aliveCount)} instances of ${name} after ${countText(launchCount)} launches`;
            const bytes = aliveCount * bytesOf.instance + launchCount * bytesOf.launch;
            const decisions = `${countText(decisionCount)} changes of mind about ${name}`;
            return [
                { bytes, text: instances, fix: 'Lower scaling.max', kind },
                { bytes: decisionCount * bytesOf.decision, text: decisions, fix: 'Decide less often', kind },
            ];
        }),
    ];
}
/** To the millisecond. */
const seconds = (value) => `${Number(value.toFixed(3))} s`;
/** A policy that asked for more instances than there is memory for, and got them. */
export function tooManyInstances(service, { applied, timeSeconds }, memoryBytes) {
    const needed = sizeText(applied * bytesOf.instance);
    const what = `it asked for ${countText(applied)} instances of ${service} at virtual time ${seconds(timeSeconds)}, which need ${needed} of memory`;
    const limit = `the limit is ${sizeText(memoryBytes)}, about ${countText(Math.floor(memoryBytes / bytesOf.instance))} instances`;
    const fix = `Lower scaling.max, or raise the limit: --max-memory ${needed}.`;
    return new PolicyFault(`${what}; ${limit}. ${fix}`, { kind: limitKinds.policy, timeSeconds });
}
