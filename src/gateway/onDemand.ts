import type { Fleet } from '../fleet/fleet.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import * as phase from '../fleet/phase.js';
import type { Calendar } from '../kernel/calendar.js';
import * as rank from '../kernel/rank.js';

export interface OnDemandOptions {
  readonly fleet: Fleet;
  readonly table: InstanceTable;
  readonly calendar: Calendar;
  readonly minCount: number;
  readonly maxCount: number;
  /** Keyed draw: how long the n-th idle period of a launch may last, seconds. */
  idleSecondsOf(launchNumber: number, idlePeriod: number): number;
  nowSeconds(): number;
}

/**
 * Lambda-style scaling of one service: requests start instances, idle time stops them.
 *
 * Without a central queue a request starts an instance of its own and waits for it. With one, as many instances start as
 * requests wait (M/M/k with setup): surplus starts are cancelled, newest first.
 */
export class OnDemand {
  readonly #options: OnDemandOptions;
  /** [instanceRow] number of its idle periods so far; tells a timer of an earlier one. */
  readonly #idlePeriods: number[] = [];

  constructor(options: OnDemandOptions) {
    this.#options = options;
  }

  /** Starts an instance for a request; -1 at `max` or when the provider gives none. */
  launch(): number {
    const { fleet, maxCount } = this.#options;
    return fleet.startingCount + fleet.readyCount >= maxCount ? -1 : fleet.launchOnDemand();
  }

  /** As many start as wait, as far as `max` lets them. */
  follow(waitingCount: number): void {
    const { fleet } = this.#options;
    while (fleet.startingCount > waitingCount) fleet.stopOnDemand();
    while (fleet.startingCount < waitingCount && this.launch() >= 0);
  }

  /** The instance may have nothing to do from now on; then it stops unless work comes in time. */
  rest(instance: number): void {
    const { table, calendar, idleSecondsOf, nowSeconds } = this.#options;
    if (!this.#isIdle(instance)) return;
    const period = (this.#idlePeriods[instance] ?? 0) + 1;
    this.#idlePeriods[instance] = period;
    const serial = table.serial[instance];
    const idleSeconds = idleSecondsOf(table.launchNumber[instance], period);
    calendar.at(nowSeconds() + idleSeconds, rank.fleet, () => {
      const isSame = table.serial[instance] === serial && this.#idlePeriods[instance] === period;
      if (isSame && this.#isIdle(instance)) this.#stop(instance);
    });
  }

  #stop(instance: number): void {
    const { fleet, minCount } = this.#options;
    // One of the provisioned ones rests for another idle period.
    if (fleet.readyCount <= minCount) this.rest(instance);
    else fleet.stopOnDemand(instance);
  }

  #isIdle(instance: number): boolean {
    const { table } = this.#options;
    return table.phase[instance] === phase.ready && table.inside[instance] + table.queued[instance] === 0;
  }
}
