import { type IndexedStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';
/** The keyed streams of one run. Owners are told apart by a prefix, so a source and a service may share a name. */
export declare class RunStreams {
    #private;
    constructor(run: {
        readonly seed: number;
        readonly replication: number;
    });
    open(owner: string, purpose: string): Stream;
    openIndexed(owner: string, purpose: string): IndexedStream;
}
