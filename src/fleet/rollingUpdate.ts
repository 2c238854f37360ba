import * as rank from '../kernel/rank.js';
import type { FleetOptions } from './fleetOptions.js';

/** How far a rolling update may go, by the count that is desired at that moment. */
export interface UpdateSettings {
  /** So many instances more than desired. */
  surgeCount(desiredCount: number): number;
  /** So many ready ones less. */
  unavailableCount(desiredCount: number): number;
  /** A new instance counts as available when it has been ready for so long. */
  readonly minReadySeconds: number;
}

/** The fleet as an update sees and changes it. */
interface UpdatedFleet extends Pick<FleetOptions, 'table' | 'calendar' | 'nowSeconds'> {
  /** Both in launch order, and kept by the fleet. */
  readonly starting: readonly number[];
  readonly ready: readonly number[];
  /** Launches from this number on are of the new version. */
  readonly firstNewLaunch: number;
  targetCount(): number;
  /** Launches that wait for a node, or failed and will be tried again: of the new version. */
  waitingCount(): number;
  launch(): void;
  giveUpWaiting(): void;
  /** @param isReplaced it goes because it is old, not because there are too many */
  remove(instance: number, isReplaced: boolean): void;
  /** Every instance is new and available. */
  over(): void;
}

/**
 * A rolling update of one fleet, in the order in which Kubernetes' Deployment controller does it.
 *
 *     too many (the count fell)     starting before ready, old before new, newest first
 *     launch new ones               while all < desired + surge, and new < desired
 *     stop old ones                 those that are not available first, as long as
 *                                   all - (new and not available) > desired - unavailable;
 *                                   then available ones while more than desired - unavailable are
 *     again until nothing changes; over when no old one is left and all new ones are available
 *
 * Draining instances are in none of the counts, as terminating pods are not. Where both bounds round to 0 one may be
 * unavailable. Each step keeps: all <= desired + surge, and it drains none below desired - unavailable ready ones.
 * Deviation: what is added while it runs is of the new version; the controller spreads it over both.
 *
 * Source: kubernetes/kubernetes pkg/controller/deployment/rolling.go (reconcileNewReplicaSet, reconcileOldReplicaSets,
 * cleanupUnhealthyReplicas), util/deployment_util.go (NewRSNewReplicas, ResolveFenceposts, DeploymentComplete).
 */
export class RollingUpdate {
  readonly #settings: UpdateSettings;
  readonly #fleet: UpdatedFleet;
  #isOver = false;

  constructor(settings: UpdateSettings, fleet: UpdatedFleet) {
    this.#settings = settings;
    this.#fleet = fleet;
  }

  /** One more instance takes requests. */
  becameReady(): void {
    const { calendar, nowSeconds } = this.#fleet;
    calendar.at(nowSeconds() + this.#settings.minReadySeconds, rank.fleet, () => this.advance());
  }

  /** Does all that the bounds allow now. */
  advance(): void {
    if (this.#isOver) return;
    this.#dropSurplus();
    while (this.#launchNew() || this.#stopOld()) {
      // Each turn launches or stops at least one.
    }
    this.#isOver =
      this.#newAvailableCount() === this.#fleet.targetCount() && this.#totalCount() === this.#fleet.targetCount();
    if (this.#isOver) this.#fleet.over();
  }

  /** The desired count has fallen: the rest of the update needs fewer. */
  #dropSurplus(): void {
    const { starting, ready, targetCount, waitingCount, giveUpWaiting, remove } = this.#fleet;
    const isOld = (instance: number) => this.#isOld(instance);
    const isNew = (instance: number) => !this.#isOld(instance);
    const surplusCount = () => this.#totalCount() - targetCount() - this.#surgeCount();
    while (surplusCount() > 0 || this.#newCount() > targetCount()) {
      const hasSurplus = surplusCount() > 0;
      const old = hasSurplus ? starting.findLast(isOld) : undefined;
      if (old !== undefined) remove(old, true);
      else if (waitingCount() > 0) giveUpWaiting();
      else {
        const place = [starting.findLast(isNew), hasSurplus ? ready.findLast(isOld) : undefined, ready.findLast(isNew)];
        const instance = place.find((one) => one !== undefined);
        if (instance === undefined) return;
        remove(instance, this.#isOld(instance));
      }
    }
  }

  #launchNew(): boolean {
    const targetCount = this.#fleet.targetCount();
    const room = targetCount + this.#surgeCount() - this.#totalCount();
    const count = Math.min(room, targetCount - this.#newCount());
    for (let launched = 0; launched < count; launched++) this.#fleet.launch();
    return count > 0;
  }

  #stopOld(): boolean {
    const { starting, ready } = this.#fleet;
    const leastCount = this.#fleet.targetCount() - this.#unavailableCount();
    const newUnavailableCount = this.#newCount() - this.#newAvailableCount();
    const mostCount = this.#totalCount() - newUnavailableCount - leastCount;
    if (mostCount <= 0) return false;
    const old = ready.filter((instance) => this.#isOld(instance));
    const unavailable = old.filter((instance) => !this.#isAvailable(instance));
    const unhealthy = [...starting.filter((instance) => this.#isOld(instance)), ...unavailable];
    const available = old.filter((instance) => this.#isAvailable(instance));
    const spareCount = available.length + this.#newAvailableCount() - leastCount;
    const going = [...newest(unhealthy, mostCount), ...newest(available, spareCount)];
    for (const instance of going) this.#fleet.remove(instance, true);
    return going.length > 0;
  }

  #totalCount(): number {
    return this.#fleet.starting.length + this.#fleet.ready.length + this.#fleet.waitingCount();
  }

  #newCount(): number {
    const { starting, ready, waitingCount } = this.#fleet;
    const isNew = (instance: number) => !this.#isOld(instance);
    return starting.filter(isNew).length + ready.filter(isNew).length + waitingCount();
  }

  #newAvailableCount(): number {
    return this.#fleet.ready.filter((instance) => !this.#isOld(instance) && this.#isAvailable(instance)).length;
  }

  #isOld(instance: number): boolean {
    return this.#fleet.table.launchNumber[instance] < this.#fleet.firstNewLaunch;
  }

  /** Warm ones have been ready for long. */
  #isAvailable(instance: number): boolean {
    const { table, nowSeconds } = this.#fleet;
    const isWarm = table.startupSeconds[instance] < 0;
    return isWarm || table.readyFromSeconds[instance] + this.#settings.minReadySeconds <= nowSeconds();
  }

  #surgeCount(): number {
    return this.#settings.surgeCount(this.#fleet.targetCount());
  }

  #unavailableCount(): number {
    const targetCount = this.#fleet.targetCount();
    const count = this.#settings.unavailableCount(targetCount);
    return Math.min(targetCount, count === 0 && this.#surgeCount() === 0 ? 1 : count);
  }
}

/** The last so many, the last first. */
function newest(instances: readonly number[], count: number): number[] {
  return count <= 0 ? [] : instances.slice(-count).reverse();
}
