import { metricNames } from './metrics.js';
/** For policies without a platform, and for what a platform does not say. Five minutes are Prometheus' look-back. */
export const defaultTiming = {
    scrapeSeconds: 15,
    windowSeconds: 60,
    delaySeconds: 0,
    staleAfterSeconds: 300,
};
export const defaultFeed = {
    name: 'default',
    metrics: metricNames,
    timing: defaultTiming,
    needsWholeWindow: false,
    from: 'the defaults',
};
const timingKeys = [
    ['scrape', 'scrapeSeconds'],
    ['window', 'windowSeconds'],
    ['delay', 'delaySeconds'],
    ['staleAfter', 'staleAfterSeconds'],
];
/** A feed in a scenario: key by key, what the scenario says of a metric, or of all, goes before the feed's own timing. */
export function pathsOf({ metrics, timing, needsWholeWindow }, settings) {
    const paths = new Map();
    for (const metric of metrics) {
        const own = settings.metrics[metric];
        const said = timingKeys.flatMap(([key, field]) => {
            const seconds = own?.[key] ?? settings[key];
            return seconds === undefined ? [] : [{ key, field, seconds }];
        });
        const path = {
            ...timing,
            ...Object.fromEntries(said.map(({ field, seconds }) => [field, seconds])),
            lossRatio: own?.loss ?? settings.loss,
            needsWholeWindow,
            givenKeys: said.map(({ key }) => key),
        };
        const key = JSON.stringify(path);
        const known = paths.get(key);
        if (known === undefined)
            paths.set(key, { ...path, metrics: [metric] });
        else
            known.metrics.push(metric);
    }
    return [...paths.values()];
}
/** Offset of a path's scrapes: the replication's one draw, as a share of its scrape, unless the scenario fixes it. */
export function phaseSecondsOf({ scrapeSeconds }, { phase }, uniform) {
    return (phase ?? uniform * scrapeSeconds) % scrapeSeconds;
}
/** How long after its scrape a value is still shown; at exactly that age it is. */
export function shownSeconds({ scrapeSeconds, delaySeconds, staleAfterSeconds }) {
    return scrapeSeconds + delaySeconds + staleAfterSeconds;
}
