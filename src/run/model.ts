import type { Fleet } from '../fleet/fleet.js';
import type { RequestGateway } from '../gateway/requestGateway.js';
import type { Calendar } from '../kernel/calendar.js';
import { rank } from '../kernel/rank.js';
import type { RequestLoop } from './loops/requestLoop.js';

export interface ModelParts {
  readonly durationSeconds: number;
  readonly calendar: Calendar;
  readonly loop: RequestLoop;
  readonly gateway: RequestGateway;
  readonly fleets: readonly Fleet[];
}

/** One run: control events are barriers between stretches of request events; between two of them nothing else happens. */
export class Model {
  readonly #parts: ModelParts;

  constructor(parts: ModelParts) {
    this.#parts = parts;
  }

  /** Runs from 0 to the duration; nothing happens at the duration itself. */
  run(): void {
    const { durationSeconds, calendar, gateway, loop, fleets } = this.#parts;
    for (const fleet of fleets) fleet.begin(gateway);
    for (;;) {
      const appointment = calendar.peek();
      if (appointment === undefined || appointment.seconds >= durationSeconds) {
        if (loop.serveUntil(durationSeconds, rank.fault)) break;
      } else if (loop.serveUntil(appointment.seconds, appointment.rank)) {
        gateway.nowSeconds = appointment.seconds;
        calendar.runNext();
      }
    }
    gateway.nowSeconds = durationSeconds;
    gateway.close();
    for (const fleet of fleets) fleet.close();
  }
}
