import type { RequestTable } from './requestTable.js';
import * as word from './word.js';

interface PrioritiesOptions {
  readonly requests: RequestTable;
  readonly targetCount: number;
  /** [source, behind them called class] of its own or of its tier; undefined where it goes by who asks */
  readonly ofClasses: readonly (number | undefined)[];
  /** [consumer] empty where requests have none */
  readonly ofConsumers: readonly number[];
  /** All that there are. */
  readonly all: readonly number[];
}

/** The priority of each request: of its class, its tier or its consumer. Higher first. */
export class Priorities {
  readonly #requests: RequestTable;
  readonly #targetCount: number;
  /** Places of one class in the columns below: one for each consumer and before them one for nobody of them. */
  readonly #stride: number;
  readonly #priorities: Int32Array;
  /** Places among the different ones, 0 first. */
  readonly #levels: Int32Array;
  readonly levelCount: number;

  constructor({ requests, targetCount, ofClasses, ofConsumers, all }: PrioritiesOptions) {
    this.#requests = requests;
    this.#targetCount = targetCount;
    this.#stride = ofConsumers.length + 1;
    this.#priorities = Int32Array.from(ofClasses.flatMap((own) => [0, ...ofConsumers].map((one) => own ?? one)));
    const levels = [...new Set([...all, ...this.#priorities])].sort((a, b) => b - a);
    this.#levels = this.#priorities.map((priority) => levels.indexOf(priority));
    this.levelCount = Math.max(1, levels.length);
  }

  of(row: number): number {
    return this.#priorities[this.#placeOf(row)];
  }

  /** In a queue by priority. */
  levelOf(row: number): number {
    return this.#levels[this.#placeOf(row)];
  }

  #placeOf(row: number): number {
    const { words, consumers } = this.#requests;
    const sender = Math.floor(words[(row << 5) | word.group] / this.#targetCount);
    return this.#stride === 1 ? sender : sender * this.#stride + consumers[row] + 1;
  }
}
