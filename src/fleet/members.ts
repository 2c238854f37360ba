import type { ScheduledEvent } from '../kernel/calendar.js';
import type { FleetListener, FleetOptions } from './fleetOptions.js';
import { door } from './instanceTable.js';
import * as phase from './phase.js';
import type { ProcessProbes } from './processProbes.js';
import { remove } from './remove.js';
import * as work from './work.js';
import { Zones } from './zones.js';

/** The instances of one fleet by their phase, and who is told when it changes. The only writer of `table.phase`. */
export class Members {
  readonly #options: FleetOptions;
  /** In launch order. */
  readonly starting: number[] = [];
  /** In launch order. */
  readonly ready: number[] = [];
  readonly draining: number[] = [];
  /** [instanceRow] the scheduled event that makes it ready or ends its drain. */
  readonly scheduled: (ScheduledEvent | undefined)[] = [];
  readonly zones: Zones;
  listener: FleetListener | undefined;
  /** Where somebody probes the processes. */
  probes: ProcessProbes | undefined;
  /** Where faults strike: told of a process that was killed and is to start again. */
  restarted: ((instance: number) => void) | undefined;

  constructor(options: FleetOptions) {
    this.#options = options;
    this.zones = new Zones(options.zoneCount);
  }

  /** All instances the provider has given, in launch order within their phase. */
  alive(): number[] {
    return this.starting.concat(this.ready, this.draining);
  }

  /** An instance was launched and starts. */
  enterStarting(instance: number): void {
    this.starting.push(instance);
    this.zones.startingCounts[this.#options.table.zone[instance]]++;
  }

  leaveStarting(instance: number): void {
    if (remove(this.starting, instance)) this.zones.startingCounts[this.#options.table.zone[instance]]--;
  }

  /** From now on it takes requests. */
  enterReady(instance: number): void {
    const { table, serving, log } = this.#options;
    const nowSeconds = this.#options.nowSeconds();
    serving.touch(instance);
    table.phase[instance] = phase.ready;
    if (Number.isNaN(table.readySeconds[instance])) table.readySeconds[instance] = nowSeconds;
    else this.endUnready(instance);
    if (Number.isNaN(table.warmFromSeconds[instance])) table.warmFromSeconds[instance] = nowSeconds;
    table.readyFromSeconds[instance] = nowSeconds;
    table.door[instance] = door.open;
    table.work[(instance << 3) | work.touchedSeconds] = nowSeconds;
    this.scheduled[instance] = undefined;
    // Startups differ in length, so launch order is restored by number.
    let position = this.ready.length;
    while (position > 0 && table.launchNumber[this.ready[position - 1]] > table.launchNumber[instance]) position--;
    this.ready.splice(position, 0, instance);
    this.zones.readyCounts[table.zone[instance]]++;
    log.readyChanged(this.ready.length, nowSeconds, table.launchNumber[instance]);
    this.listener?.becameReady(instance);
  }

  /** A ready one is ready no more, and starts again. */
  leaveReady(instance: number, isNoticed: boolean): void {
    const { table, serving } = this.#options;
    serving.touch(instance);
    remove(this.ready, instance);
    this.zones.readyCounts[table.zone[instance]]--;
    this.enterStarting(instance);
    table.phase[instance] = phase.starting;
    table.unreadySinceSeconds[instance] = this.#options.nowSeconds();
    this.listener?.stoppedTaking(instance, isNoticed);
  }

  /** The time in which one was not ready again is over, if it was not. */
  endUnready(instance: number): void {
    const { unreadySinceSeconds } = this.#options.table;
    const since = unreadySinceSeconds[instance];
    if (Number.isNaN(since)) return;
    this.#options.log.wasUnready(since, this.#options.nowSeconds());
    unreadySinceSeconds[instance] = Number.NaN;
  }

  /** One that works, ready or not, is to take nothing new from now on. @param graceSeconds how long it may finish what is inside */
  stopTaking(instance: number, isNoticed: boolean, graceSeconds = this.#options.drainSeconds): void {
    const { table, log } = this.#options;
    if (isNoticed) this.probes?.end(instance);
    else this.probes?.lose(instance);
    if (remove(this.ready, instance)) this.zones.readyCounts[table.zone[instance]]--;
    else {
      this.leaveStarting(instance);
      this.endUnready(instance);
    }
    this.draining.push(instance);
    table.phase[instance] = phase.draining;
    log.readyChanged(this.ready.length, this.#options.nowSeconds(), table.launchNumber[instance], graceSeconds);
    this.listener?.stoppedTaking(instance, isNoticed);
  }

  /** A starting or draining one is gone; its row is free. */
  leave(instance: number): void {
    this.probes?.end(instance);
    this.listener?.stopped?.(instance);
    this.scheduled[instance]?.cancel();
    this.scheduled[instance] = undefined;
    this.leaveStarting(instance);
    remove(this.draining, instance);
    const { serving, table, nodes } = this.#options;
    nodes?.release(instance, table.launchNumber[instance]);
    serving.clear(instance);
    table.release(instance);
  }

  /** The run is over: nobody is counted any more. */
  clear(): void {
    for (const list of [this.starting, this.ready, this.draining]) list.length = 0;
  }
}
