import type { AnswerBlock } from './answerBlock.js';
import { outcome, outcomeCount } from './outcome.js';

/** How the requests of each service ended, by the step in which they did: the picture of errors over time. */
export class OutcomeLog {
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

  ended(service: number, result: number, seconds: number): void {
    this.#counts[service][result][this.#stepOf(seconds)]++;
  }

  /** Requests answered at their first try. */
  answeredAll({ count, services, answerSeconds, errors }: AnswerBlock): void {
    for (let answer = 0; answer < count; answer++) {
      const result = errors[answer] === 1 ? outcome.failed : outcome.completed;
      this.#counts[services[answer]][result][this.#stepOf(answerSeconds[answer])]++;
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
