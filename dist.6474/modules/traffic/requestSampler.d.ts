import type { IndexedStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';
import type { ArrivalBlock } from './arrivalBlock.js';
import type { RequestClassSettings } from './requestClass.js';
export interface SamplerContext {
    stream(purpose: string): Stream;
    indexedStream(purpose: string): IndexedStream;
}
/**
 * The numbers one request brings, drawn at its arrival whether used or not.
 *
 * Each purpose has a stream of its own, and which purposes there are depends on the scenario only; so every policy meets
 * the same requests. Hot: no allocation per request.
 */
export declare class RequestSampler {
    #private;
    cpuSeconds: number;
    ioSeconds: number;
    /** Infinity without patience. */
    patienceSeconds: number;
    /** 0 when there is only one route. */
    routeUniform: number;
    /** 1 when neither the class nor a fault can make an error. */
    errorUniform: number;
    constructor(settings: RequestClassSettings, context: SamplerContext, options: {
        readonly drawsErrors: boolean;
    });
    /** Draws the next request of an open source. */
    drawNext(): void;
    /** Draws the next `count` requests of an open source. */
    fill(block: ArrivalBlock, count: number): void;
    /** Puts the request drawn last into the block. */
    store(block: ArrivalBlock, arrival: number): void;
    /** Draws the request of a user's iteration. */
    drawAt(userIndex: number, iteration: number): void;
}
