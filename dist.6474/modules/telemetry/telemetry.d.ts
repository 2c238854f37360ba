import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Stream } from '../random/stream.js';
import type { JournalReader } from '../record/journal.js';
import { type MetricFeed } from './feed.js';
import { MetricsView } from './metricsView.js';
import { type Scrape } from './pipeline.js';
import type { MeteredService } from './readings.js';
import type { TelemetrySettings } from './settings.js';
interface TelemetryOptions {
    readonly settings: TelemetrySettings;
    /** All feeds that a policy of this run reads; what nobody reads is not collected. */
    readonly feeds: readonly MetricFeed[];
    readonly services: readonly MeteredService[];
    readonly table: InstanceTable;
    readonly calendar: Calendar;
    /** One draw per replication decides the phase of all scrapes. */
    readonly phaseStream: Stream;
    /** Scrapes at one interval are lost together, whoever the candidate is. */
    lossStream(scrapeSeconds: number): Stream;
    /** True while a fault keeps the server from answering. */
    isDown(): boolean;
    /** True while a fault keeps the server from collecting. */
    failsToScrape(): boolean;
    touchAll(): void;
    nowSeconds(): number;
    /** How far back counters are kept for series. */
    readonly keptSeconds?: number | undefined;
    /** Told of every scrape. */
    readonly scraped?: ((scrape: Scrape) => void) | undefined;
}
/** All a policy can know of the running services: never the truth, only what the pipelines brought. */
export declare class Telemetry {
    #private;
    constructor(options: TelemetryOptions);
    get readers(): readonly JournalReader[];
    /** What a consumer of these feeds sees; of a metric that several bring, what the first brings. */
    viewOf(feeds: readonly MetricFeed[]): MetricsView;
}
export {};
