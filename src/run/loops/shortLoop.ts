import type { ShortGateway } from '../../gateway/shortGateway.js';
import type { Calendar } from '../../kernel/calendar.js';
import { rank } from '../../kernel/rank.js';
import type { Clients } from '../../traffic/clients.js';
import type { RequestLoop } from './requestLoop.js';

export interface ShortLoopParts {
  readonly calendar: Calendar;
  readonly gateway: ShortGateway;
  readonly clients: Clients;
}

/** Hot: the loop of `ShortGateway`. There are only arrivals and ends; at one instant ends come first. */
export class ShortLoop implements RequestLoop {
  readonly #parts: ShortLoopParts;

  constructor(parts: ShortLoopParts) {
    this.#parts = parts;
  }

  serveUntil(limitSeconds: number, limitRank: number): boolean {
    const { calendar, gateway, clients } = this.#parts;
    for (;;) {
      const seconds = clients.nextSeconds;
      if (seconds > limitSeconds || (seconds === limitSeconds && rank.arrival >= limitRank)) break;
      gateway.settleBefore(seconds, true);
      if (calendar.nextSeconds < seconds) {
        gateway.tellAnswers();
        return false;
      }
      gateway.nowSeconds = seconds;
      clients.fire();
    }
    gateway.settleBefore(limitSeconds, rank.completion < limitRank);
    gateway.tellAnswers();
    return calendar.nextSeconds >= limitSeconds;
  }
}
