import { invariant } from '../../base/invariant.js';
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
    // An end can only make an instance go, which plans nothing; so the calendar need not be looked at after each.
    invariant(calendar.nextSeconds >= limitSeconds, 'an end planned an appointment before the one that was next');
    return true;
  }

  /** Tells those who count of what happened so far. */
  #tell(): void {
    const { gateway, arrivals, tellArrivals } = this.#parts;
    if (this.#told < this.#next) tellArrivals(arrivals.block, this.#told, this.#next);
    this.#told = this.#next;
    gateway.tellAnswers();
  }
}
