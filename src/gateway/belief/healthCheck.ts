import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Clock } from '../../kernel/clock.js';
import type { Checks, Prober } from '../checks/checks.js';
import { outReason, type Rotation, unchecked } from '../rotation.js';
import { Streaks } from './streaks.js';

const inARow = (count: number, what: string) =>
  z
    .int()
    .min(1)
    .default(count)
    .meta({ description: `${what} in a row that change what is believed` });

/** Active checks by the gateway. Times in seconds. */
export const healthCheckSchema = z
  .strictObject({
    interval: durationSchema({ sign: 'positive' }).prefault('5s'),
    timeout: durationSchema({ sign: 'positive' }).prefault('1s'),
    healthy: inARow(2, 'Successes'),
    unhealthy: inARow(3, 'Failures'),
    cpu: durationSchema().prefault('0s').meta({ description: 'Of a check, at the instance' }),
  })
  .meta({ description: 'The gateway checks each instance; nothing tells it of a crash then but its checks' });

export type HealthCheckSettings = z.output<typeof healthCheckSchema>;

export interface HealthCheckOptions {
  readonly settings: HealthCheckSettings;
  readonly connectSeconds: number;
  readonly clock: Clock;
  readonly instances: InstanceTable;
  readonly checks: Checks;
  readonly rotation: Pick<Rotation, 'takeOut'>;
  /** A reason does not hold any more. */
  putBack(instance: number, reason: number): void;
  /** Keyed draw: when in the interval the checks of a launch fall, 0..1. */
  phaseOf(launchNumber: number): number;
  /** A check begins. */
  began(): void;
  /** An instance is found unhealthy. */
  found(instance: number): void;
}

/**
 * The gateway's own checks of one service's instances.
 *
 * A new instance takes nothing until its first check, which decides; those of the first moment are known to be well. Check
 * k begins at ready + phase + k x interval, as far as the gateway knows of the instance by then.
 */
export class HealthCheck implements Prober {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly cpuSeconds: number;
  readonly connectSeconds: number;
  readonly #options: HealthCheckOptions;
  readonly #streaks: Streaks;
  /** [instance] ends its checks */
  readonly #ends = new Map<number, () => void>();

  constructor(options: HealthCheckOptions) {
    const { interval, timeout, healthy, unhealthy, cpu } = options.settings;
    this.#options = options;
    this.intervalSeconds = interval;
    this.timeoutSeconds = timeout;
    this.cpuSeconds = cpu;
    this.connectSeconds = options.connectSeconds;
    this.#streaks = new Streaks({ good: healthy, bad: unhealthy });
  }

  /** The gateway knows the instance from now on. */
  begin(instance: number): void {
    const { instances, clock, checks, rotation, phaseOf } = this.#options;
    const isWarm = instances.startupSeconds[instance] < 0;
    this.#streaks.begin(instance, isWarm ? true : undefined);
    if (!isWarm) rotation.takeOut(instance, unchecked);
    const anchor =
      instances.warmFromSeconds[instance] + phaseOf(instances.launchNumber[instance]) * this.intervalSeconds;
    const missedCount = Math.max(0, Math.ceil((clock.nowSeconds - anchor) / this.intervalSeconds));
    this.#ends.set(instance, checks.watch(this, instance, anchor + missedCount * this.intervalSeconds));
  }

  /** The gateway has forgotten the instance. */
  end(instance: number): void {
    this.#ends.get(instance)?.();
    this.#ends.delete(instance);
  }

  began(): void {
    this.#options.began();
  }

  checked(instance: number, isOk: boolean): void {
    if (!this.#streaks.note(instance, isOk)) return;
    const { rotation, putBack, found } = this.#options;
    if (!isOk) rotation.takeOut(instance, outReason.unhealthy);
    putBack(instance, isOk ? unchecked | outReason.unhealthy : unchecked);
    if (!isOk) found(instance);
  }
}
