import type { Fleet } from '../fleet/fleet.js';
import { checkFault, type InstanceTable } from '../fleet/instanceTable.js';
import type { Leaks } from '../fleet/leaks.js';
import * as phase from '../fleet/phase.js';
import type { Serving } from '../fleet/serving.js';
import * as work from '../fleet/work.js';
import { eitherRatio, HeldValues } from './heldValues.js';

/** The parts of a run whose state faults change and change back. */
export interface AffectedParts {
  readonly fleets: readonly Fleet[];
  readonly table: InstanceTable;
  readonly serving: Serving;
  /** Where memory may leak. */
  readonly leaks?: Pick<Leaks, 'setFaultRate'> | undefined;
  /** Told of an instance that goes on after a pause. */
  readonly resumed?: ((instance: number) => void) | undefined;
}

/**
 * What the faults of a run do to instances and fleets; one for all of them, so that those that overlap know of each other.
 *
 * Each method begins an effect and gives what ends it. Together factors multiply, shares of errors and of failed
 * startups are those of independent causes, an instance is paused while any fault pauses it,
 * and its checks fail while any fault fails them.
 */
export class FaultEffects {
  readonly #table: InstanceTable;
  readonly #slow: HeldValues;
  readonly #errors: HeldValues;
  readonly #pauses: HeldValues;
  readonly #startupFailures: HeldValues;
  readonly #checks: HeldValues;
  readonly #leaks: HeldValues;
  /** [serial] what ends the faults that hang its process */
  readonly #hangs = new Map<number, Set<() => void>>();

  constructor({ fleets, table, serving, leaks, resumed }: AffectedParts) {
    this.#table = table;
    this.#slow = this.#ofInstances((instance, factors) => {
      table.work[(instance << 3) | work.slowFactor] = factors.reduce((product, factor) => product * factor, 1);
    });
    this.#errors = this.#ofInstances((instance, ratios) => {
      table.errorRatio[instance] = eitherRatio(ratios);
    });
    this.#pauses = this.#ofInstances((instance, holders) => {
      const isPaused = !Number.isNaN(table.pausedSinceSeconds[instance]);
      if (holders.length > 0 && !isPaused) serving.pause(instance);
      if (holders.length > 0 || !isPaused) return;
      serving.resume(instance);
      resumed?.(instance);
    });
    this.#checks = this.#ofInstances((instance, words) => {
      // One that fails is seen, whatever else looks healthy.
      table.checkFault[instance] = Math.max(checkFault.none, ...words);
    });
    this.#leaks = this.#ofInstances((instance, rates) => {
      leaks?.setFaultRate(
        instance,
        rates.reduce((sum, rate) => sum + rate, 0),
      );
    });
    this.#startupFailures = new HeldValues((service, ratios) => {
      fleets[service].startupFailureRatio = eitherRatio(ratios);
    });
  }

  slow(victims: readonly number[], factor: number): () => void {
    return this.#holdAll(this.#slow, victims, factor);
  }

  fail(victims: readonly number[], ratio: number): () => void {
    return this.#holdAll(this.#errors, victims, ratio);
  }

  /** The processes hang, and checks say so of them; one that starts again is another process, which does not. */
  hang(victims: readonly number[], checks: 'pass' | 'fail'): () => void {
    const ends = victims.map((instance) => {
      const serial = this.#table.serial[instance];
      const held = [this.#pauses.hold(serial, 1), this.#checks.hold(serial, checkFault[checks])];
      const hangs = this.#hangs.get(serial) ?? new Set();
      this.#hangs.set(serial, hangs);
      const end = () => {
        if (!hangs.delete(end)) return;
        if (hangs.size === 0) this.#hangs.delete(serial);
        for (const letGo of held) letGo();
      };
      hangs.add(end);
      return end;
    });
    return () => {
      for (const end of ends) end();
    };
  }

  /** The process of the instance was killed, and starts again. */
  restarted(instance: number): void {
    for (const end of [...(this.#hangs.get(this.#table.serial[instance]) ?? [])]) end();
  }

  /** What checks of the victims say, whatever else holds of them. */
  check(victims: readonly number[], answer: 'pass' | 'fail'): () => void {
    return this.#holdAll(this.#checks, victims, checkFault[answer]);
  }

  /** Memory leaks at so many bytes a second, on top of what leaks anyway. */
  leak(victims: readonly number[], bytesPerSecond: number): () => void {
    return this.#holdAll(this.#leaks, victims, bytesPerSecond);
  }

  failStartups(service: number, ratio: number): () => void {
    return this.#startupFailures.hold(service, ratio);
  }

  #holdAll(held: HeldValues, victims: readonly number[], value: number): () => void {
    const ends = victims.map((instance) => held.hold(this.#table.serial[instance], value));
    return () => {
      for (const end of ends) end();
    };
  }

  /** Instances are known by their serials: a row that is used anew is another instance, and one that has gone is left alone. */
  #ofInstances(apply: (instance: number, values: readonly number[]) => void): HeldValues {
    return new HeldValues((key, values) => {
      const instance = this.#table.serial.indexOf(key);
      if (instance >= 0 && this.#table.phase[instance] !== phase.free) apply(instance, values);
    });
  }
}
