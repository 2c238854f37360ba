/**
 * Without `behavior`: the highest recommendation of the window holds.
 *
 * Entries of exactly the window's age still count. The proposal takes the place of the last entry that is older, so the
 * log stays as long as its longest window ever was.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (stabilizeRecommendation).
 */
export function stabilizeLegacy(log, proposal, windowSeconds) {
    const fromSeconds = proposal.timeSeconds - windowSeconds;
    const highest = pick(log.filter(({ timeSeconds }) => timeSeconds >= fromSeconds), (entry, best) => entry.replicas > best.replicas, proposal);
    return {
        replicas: highest.replicas,
        log: store(log, proposal, ({ timeSeconds }) => timeSeconds < fromSeconds),
        heldBy: highest === proposal ? undefined : { direction: 'down', recommendation: highest },
    };
}
/**
 * With `behavior`: the present count is moved into the band that both windows leave.
 *
 *     proposal and entries of the up window    -> lowest  : the count rises at least to it
 *     proposal and entries of the down window  -> highest : the count falls at least to it
 *
 * Entries of exactly a window's age are out. The proposal takes the place of the last entry older than both windows.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (stabilizeRecommendationWithBehaviors).
 */
export function stabilizeWithBehavior(log, proposal, { currentReplicas, upSeconds, downSeconds }) {
    const upFromSeconds = proposal.timeSeconds - upSeconds;
    const downFromSeconds = proposal.timeSeconds - downSeconds;
    const lowest = pick(log.filter(({ timeSeconds }) => timeSeconds > upFromSeconds), (entry, best) => entry.replicas < best.replicas, proposal);
    const highest = pick(log.filter(({ timeSeconds }) => timeSeconds > downFromSeconds), (entry, best) => entry.replicas > best.replicas, proposal);
    const replicas = Math.min(Math.max(currentReplicas, lowest.replicas), highest.replicas);
    const isStale = ({ timeSeconds }) => timeSeconds < upFromSeconds && timeSeconds < downFromSeconds;
    return { replicas, log: store(log, proposal, isStale), heldBy: holderOf(replicas, proposal, { lowest, highest }) };
}
/** Which window kept the count away from the proposal; none when it has it. */
function holderOf(replicas, proposal, { lowest, highest }) {
    if (replicas < proposal.replicas)
        return { direction: 'up', recommendation: lowest };
    return replicas > proposal.replicas ? { direction: 'down', recommendation: highest } : undefined;
}
function pick(entries, isBetter, proposal) {
    return entries.reduce((best, entry) => (isBetter(entry, best) ? entry : best), proposal);
}
function store(log, proposal, isStale) {
    const place = log.findLastIndex(isStale);
    return place === -1 ? [...log, proposal] : log.with(place, proposal);
}
