import { type OutageSettings, usualSlowFactor } from './settings.js';

/** When a provider has trouble; outages do not overlap. */
export class Outages {
  readonly #all: readonly OutageSettings[];
  /** Begins of those of kind down, in their order. */
  readonly #breaks: readonly number[];

  constructor(all: readonly OutageSettings[]) {
    this.#all = all;
    this.#breaks = all
      .filter(({ kind }) => kind === 'down')
      .map(({ at }) => at)
      .sort((a, b) => a - b);
  }

  isDown(nowSeconds: number): boolean {
    return this.#at(nowSeconds)?.kind === 'down';
  }

  refuses(nowSeconds: number): boolean {
    return String(this.#at(nowSeconds)?.kind) === '429';
  }

  /** How many times as long a try takes that begins now. */
  slowFactor(nowSeconds: number): number {
    const outage = this.#at(nowSeconds);
    return outage?.kind === 'slow' ? (outage.factor ?? usualSlowFactor) : 1;
  }

  /** When answers under way break off next; Infinity: never. */
  nextBreak(nowSeconds: number): number {
    return this.#breaks.find((seconds) => seconds > nowSeconds) ?? Number.POSITIVE_INFINITY;
  }

  #at(nowSeconds: number): OutageSettings | undefined {
    return this.#all.find(({ at, for: lasts }) => nowSeconds >= at && nowSeconds < at + lasts);
  }
}
