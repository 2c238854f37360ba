import { pathsOf, phaseSecondsOf } from './feed.js';
import { MetricsView } from './metricsView.js';
import { Pipeline } from './pipeline.js';
/** All a policy can know of the running services: never the truth, only what the pipelines brought. */
export class Telemetry {
    #options;
    #pipelines = new Map();
    constructor(options) {
        this.#options = options;
        const uniform = options.phaseStream.uniform();
        for (const path of options.feeds.flatMap((feed) => pathsOf(feed, options.settings))) {
            const rules = { ...rulesOf(path), phaseSeconds: phaseSecondsOf(path, options.settings, uniform) };
            const key = keyOf(path);
            if (this.#pipelines.has(key))
                continue;
            const lossStream = options.lossStream(path.scrapeSeconds);
            this.#pipelines.set(key, new Pipeline({ ...options, rules, lossStream }));
        }
    }
    get readers() {
        return [...this.#pipelines.values()];
    }
    /** What a consumer of these feeds sees; of a metric that several bring, what the first brings. */
    viewOf(feeds) {
        const paths = feeds.flatMap((feed) => pathsOf(feed, this.#options.settings));
        return new MetricsView(this.#options, paths.flatMap((path) => this.#viewed(path)));
    }
    #viewed(path) {
        const pipeline = this.#pipelines.get(keyOf(path));
        return pipeline === undefined ? [] : [{ ...path, pipeline }];
    }
}
function rulesOf(path) {
    const { scrapeSeconds, windowSeconds, delaySeconds, lossRatio, needsWholeWindow } = path;
    return { scrapeSeconds, windowSeconds, delaySeconds, lossRatio, needsWholeWindow };
}
/** Paths that are collected alike share a pipeline; how long they are shown is the consumer's matter. */
function keyOf(path) {
    return Object.values(rulesOf(path)).join('/');
}
