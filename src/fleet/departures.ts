import * as rank from '../kernel/rank.js';
import type { StopReason } from '../record/runEvents.js';
import type { FleetOptions } from './fleetOptions.js';
import { door } from './instanceTable.js';
import type { Members } from './members.js';
import * as phase from './phase.js';
import * as work from './work.js';
import { addWork, noWork } from './workTotals.js';

/** How instances leave one fleet: drained, cut off or cancelled while they start; and what each has done. */
export class Departures {
  readonly #options: FleetOptions;
  readonly #members: Members;
  /** The instance that is cut off at this moment, and why. */
  #cut: { readonly instance: number; readonly reason: StopReason } | undefined;
  /** [launch number] why it was told to go, where it was not for the count. */
  readonly #reasons = new Map<number, StopReason>();
  /** Work of all that have gone. */
  readonly retiredWork = noWork();

  constructor(options: FleetOptions, members: Members) {
    this.#options = options;
    this.#members = members;
  }

  /** The instance goes for another reason than the count: its version is old, its node drains. */
  markLeaving(instance: number, reason: StopReason): void {
    this.#reasons.set(this.#options.table.launchNumber[instance], reason);
  }

  /** The provider takes a ready one back: it has this long to drain. */
  reclaim(instance: number, noticeSeconds: number): void {
    this.#reasons.set(this.#options.table.launchNumber[instance], 'spot-reclaim');
    this.drain(instance, noticeSeconds, 'spot-reclaim');
  }

  /** It is no longer wanted: cancelled while it starts, else drained. */
  remove(instance: number): void {
    if (this.works(instance)) this.drain(instance);
    else this.retire(instance, this.#calmReason(instance));
  }

  /** Whether it is ready, or has requests inside from when it was: an unready process goes on with them, one that starts again has none. */
  works(instance: number): boolean {
    const { phase: phases, door: doors, inside, queued } = this.#options.table;
    if (phases[instance] !== phase.starting) return true;
    // A try on its way to a process that is gone is in `queued` too; without probes nobody is unready.
    const answers = this.#members.probes !== undefined && doors[instance] === door.open;
    return answers && inside[instance] + queued[instance] > 0;
  }

  /**
   * A ready one is to take nothing new; it goes once it is empty, after its preStop, or when its time is over.
   *
   * @param graceSeconds how long it may finish what is inside
   * @param reason why it stopped when that was too short
   */
  drain(instance: number, graceSeconds = this.#options.drainSeconds, reason: StopReason = 'drain-end'): void {
    const { table, calendar } = this.#options;
    const preStopSeconds = Math.min(this.#options.preStopSeconds, graceSeconds);
    const nowSeconds = this.#options.nowSeconds();
    table.drainSeconds[instance] = nowSeconds;
    this.#members.stopTaking(instance, true, graceSeconds);
    const close = () => this.#closeDoor(instance, nowSeconds + graceSeconds, reason);
    if (preStopSeconds === 0) close();
    else this.#members.scheduled[instance] = calendar.at(nowSeconds + preStopSeconds, rank.fleet, close);
  }

  /** Who knows it still finds nobody listening; what is inside goes on until its time is over. */
  #closeDoor(instance: number, endSeconds: number, reason: StopReason): void {
    const { table, calendar } = this.#options;
    table.door[instance] = door.closed;
    if (table.inside[instance] + table.queued[instance] === 0) {
      this.retire(instance, this.#calmReason(instance));
      return;
    }
    const cutOff = () => this.#cutOff(instance, reason);
    this.#members.scheduled[instance] = calendar.at(endSeconds, rank.timeout, cutOff);
  }

  /** It has nothing inside and nothing queued; a draining one whose preStop is over may go. */
  emptied(instance: number): void {
    const { table } = this.#options;
    if (table.phase[instance] !== phase.draining || table.door[instance] === door.open) return;
    this.retire(instance, this.#cut?.instance === instance ? this.#cut.reason : this.#calmReason(instance));
  }

  /** It is lost, with all that is inside. */
  lose(instance: number, reason: StopReason): void {
    const { table } = this.#options;
    table.door[instance] = door.silent;
    if (table.phase[instance] === phase.starting) {
      this.#members.probes?.end(instance);
      this.#members.listener?.abortAll(instance);
      this.retire(instance, reason);
    } else {
      if (table.phase[instance] === phase.ready) this.#members.stopTaking(instance, false);
      this.#cutOff(instance, reason);
    }
  }

  /** What is left of a drain is over now. */
  endDrain(instance: number): void {
    this.#options.table.door[instance] = door.closed;
    this.#cutOff(instance, 'drain-end');
  }

  /** It is gone now. */
  retire(instance: number, reason: StopReason): void {
    this.tellLife(instance, reason);
    this.#members.leave(instance);
  }

  /** Its work is in the totals of the retired from now on, its life in the log. */
  tellLife(instance: number, stopReason: StopReason): void {
    const { table, serving, log, stopped, nodes } = this.#options;
    const nowSeconds = this.#options.nowSeconds();
    serving.touch(instance);
    addWork(this.retiredWork, table, instance, nowSeconds);
    this.#members.endUnready(instance);
    const life = {
      launchedSeconds: table.launchedSeconds[instance],
      readySeconds: table.readySeconds[instance],
      drainSeconds: table.drainSeconds[instance],
      stoppedSeconds: nowSeconds,
      servingSeconds: table.work[(instance << 3) | work.servingSeconds],
      startupSeconds: table.startupSeconds[instance],
      launchNumber: table.launchNumber[instance],
      zone: table.zone[instance],
      stopReason,
      ...(nodes === undefined ? {} : { place: nodes.placeOf(table.launchNumber[instance]) }),
    };
    log.lived(life);
    stopped?.(life);
  }

  #cutOff(instance: number, reason: StopReason): void {
    this.#cut = { instance, reason };
    this.#members.listener?.abortAll(instance);
    this.#cut = undefined;
  }

  #calmReason(instance: number): StopReason {
    const launchNumber = this.#options.table.launchNumber[instance];
    const reason = this.#reasons.get(launchNumber);
    this.#reasons.delete(launchNumber);
    if (reason !== undefined) return reason;
    return this.#options.isOnDemand ? 'idle' : 'scale-in';
  }
}
