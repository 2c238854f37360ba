import type { RequestDraws } from '../gateway/requestGateway.js';
import type { ArrivalBlock } from '../record/arrivalBlock.js';

/** Startups of each service that are hashed. */
const STARTUPS = 64;

/**
 * A running hash of every arrival with its demands, and of startups.
 *
 * Two policies on the same (seed, replication) must meet the same requests; equal fingerprints show it.
 */
export class Fingerprint {
  readonly #double = new Float64Array(1);
  readonly #words = new Int32Array(this.#double.buffer);
  #low = 0x811c9dc5 | 0;
  #high = 0x01000193 | 0;

  request(source: number, arrivalSeconds: number, draws: RequestDraws): void {
    for (const value of [source, arrivalSeconds, draws.cpuSeconds, draws.ioSeconds, draws.patienceSeconds])
      this.add(value);
    this.add(draws.routeUniform);
    this.add(draws.errorUniform);
  }

  /** The requests [from, to) of the block, which take no cpu and wait as long as they must. */
  requests(block: ArrivalBlock, from: number, to: number): void {
    for (let arrival = from; arrival < to; arrival++) {
      this.request(block.sources[arrival], block.seconds[arrival], {
        cpuSeconds: 0,
        ioSeconds: block.ioSeconds[arrival],
        patienceSeconds: Number.POSITIVE_INFINITY,
        routeUniform: block.routeUniforms[arrival],
        errorUniform: block.errorUniforms[arrival],
      });
    }
  }

  /** The first startups of a service; they are keyed, so asking changes nothing. */
  startups(startupSecondsOf: (launchNumber: number) => number): void {
    for (let launch = 0; launch < STARTUPS; launch++) this.add(startupSecondsOf(launch));
  }

  add(value: number): void {
    this.#double[0] = value;
    // Two FNV-1a-like lanes over the two words of the double, so that every bit moves both.
    this.#low = Math.imul(this.#low ^ this.#words[0], 0x01000193) ^ (this.#high >>> 15);
    this.#high = Math.imul(this.#high ^ this.#words[1], 0x85ebca6b) ^ (this.#low >>> 13);
  }

  get text(): string {
    return [this.#low, this.#high].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
