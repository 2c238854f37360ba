import type { Distribution } from '../../random/distribution.js';
import type { IndexedStream } from '../../random/keyedStream.js';

/** The draws of all calls below the requests of one source. */
export interface CallStreams {
  /** By (arrival, way from the top): what a call needs, and how many calls an entry makes. */
  readonly demand: IndexedStream;
  readonly shape: IndexedStream;
  /** By (arrival, way and tries): whether an answer is an error, and pauses before retries. */
  readonly retry: IndexedStream;
}

/** What a call of a class needs; undefined where it needs none. */
export interface CalledClass {
  readonly cpu: Distribution | undefined;
  readonly io: Distribution | undefined;
  readonly patience: Distribution | undefined;
  readonly hasRoutes: boolean;
  readonly drawsErrors: boolean;
}

/** A try's own part of a key that begins with 32 bits of its way. */
const TRY_STEP = 2 ** 32;

/**
 * The numbers that a call brings, by the source at the top, its arrival and the way from there: whatever a policy did before,
 * the same call meets the same work.
 */
export class CallSampler {
  /** [source] */
  readonly #streams: readonly CallStreams[];
  cpuSeconds = 0;
  ioSeconds = 0;
  patienceSeconds = Number.POSITIVE_INFINITY;
  routeUniform = 0;

  constructor(streams: readonly CallStreams[]) {
    this.#streams = streams;
  }

  /** Draws what the call needs. */
  draw({ cpu, io, patience, hasRoutes }: CalledClass, root: number, arrivalNumber: number, path: number): void {
    const { demand } = this.#streams[root];
    demand.seek(arrivalNumber, path >>> 0);
    // The route first: it takes one uniform, whatever the laws of the demands take.
    this.routeUniform = hasRoutes ? demand.uniform() : 0;
    this.cpuSeconds = cpu === undefined ? 0 : cpu.sample(demand);
    this.ioSeconds = io === undefined ? 0 : io.sample(demand);
    this.patienceSeconds = patience === undefined ? Number.POSITIVE_INFINITY : patience.sample(demand);
  }

  /** What decides whether the first try's answer is an error. */
  errorUniform(root: number, arrivalNumber: number, tryPath: number): number {
    return this.retryStream(root, arrivalNumber, tryPath, 0).uniform();
  }

  /** Stands at the draws that belong to what follows a call's n-th try. */
  retryStream(root: number, arrivalNumber: number, tryPath: number, tryNumber: number): IndexedStream {
    const { retry } = this.#streams[root];
    retry.seek(arrivalNumber, (tryPath >>> 0) + TRY_STEP * tryNumber);
    return retry;
  }

  /** Stands at the draws of how many calls an entry makes. */
  shapeStream(root: number, arrivalNumber: number, path: number): IndexedStream {
    const { shape } = this.#streams[root];
    shape.seek(arrivalNumber, path >>> 0);
    return shape;
  }
}
