/** Pods added (or removed) within the last `periodSeconds`; a change of exactly that age is outside. */
export function changeInPeriod(events, { nowSeconds, periodSeconds }) {
    return events.reduce((sum, { changeCount, timeSeconds }) => (timeSeconds > nowSeconds - periodSeconds ? sum + changeCount : sum), 0);
}
/**
 * The list with a change added: in the last place that no policy looks at any more, else at the end.
 *
 * Lists live in the controller's memory only: after its restart all periods begin anew.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (storeScaleEvent).
 * @param policies of the direction of this list; none when the manifest has no `behavior`, and then nothing is stored
 */
export function storeEvent(events, policies, { changeCount, nowSeconds }) {
    if (policies === undefined)
        return events;
    const longestSeconds = Math.max(0, ...policies.map(({ periodSeconds }) => periodSeconds));
    const marked = events.map((event) => event.timeSeconds < nowSeconds - longestSeconds ? { ...event, isOutdated: true } : event);
    const stored = { changeCount, timeSeconds: nowSeconds, isOutdated: false };
    const place = marked.findLastIndex(({ isOutdated }) => isOutdated);
    return place === -1 ? [...marked, stored] : marked.with(place, stored);
}
