import type { SeriesSource } from '../telemetry/promql/seriesSource.js';
import type { PolicyHost } from './policy.js';
/** The metrics server of a host that only has observations (a recording): each metric by its name, no counters. */
export declare function observedSeries(host: PolicyHost): SeriesSource;
