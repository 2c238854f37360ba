import type { JournalPage, JournalReader } from '../record/journal.js';

/** Startups of each service that are hashed. */
const STARTUPS = 64;

interface FingerprintOptions {
  /** Prompts have shared beginnings. */
  readonly hasPrefixes: boolean;
  /** Requests have consumers. */
  readonly hasConsumers: boolean;
}

/**
 * A running hash of every arrival with its demands, and of startups.
 *
 * Two policies on the same (seed, replication) must meet the same requests; equal fingerprints show it.
 */
export class Fingerprint implements JournalReader {
  readonly #double = new Float64Array(1);
  readonly #words = new Int32Array(this.#double.buffer);
  #low = 0x811c9dc5 | 0;
  #high = 0x01000193 | 0;
  readonly #hasPrefixes: boolean;
  readonly #hasConsumers: boolean;

  constructor({ hasPrefixes, hasConsumers }: FingerprintOptions) {
    this.#hasPrefixes = hasPrefixes;
    this.#hasConsumers = hasConsumers;
  }

  read({ arrivals, arrivalFrom, arrivalTo }: JournalPage): void {
    for (let arrival = arrivalFrom; arrival < arrivalTo; arrival++) {
      // When later turns come follows from the answers.
      if (arrivals.turns[arrival] > 0) continue;
      this.add(arrivals.sources[arrival]);
      this.add(arrivals.seconds[arrival]);
      this.add(arrivals.cpuSeconds[arrival]);
      this.add(arrivals.ioSeconds[arrival]);
      this.add(arrivals.patienceSeconds[arrival]);
      this.add(arrivals.routeUniforms[arrival]);
      this.add(arrivals.errorUniforms[arrival]);
      if (arrivals.users[arrival] < -1) this.add(arrivals.users[arrival]);
      if (this.#hasPrefixes) this.add(arrivals.prefixes[arrival]);
      if (this.#hasConsumers) this.add(arrivals.consumers[arrival]);
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
