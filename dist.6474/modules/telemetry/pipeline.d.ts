import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Stream } from '../random/stream.js';
import type { JournalPage, JournalReader } from '../record/journal.js';
import { type MeteredService, type Readings, type Window } from './readings.js';
export interface PipelineRules {
    readonly scrapeSeconds: number;
    readonly windowSeconds: number;
    readonly delaySeconds: number;
    readonly lossRatio: number;
    readonly phaseSeconds: number;
    readonly needsWholeWindow: boolean;
}
interface PipelineOptions {
    readonly rules: PipelineRules;
    readonly services: readonly MeteredService[];
    readonly table: InstanceTable;
    readonly calendar: Calendar;
    /** Decides which scrapes are lost: keyed, so every policy loses the same ones. */
    readonly lossStream: Stream;
    /** True while a fault makes every scrape fail. */
    failsToScrape(): boolean;
    /** Brings every living instance's counters to now. */
    touchAll(): void;
    nowSeconds(): number;
    /** How far back snapshots are kept, for those who ask for series; `SNAPSHOT_LIMIT` samples at least. */
    readonly keptSeconds?: number | undefined;
    /** Told of every scrape, those that are lost too. */
    readonly scraped?: ((scrape: Scrape) => void) | undefined;
}
/** A scrape, for those who tell of it. */
export interface Scrape {
    readonly scrapedSeconds: number;
    readonly windowSeconds: number;
    /** undefined: lost */
    readonly visibleSeconds: number | undefined;
    /** [service] */
    readonly readings: readonly Readings[];
}
/** One scrape that arrived. */
export interface Sample {
    readonly scrapedSeconds: number;
    /** When a policy can see it. */
    readonly visibleSeconds: number;
    /** [service] */
    readonly readings: readonly Readings[];
    /** Undefined once it is too old for `perInstance`. */
    window: Window | undefined;
}
/**
 * One path of metrics: scraped every `scrape` over `window`, lost now and then, visible `delay` later.
 *
 * Snapshots of the counters are taken at every scrape and, where the window is no multiple of the scrape, also at the begin
 * of each coming window; so every window is exact.
 */
export declare class Pipeline implements JournalReader {
    #private;
    constructor(options: PipelineOptions);
    get rules(): PipelineRules;
    read({ outcomes }: JournalPage): void;
    /** The newest sample that can be seen now. */
    latest(nowSeconds: number): Sample | undefined;
    /** Samples visible now and scraped within the last `spanSeconds`, oldest first. */
    visible(nowSeconds: number, spanSeconds: number): Sample[];
}
export {};
