import type { ShortGateway } from '../../gateway/shortGateway.js';
import type { Calendar } from '../../kernel/calendar.js';
import { rank } from '../../kernel/rank.js';
import type { ArrivalBlock } from '../../record/arrivalBlock.js';
import type { OpenArrivals } from '../../traffic/openArrivals.js';
import type { RequestLoop } from './requestLoop.js';

export interface ShortLoopParts {
  readonly calendar: Calendar;
  readonly gateway: ShortGateway;
  readonly arrivals: OpenArrivals;
  /** The requests [from, to) of the block have arrived. */
  tellArrivals(block: ArrivalBlock, from: number, to: number): void;
}

/** Hot: the loop of `ShortGateway`. There are only arrivals and ends; at one instant ends come first. */
export class ShortLoop implements RequestLoop {
  readonly #parts: ShortLoopParts;
  /** Number of the next arrival in the block. */
  #next: number;
  /** Arrivals of the block that were told. */
  #told: number;

  constructor(parts: ShortLoopParts) {
    this.#parts = parts;
    this.#next = parts.arrivals.block.length;
    this.#told = this.#next;
  }

  serveUntil(limitSeconds: number, limitRank: number): boolean {
    const { calendar, gateway, arrivals } = this.#parts;
    const { block } = arrivals;
    const limit = {
      limitSeconds,
      takesArrivals: rank.arrival < limitRank,
      takesEnds: rank.completion < limitRank,
    };
    for (;;) {
      this.#next = gateway.serve(block, this.#next, limit);
      if (this.#next < block.length) break;
      this.#tell();
      arrivals.refill();
      this.#next = 0;
      this.#told = 0;
    }
    this.#tell();
    return calendar.nextSeconds >= limitSeconds;
  }

  /** Tells those who count of what happened so far. */
  #tell(): void {
    const { gateway, arrivals, tellArrivals } = this.#parts;
    if (this.#told < this.#next) tellArrivals(arrivals.block, this.#told, this.#next);
    this.#told = this.#next;
    gateway.tellAnswers();
  }
}
