import type { JournalPage, JournalReader } from './journal.js';
import * as outcome from './outcome.js';
import * as said from './said.js';

/** More steps show no more of how a run settles, and every run carries them. */
const STEP_LIMIT = 600;

/** Seconds of one step: whole ones, for they are told to readers. */
function settlingStepSeconds(durationSeconds: number): number {
  return Math.max(1, Math.ceil(durationSeconds / STEP_LIMIT));
}

/**
 * Mean latency of the answers over the run, by intended arrival and service: what a warm-up check looks at.
 *
 * Hot in runs that have one: two additions an answer. From the begin of the run, for the warm-up is what it is about.
 */
export class SettlingLog implements JournalReader {
  readonly stepSeconds: number;
  /** [service][step] */
  readonly #sums: readonly Float64Array[];
  readonly #counts: readonly Float64Array[];

  constructor(serviceCount: number, durationSeconds: number) {
    this.stepSeconds = settlingStepSeconds(durationSeconds);
    const empty = () => new Float64Array(Math.ceil(durationSeconds / this.stepSeconds));
    this.#sums = Array.from({ length: serviceCount }, empty);
    this.#counts = Array.from({ length: serviceCount }, empty);
  }

  read({ outcomes: { count, kinds, services, arrivalSeconds, latencySeconds } }: JournalPage): void {
    for (let row = 0; row < count; row++) {
      if ((kinds[row] & said.outcomeMask) > outcome.failed) continue;
      const step = Math.floor(arrivalSeconds[row] / this.stepSeconds);
      this.#sums[services[row]][step] += latencySeconds[row];
      this.#counts[services[row]][step]++;
    }
  }

  /** [step] mean latency of a service, ms with six digits; null without an answer. */
  meansMs(service: number): (number | null)[] {
    return Array.from(this.#sums[service], (sum, step) => {
      const count = this.#counts[service][step];
      return count === 0 ? null : Number(((sum / count) * 1e3).toPrecision(6));
    });
  }
}
