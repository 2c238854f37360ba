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
    const { seconds } = block;
    for (;;) {
      if (this.#next === seconds.length) {
        this.#tell();
        arrivals.refill();
        this.#next = 0;
        this.#told = 0;
      }
      // Locals, for what an object keeps is read again after every call.
      let next = this.#next;
      while (next < seconds.length) {
        const now = seconds[next];
        if (now > limitSeconds || (now === limitSeconds && rank.arrival >= limitRank)) break;
        gateway.settleBefore(now, true);
        if (calendar.nextSeconds < now) {
          this.#next = next;
          this.#tell();
          return false;
        }
        gateway.nowSeconds = now;
        gateway.arrive(block, next);
        next++;
      }
      this.#next = next;
      if (next < seconds.length) break;
    }
    gateway.settleBefore(limitSeconds, rank.completion < limitRank);
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
