import { ArrivalBlock } from './arrivalBlock.js';
import type { RequestSampler } from './requestSampler.js';
import type { OpenSource } from './source.js';
export interface OpenArrivalsOptions {
    /** [source] the open ones; undefined where it is closed */
    readonly sources: readonly (OpenSource | undefined)[];
    /** [source] the numbers of its requests */
    readonly samplers: readonly RequestSampler[];
    /** No arrival at this instant or later matters, and no trace is read beyond it. */
    readonly endSeconds: number;
    /** Fills in where the arrivals [0, count) of the block go. */
    route(block: ArrivalBlock, count: number): void;
}
/**
 * Open sources merged in time order, a block at a time.
 *
 * Hot: the next arrival is a scan over the few sources, never a heap; a source alone is drawn column by column.
 */
export declare class OpenArrivals {
    #private;
    readonly block: ArrivalBlock;
    constructor(options: OpenArrivalsOptions);
    /** Fills the block with the arrivals after the last one in it; what is left of it at the end is Infinity. */
    refill(): void;
}
