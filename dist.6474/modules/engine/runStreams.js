import { openIndexedStream, openStream } from '../random/keyedStream.js';
/** The keyed streams of one run. Owners are told apart by a prefix, so a source and a service may share a name. */
export class RunStreams {
    #seed;
    #replication;
    constructor(run) {
        this.#seed = run.seed;
        this.#replication = run.replication;
    }
    open(owner, purpose) {
        return openStream({ seed: this.#seed, replication: this.#replication, owner, purpose });
    }
    openIndexed(owner, purpose) {
        return openIndexedStream({ seed: this.#seed, replication: this.#replication, owner, purpose });
    }
}
