import { z } from 'zod';
import { sizeSchema } from '../base/quantity.js';
import type { Calendar, ScheduledEvent } from '../kernel/calendar.js';
import type { Clock } from '../kernel/clock.js';
import * as rank from '../kernel/rank.js';
import type { FleetListener } from './fleetOptions.js';
import type { InstanceTable } from './instanceTable.js';

const secondsPerHour = 3600;
/** So near to the limit an instant is the one at which it is reached: sums of steps are off by roundings. */
const toleranceSeconds = 1e-6;

/** Memory that an instance never gives back. Sizes in bytes. */
export const leakSchema = z
  .strictObject({
    perRequest: sizeSchema().optional().meta({ description: 'Kept of each request that was served' }),
    perHour: sizeSchema().optional().meta({ description: 'From ready on, an hour' }),
  })
  .refine(({ perRequest, perHour }) => perRequest !== undefined || perHour !== undefined, {
    message: 'leaks nothing\nNeither `perRequest` nor `perHour` is given.\nadd for example `perHour: 100MB`.',
  })
  .meta({ description: 'Where memory reaches `memory` the process is killed (OOM) and starts again in place' });

type LeakSettings = z.output<typeof leakSchema>;

/** What memory the instances of one service have, and what leaks. */
interface LeakingService {
  readonly limitBytes: number | undefined;
  readonly baseBytes: number;
  readonly leak: LeakSettings | undefined;
  /** The memory of this instance has reached its limit. */
  kill(instance: number): void;
}

interface LeaksOptions {
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly instances: InstanceTable;
  /** [service] */
  readonly services: readonly LeakingService[];
}

/** The leak of one running process. */
interface Process {
  /** Bytes a second. */
  rate: number;
  leakedBytes: number;
  touchedSeconds: number;
  /** No later than when the memory reaches its limit, as it looks now. */
  look: ScheduledEvent | undefined;
}

/**
 * Memory that leaks, and the kill of a process whose memory reaches the limit of its instance.
 *
 * What leaked is part of `memoryBytes` as of `touch`. A kill is a control event at the very instant, since what makes memory
 * rise is in the middle of its own work. It stands between fleets and gateway, for it follows the same news: a process
 * leaks from ready until it is gone, and a new one begins with nothing.
 */
export class Leaks implements FleetListener {
  readonly #options: LeaksOptions;
  /** [instance] */
  readonly #processes: (Process | undefined)[] = [];
  /** [instance] bytes a second that faults add */
  readonly #faultRates: number[] = [];
  #listener: FleetListener | undefined;

  constructor(options: LeaksOptions) {
    this.#options = options;
  }

  /** Whom the same news go to. */
  tell(listener: FleetListener): void {
    this.#listener = listener;
  }

  becameReady(instance: number): void {
    const { instances, clock } = this.#options;
    // One that was only unready is the process that it was.
    if (this.#processes[instance] !== undefined) {
      this.#listener?.becameReady(instance);
      return;
    }
    // Of an instance before it in the row.
    if (instances.readySeconds[instance] === clock.nowSeconds) this.#faultRates[instance] = 0;
    this.#processes[instance] = {
      rate: this.#rateOf(instance),
      leakedBytes: 0,
      touchedSeconds: clock.nowSeconds,
      look: undefined,
    };
    this.#plan(instance);
    this.#listener?.becameReady(instance);
  }

  stoppedTaking(instance: number, isNoticed: boolean): void {
    this.#listener?.stoppedTaking(instance, isNoticed);
  }

  stopped(instance: number): void {
    this.#forget(instance);
    this.#listener?.stopped?.(instance);
  }

  abortAll(instance: number): void {
    this.#forget(instance);
    this.#listener?.abortAll(instance);
  }

  /** A request was served, and some of its memory stays. */
  served(instance: number): void {
    const bytes = this.#serviceOf(instance).leak?.perRequest ?? 0;
    if (bytes === 0) return;
    this.#leak(instance, bytes);
    this.#plan(instance);
  }

  /** A request inside takes memory. */
  rose(instance: number): void {
    this.#plan(instance);
  }

  /** Faults add these bytes a second from now on, all together. */
  setFaultRate(instance: number, bytesPerSecond: number): void {
    const process = this.#processes[instance];
    this.touch(instance);
    this.#faultRates[instance] = bytesPerSecond;
    // Worked out anew, since sums of what comes and goes leave a rounding behind, and a rate below 0 has no end.
    if (process !== undefined) process.rate = this.#rateOf(instance);
    this.#plan(instance);
  }

  /** Brings `memoryBytes` to now. */
  touch(instance: number): void {
    const process = this.#processes[instance];
    if (process === undefined) return;
    const now = this.#options.clock.nowSeconds;
    if (process.rate > 0) this.#leak(instance, process.rate * (now - process.touchedSeconds));
    process.touchedSeconds = now;
  }

  #leak(instance: number, bytes: number): void {
    const process = this.#processes[instance];
    if (process === undefined) return;
    process.leakedBytes += bytes;
    this.#options.instances.memoryBytes[instance] += bytes;
  }

  /**
   * Looks at the memory when it reaches the limit if nothing changes. What lowers it leaves the look where it is, too early: a
   * plan for every request would fill the calendar.
   */
  #plan(instance: number): void {
    const process = this.#processes[instance];
    if (process === undefined) return;
    this.touch(instance);
    const { calendar, clock } = this.#options;
    const room = this.#roomOf(instance);
    const atSeconds = clock.nowSeconds + (room <= process.rate * toleranceSeconds ? 0 : room / process.rate);
    if (atSeconds === Number.POSITIVE_INFINITY) return;
    if (process.look !== undefined && process.look.seconds <= atSeconds + toleranceSeconds) return;
    process.look?.cancel();
    process.look = calendar.at(atSeconds, rank.fleet, () => {
      process.look = undefined;
      this.touch(instance);
      if (this.#roomOf(instance) <= 2 * process.rate * toleranceSeconds) this.#serviceOf(instance).kill(instance);
      else this.#plan(instance);
    });
  }

  /** Bytes a second. */
  #rateOf(instance: number): number {
    return (this.#serviceOf(instance).leak?.perHour ?? 0) / secondsPerHour + (this.#faultRates[instance] ?? 0);
  }

  #roomOf(instance: number): number {
    const { limitBytes = Number.POSITIVE_INFINITY, baseBytes } = this.#serviceOf(instance);
    return limitBytes - baseBytes - this.#options.instances.memoryBytes[instance];
  }

  /** The process is gone, with its memory. */
  #forget(instance: number): void {
    const process = this.#processes[instance];
    if (process === undefined) return;
    process.look?.cancel();
    this.#options.instances.memoryBytes[instance] -= process.leakedBytes;
    this.#processes[instance] = undefined;
  }

  #serviceOf(instance: number): LeakingService {
    return this.#options.services[this.#options.instances.service[instance]];
  }
}
