import type { ArrivalBlock } from '../../../../traffic/arrivalBlock.js';
import type { Chooser } from './chooser.js';
import type { ChooserParts } from './chooserParts.js';

/**
 * Where the request costs least at posted prices: its prompt, and the longest answer it may have, for how long the answer will be
 * nobody knows. A target without a price costs nothing; of several that cost the same the first of `to`.
 */
export class Cheapest implements Chooser {
  readonly #parts: ChooserParts;

  constructor(parts: ChooserParts) {
    this.#parts = parts;
  }

  choose(block: ArrivalBlock, arrival: number, isOpen: (target: number) => boolean): number {
    const { targets, prices, longestAnswers } = this.#parts;
    const promptTokens = block.cpuSeconds[arrival];
    const answerTokens = longestAnswers[block.sources[arrival]];
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const target of targets) {
      const { input, output } = prices[target] ?? free;
      const usd = promptTokens * input + answerTokens * output;
      if (usd >= least || !isOpen(target)) continue;
      chosen = target;
      least = usd;
    }
    return chosen;
  }
}

const free = { input: 0, output: 0 };
