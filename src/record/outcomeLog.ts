import type { JournalPage, JournalReader } from './journal.js';
import * as outcome from './outcome.js';
import { outcomeCount } from './outcome.js';
import * as said from './said.js';

/** How the requests of each service ended, by the step in which they did: the picture of errors over time. */
export class OutcomeLog implements JournalReader {
  readonly #stepSeconds: number;
  readonly #lastStep: number;
  /** [service][outcome] counts by step */
  readonly #counts: readonly (readonly Float64Array[])[];

  constructor(serviceCount: number, durationSeconds: number, stepSeconds: number) {
    const steps = Math.max(1, Math.floor(durationSeconds / stepSeconds));
    this.#stepSeconds = stepSeconds;
    this.#lastStep = steps - 1;
    this.#counts = Array.from({ length: serviceCount }, () =>
      Array.from({ length: outcomeCount }, () => new Float64Array(steps)),
    );
  }

  read({ outcomes: { count, kinds, services, endSeconds } }: JournalPage): void {
    for (let row = 0; row < count; row++) {
      const result = kinds[row] & said.outcomeMask;
      if (result < outcome.unfinished) this.#counts[services[row]][result][this.#stepOf(endSeconds[row])]++;
    }
  }

  /** [step] requests of a service that ended so. */
  countsOf(service: number, result: number): Float64Array {
    return this.#counts[service][result];
  }

  /** A run whose duration is no multiple of the step has its rest in the last one. */
  #stepOf(seconds: number): number {
    return Math.min(this.#lastStep, Math.floor(seconds / this.#stepSeconds));
  }
}
