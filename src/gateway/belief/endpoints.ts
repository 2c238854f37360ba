import type { FleetListener } from '../../fleet/fleetOptions.js';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import * as phase from '../../fleet/phase.js';
import type { Calendar } from '../../kernel/calendar.js';
import type { Clock } from '../../kernel/clock.js';
import * as rank from '../../kernel/rank.js';
import type { HealthCheck } from './healthCheck.js';

/** A change of an instance that the gateway is told of; keys the draw of its lag. */
export const change = { ready: 0, drain: 1, gone: 2 } as const;
export type Change = (typeof change)[keyof typeof change];

/** How the gateway hears of one service's instances. */
export interface NewsRules {
  /** Whether a loss is announced; not where checks or errors are to find it. */
  readonly tellsLosses: boolean;
  /** Who checks what the gateway knows, where somebody does. */
  readonly healthCheck?: Pick<HealthCheck, 'begin' | 'end'> | undefined;
  /** Keyed draw: seconds until the gateway knows of the n-th change of this kind of a launch. */
  lagSecondsOf(launchNumber: number, kind: Change, repeat: number): number;
}

export interface EndpointsOptions {
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instances: InstanceTable;
  readonly gateway: Required<FleetListener>;
  /** [service] undefined: the gateway knows all at once */
  readonly rules: readonly (NewsRules | undefined)[];
}

/**
 * What the control plane tells the gateway of instances: late, and not everything.
 *
 * Stands between the fleets and the gateway. Of an instance that the gateway still believes in the row is held, so that no
 * other is meant by it. News that are overtaken by later news of the same instance are void.
 */
export class Endpoints implements FleetListener {
  readonly #options: EndpointsOptions;
  /** [instance] whether the gateway believes that it takes requests */
  readonly #isKnown: boolean[] = [];
  /** [instance] news so far, and the number of the latest that arrived; both go on over the uses of a row. */
  readonly #sentCounts: number[] = [];
  readonly #heardNumbers: number[] = [];
  /** [instance] times it became ready so far, and the serial that this holds for */
  readonly #readyCounts: number[] = [];
  readonly #serials: number[] = [];

  constructor(options: EndpointsOptions) {
    this.#options = options;
  }

  becameReady(instance: number): void {
    const { serial } = this.#options.instances;
    const isNew = this.#serials[instance] !== serial[instance];
    this.#serials[instance] = serial[instance];
    this.#readyCounts[instance] = isNew ? 0 : this.#readyCounts[instance] + 1;
    this.#announce(instance, change.ready, () => this.#learnReady(instance));
  }

  stoppedTaking(instance: number, isNoticed: boolean): void {
    const rules = this.#rulesOf(instance);
    if (!isNoticed && rules !== undefined && !rules.tellsLosses) return;
    this.#announce(instance, isNoticed ? change.drain : change.gone, () => this.#learnStopped(instance));
  }

  abortAll(instance: number): void {
    this.#options.gateway.abortAll(instance);
  }

  stopped(instance: number): void {
    this.#options.gateway.stopped(instance);
  }

  /** A known instance is found to be bad; one that is gone is forgotten for good. */
  found(instance: number): void {
    if (this.#options.instances.phase[instance] === phase.free) this.#learnStopped(instance);
  }

  #rulesOf(instance: number): NewsRules | undefined {
    const { instances, rules } = this.#options;
    return rules[instances.service[instance]];
  }

  #announce(instance: number, kind: Change, learn: () => void): void {
    const { instances, calendar, clock } = this.#options;
    const number = (this.#sentCounts[instance] ?? 0) + 1;
    this.#sentCounts[instance] = number;
    const repeat = this.#readyCounts[instance] ?? 0;
    // Whoever is there at the start of the run has not just changed: the gateway knows it.
    const isKnownFromStart = kind === change.ready && repeat === 0 && instances.startupSeconds[instance] < 0;
    const lagSeconds = isKnownFromStart
      ? 0
      : (this.#rulesOf(instance)?.lagSecondsOf(instances.launchNumber[instance], kind, repeat) ?? 0);
    if (lagSeconds === 0) {
      this.#heardNumbers[instance] = number;
      learn();
      return;
    }
    instances.hold(instance);
    calendar.at(clock.nowSeconds + lagSeconds, rank.fleet, () => {
      if (number > (this.#heardNumbers[instance] ?? 0)) {
        this.#heardNumbers[instance] = number;
        learn();
      }
      instances.letGo(instance);
    });
  }

  #learnReady(instance: number): void {
    if (this.#isKnown[instance] === true) return;
    this.#isKnown[instance] = true;
    this.#options.instances.hold(instance);
    this.#rulesOf(instance)?.healthCheck?.begin(instance);
    this.#options.gateway.becameReady(instance);
  }

  #learnStopped(instance: number): void {
    if (this.#isKnown[instance] !== true) return;
    this.#isKnown[instance] = false;
    this.#rulesOf(instance)?.healthCheck?.end(instance);
    this.#options.gateway.stoppedTaking(instance, true);
    this.#options.instances.letGo(instance);
  }
}
