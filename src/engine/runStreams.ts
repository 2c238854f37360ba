import { type IndexedStream, openIndexedStream, openStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';

/** The keyed streams of one run. Owners are told apart by a prefix, so a source and a service may share a name. */
export class RunStreams {
  readonly #seed: number;
  readonly #replication: number;

  constructor(run: { readonly seed: number; readonly replication: number }) {
    this.#seed = run.seed;
    this.#replication = run.replication;
  }

  open(owner: string, purpose: string): Stream {
    return openStream({ seed: this.#seed, replication: this.#replication, owner, purpose });
  }

  openIndexed(owner: string, purpose: string): IndexedStream {
    return openIndexedStream({ seed: this.#seed, replication: this.#replication, owner, purpose });
  }
}
