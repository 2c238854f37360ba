import { rank } from '../kernel/rank.js';
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
    #settings;
    #fleet;
    #isOver = false;
    constructor(settings, fleet) {
        this.#settings = settings;
        this.#fleet = fleet;
    }
    /** One more instance takes requests. */
    becameReady() {
        const { calendar, nowSeconds } = this.#fleet;
        calendar.at(nowSeconds() + this.#settings.minReadySeconds, rank.fleet, () => this.advance());
    }
    /** Does all that the bounds allow now. */
    advance() {
        if (this.#isOver)
            return;
        this.#dropSurplus();
        while (this.#launchNew() || this.#stopOld()) {
            // Each turn launches or stops at least one.
        }
        this.#isOver =
            this.#newAvailableCount() === this.#fleet.targetCount() && this.#totalCount() === this.#fleet.targetCount();
        if (this.#isOver)
            this.#fleet.over();
    }
    /** The desired count has fallen: the rest of the update needs fewer. */
    #dropSurplus() {
        const { starting, ready, targetCount, failedCount, giveUpFailed, remove } = this.#fleet;
        const isOld = (instance) => this.#isOld(instance);
        const isNew = (instance) => !this.#isOld(instance);
        const surplusCount = () => this.#totalCount() - targetCount() - this.#surgeCount();
        while (surplusCount() > 0 || this.#newCount() > targetCount()) {
            const hasSurplus = surplusCount() > 0;
            const old = hasSurplus ? starting.findLast(isOld) : undefined;
            if (old !== undefined)
                remove(old, true);
            else if (failedCount() > 0)
                giveUpFailed();
            else {
                const place = [starting.findLast(isNew), hasSurplus ? ready.findLast(isOld) : undefined, ready.findLast(isNew)];
                const instance = place.find((one) => one !== undefined);
                if (instance === undefined)
                    return;
                remove(instance, this.#isOld(instance));
            }
        }
    }
    #launchNew() {
        const targetCount = this.#fleet.targetCount();
        const room = targetCount + this.#surgeCount() - this.#totalCount();
        const count = Math.min(room, targetCount - this.#newCount());
        for (let launched = 0; launched < count; launched++)
            this.#fleet.launch();
        return count > 0;
    }
    #stopOld() {
        const { starting, ready } = this.#fleet;
        const leastCount = this.#fleet.targetCount() - this.#unavailableCount();
        const newUnavailableCount = this.#newCount() - this.#newAvailableCount();
        const mostCount = this.#totalCount() - newUnavailableCount - leastCount;
        if (mostCount <= 0)
            return false;
        const old = ready.filter((instance) => this.#isOld(instance));
        const unavailable = old.filter((instance) => !this.#isAvailable(instance));
        const unhealthy = [...starting.filter((instance) => this.#isOld(instance)), ...unavailable];
        const available = old.filter((instance) => this.#isAvailable(instance));
        const spareCount = available.length + this.#newAvailableCount() - leastCount;
        const going = [...newest(unhealthy, mostCount), ...newest(available, spareCount)];
        for (const instance of going)
            this.#fleet.remove(instance, true);
        return going.length > 0;
    }
    #totalCount() {
        return this.#fleet.starting.length + this.#fleet.ready.length + this.#fleet.failedCount();
    }
    #newCount() {
        const { starting, ready, failedCount } = this.#fleet;
        const isNew = (instance) => !this.#isOld(instance);
        return starting.filter(isNew).length + ready.filter(isNew).length + failedCount();
    }
    #newAvailableCount() {
        return this.#fleet.ready.filter((instance) => !this.#isOld(instance) && this.#isAvailable(instance)).length;
    }
    #isOld(instance) {
        return this.#fleet.table.launchNumber[instance] < this.#fleet.firstNewLaunch;
    }
    /** Warm ones have been ready for long. */
    #isAvailable(instance) {
        const { table, nowSeconds } = this.#fleet;
        const isWarm = table.startupSeconds[instance] < 0;
        return isWarm || table.readySeconds[instance] + this.#settings.minReadySeconds <= nowSeconds();
    }
    #surgeCount() {
        return this.#settings.surgeCount(this.#fleet.targetCount());
    }
    #unavailableCount() {
        const targetCount = this.#fleet.targetCount();
        const count = this.#settings.unavailableCount(targetCount);
        return Math.min(targetCount, count === 0 && this.#surgeCount() === 0 ? 1 : count);
    }
}
/** The last so many, the last first. */
function newest(instances, count) {
    return count <= 0 ? [] : instances.slice(-count).reverse();
}
