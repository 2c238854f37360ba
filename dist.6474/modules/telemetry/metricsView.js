import { shownSeconds } from './feed.js';
import { readInstance } from './readings.js';
/**
 * What one consumer sees: of each metric the newest value that has arrived and is not stale, and nothing while the server
 * does not answer.
 *
 * ```
 *   scrape ...... visible ................................. stale
 *     |   delay     |   ... until scrape + delay + staleAfter  |   after the scrape; at the boundary it is still there
 * ```
 */
export class MetricsView {
    #context;
    #paths;
    constructor(context, paths) {
        this.#context = context;
        this.#paths = paths;
    }
    now() {
        return { seconds: this.#context.nowSeconds(), hasFailed: this.#context.isDown() };
    }
    readings(service, moment) {
        return this.#collect(moment, ({ readings }) => readings[service]);
    }
    /** One instance's newest metrics. */
    instanceReadings(service, { instance, serial }, moment) {
        const { services } = this.#context;
        return this.#collect(moment, ({ window }, path) => {
            if (window === undefined || window.now.serial[instance] !== serial)
                return undefined;
            return readInstance(services[service], instance, window, path);
        });
    }
    /** Whether what `instanceReadings` needs is still kept for a moment that has passed. */
    keepsInstances({ seconds, hasFailed }) {
        if (hasFailed)
            return true;
        return this.#paths.every((path) => {
            const sample = path.pipeline.latest(seconds);
            return sample === undefined || sample.window !== undefined || isStale(sample, path, seconds);
        });
    }
    /**
     * [time, value] pairs of a metric, by scrape time, oldest first; empty for a metric that has none.
     *
     * A query of a span: it gives what was collected within it even where the newest value of all is stale by now.
     */
    history(service, name, { spanSeconds, moment }) {
        if (moment.hasFailed)
            return [];
        const path = this.#paths.find(({ metrics }) => metrics.includes(name));
        const pairs = [];
        for (const sample of path?.pipeline.visible(moment.seconds, spanSeconds) ?? []) {
            const value = sample.readings[service][name]; // safe: the path lists the name as its metric
            if (value !== undefined)
                pairs.push([sample.scrapedSeconds, value]);
        }
        return pairs;
    }
    /** How long the newest value of a metric is shown without another. */
    lookbackSeconds(metric) {
        const path = this.#paths.find(({ metrics }) => metrics.includes(metric));
        return path === undefined ? 0 : shownSeconds(path);
    }
    /** The path of a metric: its samples since an instant that can be seen now, oldest first. */
    track(metric, sinceSeconds) {
        const path = this.#paths.find(({ metrics }) => metrics.includes(metric));
        const { seconds: now, hasFailed } = this.now();
        if (path === undefined || hasFailed)
            return { samples: [], shownSeconds: 0 };
        const samples = path.pipeline.visible(now, now - sinceSeconds).map(({ scrapedSeconds, readings, window }) => ({
            scrapedSeconds,
            readings,
            snapshot: window?.now,
        }));
        return { samples, shownSeconds: shownSeconds(path) };
    }
    #collect({ seconds, hasFailed }, read) {
        const result = {};
        if (hasFailed)
            return result;
        for (const path of this.#paths) {
            const sample = path.pipeline.latest(seconds);
            if (sample === undefined || isStale(sample, path, seconds))
                continue;
            const values = read(sample, path);
            if (values === undefined)
                continue;
            for (const name of path.metrics) {
                const value = values[name];
                if (value !== undefined)
                    result[name] ??= value;
            }
            result.age_seconds = Math.max(result.age_seconds ?? 0, seconds - sample.scrapedSeconds);
            result.window_seconds = Math.max(result.window_seconds ?? 0, path.windowSeconds);
        }
        return result;
    }
}
/** The tolerance is for the rounding of k x scrape + phase. */
function isStale({ scrapedSeconds }, path, now) {
    return now > scrapedSeconds + shownSeconds(path) + 1e-9 * Math.max(1, now);
}
