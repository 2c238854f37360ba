import type { InstanceTable } from '../../fleet/instanceTable.js';
import { isFailure } from '../guards/guard.js';
import * as tryEnd from '../guards/tryEnd.js';

/** Times in seconds. Infinity: no such rule. */
export interface EjectionRules {
  readonly consecutiveErrors: number;
  readonly intervalSeconds: number;
  readonly baseSeconds: number;
  readonly maxSeconds: number;
  /** Of the ready instances, 0..1; one may always be out. */
  readonly maxRatio: number;
  readonly successRate:
    | { readonly stdevFactor: number; readonly minimumInstances: number; readonly minimumRequests: number }
    | undefined;
}

export interface EjectionOptions {
  readonly rules: EjectionRules;
  readonly instances: Pick<InstanceTable, 'serial'>;
  /** The instances that the gateway knows as ready. */
  ready(): readonly number[];
  takeOut(instance: number): void;
  putBack(instance: number): void;
}

/** What is known of one instance. */
class Record {
  /** Of whom; the row may have another one later. */
  readonly serial: number;
  errorsInARow = 0;
  tries = 0;
  good = 0;
  /** k: its next ejection is the (k + 1)-th. */
  times = 0;
  isOut = false;
  outSinceSeconds = 0;

  constructor(serial: number) {
    this.serial = serial;
  }
}

/**
 * Takes instances out of rotation by how tries at them ended: Envoy's outlier detection.
 *
 * So many errors in a row eject at once. At every sweep those whose time is over return, then those go whose share of good
 * answers since the last sweep is more than `stdevFactor` standard deviations below the mean of all that had enough.
 * The k-th ejection lasts min(k x base, max), at least base; k falls by one at each sweep that finds an instance in.
 * Source: Envoy 1.31, "Outlier detection" and outlier_detection_impl.cc (`checkHostForUneject`, `ejectHost`,
 * `successRateEjectionThreshold`).
 */
export class Ejection {
  readonly #options: EjectionOptions;
  /** [instance] */
  readonly #records: Record[] = [];

  constructor(options: EjectionOptions) {
    this.#options = options;
  }

  /** A try at the instance ended so (`tryEnd`). Returns whether that ejected it. */
  ended(instance: number, end: number, nowSeconds: number): boolean {
    if (end === tryEnd.none) return false;
    const record = this.#recordOf(instance);
    record.tries++;
    if (!isFailure(end)) {
      record.good++;
      record.errorsInARow = 0;
      return false;
    }
    record.errorsInARow++;
    if (record.errorsInARow < this.#options.rules.consecutiveErrors || record.isOut) return false;
    record.errorsInARow = 0;
    return this.#eject(instance, record, nowSeconds);
  }

  /** The sweep of every interval. Returns how many it ejected. */
  sweep(nowSeconds: number): number {
    const { ready, rules } = this.#options;
    for (const instance of ready()) this.#release(instance, this.#recordOf(instance), nowSeconds);
    const outliers = rules.successRate === undefined ? [] : this.#outliers(rules.successRate);
    const ejected = outliers.filter((instance) => this.#eject(instance, this.#recordOf(instance), nowSeconds));
    for (const record of this.#records) {
      if (record === undefined) continue;
      record.tries = 0;
      record.good = 0;
    }
    return ejected.length;
  }

  /** Ready instances that are out now. */
  get outCount(): number {
    return this.#options.ready().filter((instance) => this.#recordOf(instance).isOut).length;
  }

  #recordOf(instance: number): Record {
    const serial = this.#options.instances.serial[instance];
    const known = this.#records[instance];
    if (known?.serial === serial) return known;
    const record = new Record(serial);
    this.#records[instance] = record;
    return record;
  }

  #release(instance: number, record: Record, nowSeconds: number): void {
    const { baseSeconds, maxSeconds } = this.#options.rules;
    if (!record.isOut) {
      if (record.times > 0) record.times--;
      return;
    }
    const outSeconds = Math.min(record.times * baseSeconds, Math.max(baseSeconds, maxSeconds));
    if (nowSeconds - record.outSinceSeconds < outSeconds) return;
    record.isOut = false;
    record.errorsInARow = 0;
    record.tries = 0;
    record.good = 0;
    this.#options.putBack(instance);
  }

  #eject(instance: number, record: Record, nowSeconds: number): boolean {
    const { rules, ready, takeOut } = this.#options;
    // So many may be out, by count of those that are known as ready; one always.
    if (this.outCount >= Math.max(1, Math.floor(rules.maxRatio * ready().length + 1e-9))) return false;
    record.isOut = true;
    record.outSinceSeconds = nowSeconds;
    record.times++;
    takeOut(instance);
    return true;
  }

  /** In rotation, and answered worse than the others by far. */
  #outliers(rule: NonNullable<EjectionRules['successRate']>): number[] {
    const judged = this.#options
      .ready()
      .map((instance) => ({ instance, record: this.#recordOf(instance) }))
      .filter(({ record }) => !record.isOut && record.tries >= rule.minimumRequests)
      .map(({ instance, record }) => ({ instance, ratio: record.good / record.tries }));
    if (judged.length < rule.minimumInstances) return [];
    const mean = judged.reduce((sum, { ratio }) => sum + ratio, 0) / judged.length;
    const variance = judged.reduce((sum, { ratio }) => sum + (ratio - mean) ** 2, 0) / judged.length;
    const least = mean - rule.stdevFactor * Math.sqrt(variance);
    // Equal ratios may differ from their mean by rounding.
    return judged.filter(({ ratio }) => ratio < least - 1e-12).map(({ instance }) => instance);
  }
}
