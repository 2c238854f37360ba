import type { Distribution } from '../../random/distribution.js';
import type { IndexedStream } from '../../random/keyedStream.js';
import { highWord } from '../../random/keyHash.js';
import * as double from '../../traffic/double.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import type { Draws } from '../../traffic/tokens.js';

/** The draws of all calls below the requests of one source. */
export interface CallStreams {
  /** By (arrival, way from the top): what a call needs, and how many calls an entry makes. */
  readonly demand: IndexedStream;
  readonly shape: IndexedStream;
  /** By (arrival, way and tries): whether an answer is an error, and pauses before retries. */
  readonly retry: IndexedStream;
  /** By (arrival, way and tries): the service of a hop. */
  readonly hop: IndexedStream;
  /** By (arrival, way from the top): whether a cache has an answer, and whether that is wrong. */
  readonly cache: IndexedStream;
}

/** What a call of a class needs; undefined where it needs none. */
export interface CalledClass {
  readonly cpu: Draws | undefined;
  readonly io: Draws | undefined;
  readonly patience: Distribution | undefined;
  /** Numbers of its prefixes. */
  readonly prefix: Draws | undefined;
  /** It goes to several services, or to a route of `ai`. */
  readonly hasRoutes: boolean;
  /** To a route of `ai`. */
  readonly goesToAiRoute: boolean;
  readonly drawsErrors: boolean;
}

/** A try of a call. */
interface TryOnWay {
  /** From the top. */
  readonly path: number;
  readonly tryNumber: number;
}

/**
 * The numbers that a call brings, by the source at the top, its arrival and the way from there: whatever a policy did before,
 * the same call meets the same work.
 *
 * Hot: draws go into the request's row, for a number that a function returns becomes an object.
 */
export class CallSampler {
  /** [source] */
  readonly #streams: readonly CallStreams[];
  readonly #requests: RequestTable;
  routeUniform = 0;

  constructor(streams: readonly CallStreams[], requests: RequestTable) {
    this.#streams = streams;
    this.#requests = requests;
  }

  /** Draws what the call needs into its row, which knows its arrival already. */
  draw({ cpu, io, patience, prefix, hasRoutes }: CalledClass, row: number, root: number, path: number): void {
    const { demand } = this.#streams[root];
    const { doubles } = this.#requests;
    const at = row << 4;
    this.#seek(demand, row, path, 0);
    // The route first: it takes one uniform, whatever the laws of the demands take.
    this.routeUniform = hasRoutes ? demand.uniform() : 0;
    sampleInto(doubles, at | double.cpu, cpu, demand);
    sampleInto(doubles, at | double.io, io, demand);
    doubles[at | double.patienceEnds] =
      patience === undefined ? Number.POSITIVE_INFINITY : doubles[at | double.arrival] + patience.sample(demand);
    if (prefix !== undefined) this.#requests.beginWith(row, prefix.sample(demand));
  }

  /** What a try needs that begins beside another: its own luck, by its number. The service is that of the call. */
  drawHedge({ cpu, io }: CalledClass, row: number, root: number, at: TryOnWay): void {
    const { demand } = this.#streams[root];
    const { doubles } = this.#requests;
    this.#seek(demand, row, at.path, at.tryNumber);
    sampleInto(doubles, (row << 4) | double.cpu, cpu, demand);
    sampleInto(doubles, (row << 4) | double.io, io, demand);
  }

  /** What decides whether the first try's answer is an error. */
  drawError(row: number, root: number, tryPath: number): void {
    this.#requests.doubles[(row << 4) | double.errorUniform] = this.retryStream(row, root, tryPath, 0).uniform();
  }

  /** Stands at the draws that belong to what follows a call's n-th try. */
  retryStream(row: number, root: number, tryPath: number, tryNumber: number): IndexedStream {
    const { retry } = this.#streams[root];
    this.#seek(retry, row, tryPath, tryNumber);
    return retry;
  }

  /** Stands at the draw of where a call goes after its n-th try. */
  hopStream(row: number, root: number, tryPath: number, tryNumber: number): IndexedStream {
    const { hop } = this.#streams[root];
    this.#seek(hop, row, tryPath, tryNumber);
    return hop;
  }

  /** Stands at the draws of what a cache has for the call. */
  cacheStream(row: number, root: number, path: number): IndexedStream {
    const { cache } = this.#streams[root];
    this.#seek(cache, row, path, 0);
    return cache;
  }

  /** Stands at the draws of how many calls an entry makes. */
  shapeStream(row: number, root: number, path: number): IndexedStream {
    const { shape } = this.#streams[root];
    this.#seek(shape, row, path, 0);
    return shape;
  }

  /** By the arrival at the top, and 32 bits of the way with a try's own part above them. */
  #seek(stream: IndexedStream, row: number, path: number, tryNumber: number): void {
    const arrivalNumber = this.#requests.doubles[(row << 4) | double.arrivalNumber];
    stream.seekWords(arrivalNumber | 0, highWord(arrivalNumber) | 0, path, tryNumber);
  }
}

function sampleInto(doubles: Float64Array, at: number, law: Draws | undefined, stream: IndexedStream): void {
  if (law === undefined) doubles[at] = 0;
  else if (law.fill === undefined) doubles[at] = law.sample(stream);
  else law.fill(stream, doubles, at, at + 1);
}
