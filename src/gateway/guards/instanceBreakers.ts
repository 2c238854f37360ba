import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Calendar } from '../../kernel/calendar.js';
import type { Clock } from '../../kernel/clock.js';
import { grown } from '../../kernel/columns.js';
import * as rank from '../../kernel/rank.js';
import { isOut, outReason, type Rotation } from '../rotation.js';
import type { Guard, RotationSwitch } from './guard.js';
import { RatioBreaker, type RatioRules } from './ratioBreaker.js';
import type { BreakerState, StandingNews } from './standingNews.js';
import * as verdict from './verdict.js';

export interface InstanceBreakersOptions {
  readonly rules: RatioRules;
  readonly service: number;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly rotation: Rotation;
  /** Whether a request that finds no instance starts one. */
  readonly startsInstances: boolean;
  /** A breaker opened. */
  opened(): void;
  readonly news: StandingNews | undefined;
}

/** The breaker of one instance. */
interface InstanceBreaker {
  /** Of whom; the row may have another one later. */
  readonly serial: number;
  /** Since when the gateway has known the instance; what was sent before says nothing. */
  readonly sinceSeconds: number;
  readonly breaker: RatioBreaker;
  /** Passed over: open, or half-open with as many tries as it lets in. */
  isOut: boolean;
  /** Until when it is planned to stay open. */
  plannedSeconds: number;
}

/**
 * A breaker for each instance of a service, on the tries that were sent to it.
 *
 * An open one takes its instance out of rotation and refuses nothing: others get the tries. Half-open, the instance is in
 * rotation until it holds as many as may try it. Only where all that could take a try are out for this is it refused. An
 * instance that becomes ready, a new one or one that started again, begins with a closed breaker.
 * Source: per-host breakers as in Resilience4j or Hystrix keyed by host; Istio names Envoy's ejection so, which is `ejection`.
 */
export class InstanceBreakers implements Guard {
  readonly #options: InstanceBreakersOptions;
  /** [instance] */
  readonly #known: (InstanceBreaker | undefined)[] = [];
  /** [row] the instance that its try was sent to, and when; -1: none yet */
  #sentTo = new Int32Array(64).fill(-1);
  #sentSeconds = new Float64Array(64);
  /** Breakers that keep somebody out, also of instances that have gone since. */
  #outCount = 0;
  #putBack: (instance: number) => void;

  constructor(options: InstanceBreakersOptions) {
    this.#options = options;
    this.#putBack = (instance) => options.rotation.putBack(instance, outReason.open);
  }

  start(gateway: RotationSwitch): void {
    this.#putBack = (instance) => gateway.putBack(instance, outReason.open);
  }

  /** The gateway hears that the instance takes requests; it is not in rotation yet. */
  ready(instance: number): void {
    const { table, news } = this.#options;
    const known = this.#known[instance];
    // Its process started again in place.
    if (known?.serial === table.serial[instance] && !known.breaker.isClosed)
      news?.breaker('closed', 0, table.launchNumber[instance]);
    this.#forget(instance);
    this.#options.rotation.putBack(instance, outReason.open);
  }

  check(): number {
    const { table, service, rotation, startsInstances } = this.#options;
    if (this.#outCount === 0 || startsInstances) return verdict.go;
    let isOneOut = false;
    for (let instance = 0; instance < table.rowCount; instance++) {
      if (table.service[instance] !== service) continue;
      if (rotation.mayTake(instance)) return verdict.go;
      isOneOut ||= isOut(table.standing[instance], outReason.open);
    }
    return isOneOut ? verdict.rejected : verdict.go;
  }

  entered(row: number): void {
    if (row >= this.#sentTo.length) {
      const before = this.#sentTo.length;
      this.#sentTo = grown(this.#sentTo, 2 * row).fill(-1, before);
      this.#sentSeconds = grown(this.#sentSeconds, 2 * row);
    }
    this.#sentTo[row] = -1;
  }

  sent(row: number, instance: number): void {
    const known = this.#breakerOf(instance);
    this.#sentTo[row] = instance;
    this.#sentSeconds[row] = this.#options.clock.nowSeconds;
    known.breaker.entered();
    this.#follow(instance, known);
  }

  ended(row: number, end: number): void {
    const instance = this.#sentTo[row];
    if (instance < 0) return;
    this.#sentTo[row] = -1;
    const known = this.#known[instance];
    const sentSeconds = this.#sentSeconds[row];
    if (known?.serial !== this.#options.table.serial[instance] || sentSeconds < known.sinceSeconds) return;
    known.breaker.ended(end, sentSeconds, this.#options.clock.nowSeconds);
    this.#follow(instance, known);
  }

  /** Whether the breaker of an instance that the gateway knows is open. */
  isOpen(): boolean {
    const { table, clock } = this.#options;
    return this.#known.some(
      (known, instance) =>
        known?.serial === table.serial[instance] &&
        isOut(table.standing[instance], outReason.open) &&
        known.breaker.isOpen(clock.nowSeconds),
    );
  }

  /** The rotation follows the breaker: out at once, in again by an event, for somebody may be served then. */
  #follow(instance: number, known: InstanceBreaker): void {
    const { clock, calendar, rotation } = this.#options;
    const { breaker } = known;
    if (breaker.admits(clock.nowSeconds)) {
      if (known.isOut) calendar.at(clock.nowSeconds, rank.fleet, () => this.#return(instance, known));
      return;
    }
    if (!known.isOut) {
      known.isOut = true;
      this.#outCount++;
      rotation.takeOut(instance, outReason.open);
    }
    if (!breaker.isOpen(clock.nowSeconds) || known.plannedSeconds === breaker.openUntilSeconds) return;
    known.plannedSeconds = breaker.openUntilSeconds;
    calendar.at(breaker.openUntilSeconds, rank.fleet, () => this.#return(instance, known));
  }

  #return(instance: number, known: InstanceBreaker): void {
    const isPresent = this.#known[instance] === known && known.serial === this.#options.table.serial[instance];
    if (!isPresent || !known.isOut || !known.breaker.admits(this.#options.clock.nowSeconds)) return;
    known.isOut = false;
    this.#outCount--;
    this.#putBack(instance);
  }

  #breakerOf(instance: number): InstanceBreaker {
    const { table, clock, rules } = this.#options;
    const found = this.#known[instance];
    if (found?.serial === table.serial[instance]) return found;
    this.#forget(instance);
    const breaker: RatioBreaker = new RatioBreaker(rules, (state) => this.#tell(state, instance, breaker));
    const known = {
      serial: table.serial[instance],
      sinceSeconds: clock.nowSeconds,
      breaker,
      isOut: false,
      plannedSeconds: Number.NaN,
    };
    this.#known[instance] = known;
    return known;
  }

  #tell(state: BreakerState, instance: number, { openUntilSeconds }: RatioBreaker): void {
    const { table, news, opened } = this.#options;
    if (state === 'open') opened();
    news?.breaker(state, openUntilSeconds, table.launchNumber[instance]);
  }

  #forget(instance: number): void {
    if (this.#known[instance]?.isOut === true) this.#outCount--;
    this.#known[instance] = undefined;
  }
}
