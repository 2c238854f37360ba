import type { MetricName } from '../metrics.js';
import { type Selector } from './expression.js';
import { type PatternOf } from './labelMatching.js';
import type { SeriesSource } from './seriesSource.js';
import { type RangeEntry, type VectorEntry } from './vector.js';
/** One question to the metrics server. */
export interface QueryScene {
    readonly source: SeriesSource;
    /** The service that a selector means which names none; undefined: the policy's own, which is worth a word. */
    readonly service: string | undefined;
    note(finding: string): void;
    /** Policies are not trusted, so their expressions are matched at a bounded cost, by whoever knows how. */
    readonly patternOf: PatternOf;
    readonly metricsRead: Set<MetricName>;
    /** Told of points before they are read: a question may read millions. */
    charge(pointCount: number): void;
}
/** Of each series that a selector means the newest value at an instant, unless it is stale. */
export declare function readInstant(selector: Selector, atSeconds: number, scene: QueryScene): VectorEntry[];
/** All points of each series within a span, its begin left out, as Prometheus 3 has it. */
export declare function readRange(selector: Selector, atSeconds: number, seconds: number, scene: QueryScene): RangeEntry[];
