import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Calendar } from '../../kernel/calendar.js';
import type { Clock } from '../../kernel/clock.js';
import * as rank from '../../kernel/rank.js';
import * as place from '../../traffic/place.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import { Ejection, type EjectionRules } from '../belief/ejection.js';
import { outReason, type Rotation } from '../rotation.js';
import type { Guard, RotationSwitch } from './guard.js';
import type { StandingNews } from './standingNews.js';
import * as tryEnd from './tryEnd.js';

export interface EjectingOptions {
  readonly rules: EjectionRules;
  readonly service: number;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly requests: RequestTable;
  readonly table: InstanceTable;
  readonly rotation: Rotation;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
  readonly news: StandingNews | undefined;
}

/** Hears how tries at the instances of a service end, and keeps those out of rotation that are ejected. */
export class Ejecting implements Guard {
  readonly #options: EjectingOptions;
  readonly #ejection: Ejection;
  /** Puts an instance back, and serves whoever waits for it. */
  #putBack: (instance: number) => void;
  /** Ejections of the measured span. */
  count = 0;

  constructor(options: EjectingOptions) {
    const { rules, table, rotation, news } = options;
    this.#options = options;
    this.#putBack = (instance) => rotation.putBack(instance, outReason.ejected);
    this.#ejection = new Ejection({
      rules,
      instances: table,
      ready: () => this.#known(),
      takeOut: (instance) => {
        news?.ejection(true, table.launchNumber[instance]);
        rotation.takeOut(instance, outReason.ejected);
      },
      putBack: (instance) => {
        news?.ejection(false, table.launchNumber[instance]);
        this.#putBack(instance);
      },
    });
  }

  start(gateway: RotationSwitch): void {
    this.#putBack = (instance) => gateway.putBack(instance, outReason.ejected);
    this.#planSweep(1);
  }

  ended(row: number, end: number): void {
    const { requests, clock } = this.#options;
    if (end === tryEnd.none || requests.placeOf(row) === place.centralQueue) return;
    const instance = requests.words[(row << 5) | word.instance];
    if (this.#ejection.ended(instance, end, clock.nowSeconds)) this.#note(1);
  }

  #planSweep(index: number): void {
    const { calendar, clock, rules } = this.#options;
    // k x interval, not a running sum: rounding must not drift.
    calendar.at(index * rules.intervalSeconds, rank.fleet, () => {
      this.#planSweep(index + 1);
      this.#note(this.#ejection.sweep(clock.nowSeconds));
    });
  }

  #note(count: number): void {
    if (this.#options.clock.nowSeconds >= this.#options.fromSeconds) this.count += count;
  }

  /** The instances that the gateway knows as ready. */
  #known(): number[] {
    const { table, service, rotation } = this.#options;
    const known: number[] = [];
    for (let instance = 0; instance < table.rowCount; instance++)
      if (table.service[instance] === service && rotation.knows(instance)) known.push(instance);
    return known;
  }
}
