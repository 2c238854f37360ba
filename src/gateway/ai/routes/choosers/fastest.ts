import type { ArrivalBlock } from '../../../../traffic/arrivalBlock.js';
import type { Chooser } from './chooser.js';
import type { ChooserParts } from './chooserParts.js';
import { FirstTokens } from './firstTokens.js';

/** A try that was given up counts as a first token after so long. */
const penaltySeconds = 1_000;

/**
 * Where first tokens came soonest of late: the mean of each target's last ten, of the last hour.
 *
 * LiteLLM's latency-based routing (litellm/router_strategy/lowest_latency.py): lists of ten for an hour, known when an answer
 * is out, whoever has none goes first, 1,000 s for a timeout, other failures do not count. Deviations: times are not divided by
 * the tokens of the answer; the oldest leaves the list and not the newest but one; each value ages by itself; and where it draws
 * lots, among those that it does not know, the one with fewest requests goes first, and then the order of `to` decides.
 * A target that was slow once gets no requests until its times are an hour old, as there.
 */
export class Fastest implements Chooser {
  readonly #parts: ChooserParts;
  readonly #firstTokens: FirstTokens;
  /** [place in `targets`] */
  readonly #sentCounts: Float64Array;

  constructor(parts: ChooserParts) {
    this.#parts = parts;
    this.#firstTokens = new FirstTokens(parts.clock, parts.targets.length);
    this.#sentCounts = new Float64Array(parts.targets.length);
  }

  choose(_block: ArrivalBlock, _arrival: number, isOpen: (target: number) => boolean): number {
    const { targets } = this.#parts;
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    let leastSent = Number.POSITIVE_INFINITY;
    for (let place = 0; place < targets.length; place++) {
      if (!isOpen(targets[place])) continue;
      const ttft = this.#firstTokens.mean(place) ?? 0;
      // Without lots among those that nothing is known of.
      const sent = ttft === 0 ? this.#sentCounts[place] : 0;
      if (ttft > least || (ttft === least && sent >= leastSent)) continue;
      [chosen, least, leastSent] = [targets[place], ttft, sent];
    }
    return chosen;
  }

  sent(target: number): void {
    const place = this.#parts.targets.indexOf(target);
    if (place >= 0) this.#sentCounts[place]++;
  }

  answered(target: number, ttftSeconds: number): void {
    const place = this.#parts.targets.indexOf(target);
    // Of a fallback behind them it keeps none.
    if (place >= 0) this.#firstTokens.note(place, ttftSeconds);
  }

  failed(target: number, isTimeout: boolean): void {
    if (isTimeout) this.answered(target, penaltySeconds);
  }
}
