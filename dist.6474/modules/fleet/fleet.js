import { rank } from '../kernel/rank.js';
import { phase } from './instanceTable.js';
import { peek } from './peek.js';
import { remove } from './remove.js';
import { RollingUpdate } from './rollingUpdate.js';
import { addWork, noWork } from './workTotals.js';
import { Zones } from './zones.js';
/** A failed launch is tried again after this (an assumption: docs/validation.md, "What is not modelled"). */
const LAUNCH_RETRY_SECONDS = 30;
/**
 * One service's instances: pending -> starting -> ready -> draining -> stopped.
 *
 * The only writer of `table.phase`. `desired` is the count that was accepted last; the provider hears of it `latencySeconds`
 * later, and from then on the fleet keeps that many starting or ready, replacing what it loses.
 */
export class Fleet {
    #options;
    #table;
    #listener;
    /** In launch order. */
    #starting = [];
    /** In launch order. */
    #ready = [];
    #draining = [];
    /** [instanceRow] the scheduled event that makes it ready or ends its drain. */
    #scheduled = [];
    #retired = noWork();
    /** The instance that is cut off at this moment, and why. */
    #cut;
    #launchCount = 0;
    /** What the provider has heard of. */
    #target = 0;
    /** Launches that failed and wait for their next try. */
    #failed = [];
    #zones;
    #update;
    /** Launches that an update has told to go. */
    #replaced = new Set();
    desired = 0;
    /** Share of the startups that fail at their end. */
    startupFailureRatio = 0;
    constructor(options) {
        this.#options = options;
        this.#table = options.table;
        this.#zones = new Zones(options.zoneCount);
    }
    get startingCount() {
        return this.#starting.length;
    }
    get readyCount() {
        return this.#ready.length;
    }
    get drainingCount() {
        return this.#draining.length;
    }
    get failedCount() {
        return this.#failed.length;
    }
    /** Accepted, not launched yet. */
    get pendingCount() {
        return Math.max(0, this.desired - this.#starting.length - this.#ready.length - this.#failed.length);
    }
    /** Instances the provider has given: starting, ready or draining. */
    get aliveCount() {
        return this.#starting.length + this.#ready.length + this.#draining.length;
    }
    get launchCount() {
        return this.#launchCount;
    }
    /** Ready instances in launch order. */
    get ready() {
        return this.#ready;
    }
    /** Ready and draining instances: those that work. */
    serving() {
        return this.#ready.concat(this.#draining);
    }
    /** All instances the provider has given, in launch order within their phase. */
    alive() {
        return this.#starting.concat(this.#ready, this.#draining);
    }
    /** Starts the run: the initial instances are ready, warm and billed from now. */
    begin(listener) {
        this.#listener = listener;
        const { initialCount } = this.#options;
        this.desired = initialCount;
        this.#target = initialCount;
        // A startup of -1 marks the warm ones: no slow start, never a wasted start.
        for (let index = 0; index < initialCount; index++)
            this.#enterReady(this.#allocate(-1));
    }
    /** A decision was accepted; the provider acts on it one API latency later, on the instance of this launch first. */
    accept(desired, leavingLaunch) {
        const { calendar, provider } = this.#options;
        this.desired = desired;
        calendar.at(this.#now() + provider.latencySeconds, rank.fleet, () => {
            this.#target = desired;
            if (leavingLaunch !== undefined)
                this.#removeLaunch(leavingLaunch);
            this.#conform();
        });
    }
    /** Starts one instance for a request now. @returns its row, or -1 when the provider gives none */
    launchOnDemand() {
        const { provider } = this.#options;
        return provider.canLaunch() && this.#zones.emptiest() >= 0 ? this.#launchNow() : -1;
    }
    /** Stops an idle instance, or cancels one that is starting, newest first when `instance` is left out. */
    stopOnDemand(instance = this.#starting[this.#starting.length - 1]) {
        if (this.#table.phase[instance] === phase.ready)
            this.#drain(instance);
        else
            this.#retire(instance, 'not-needed');
        this.desired = this.#starting.length + this.#ready.length;
    }
    /** The instance has nothing inside and nothing queued; a draining one may go. */
    emptied(instance) {
        if (this.#table.phase[instance] !== phase.draining)
            return;
        this.#retire(instance, this.#cut?.instance === instance ? this.#cut.reason : this.#calmReason(instance));
    }
    /** A fault takes the instance; the provider is asked for another at once. */
    lose(instance, reason) {
        const { calendar, provider } = this.#options;
        if (this.#table.phase[instance] === phase.starting) {
            this.#listener?.abortAll(instance);
            this.#retire(instance, reason);
        }
        else {
            if (this.#table.phase[instance] === phase.ready)
                this.#stopTaking(instance);
            this.#cutOff(instance, reason);
        }
        calendar.at(this.#now() + provider.latencySeconds, rank.fleet, () => this.#conform());
    }
    /** Whether a rolling update is under way. */
    get isUpdating() {
        return this.#update !== undefined;
    }
    /** Replaces every instance by one of a new version; `over` is called when all are. One at a time. */
    update(settings, over) {
        this.#update = new RollingUpdate(settings, {
            ...this.#options,
            starting: this.#starting,
            ready: this.#ready,
            firstNewLaunch: this.#launchCount,
            targetCount: () => this.#target,
            failedCount: () => this.#failed.length,
            launch: () => this.#launch(),
            giveUpFailed: () => this.#failed.pop()?.cancel(),
            remove: (instance, isReplaced) => {
                if (isReplaced)
                    this.#replaced.add(this.#table.launchNumber[instance]);
                this.#removeInstance(instance);
            },
            over: () => {
                this.#update = undefined;
                over();
            },
        });
        this.#update.advance();
    }
    /** A zone is gone: it loses its instances and takes no launches until it is opened as often as it was closed. */
    closeZone(zone) {
        this.#zones.close(zone);
        for (const instance of this.alive())
            if (this.#table.zone[instance] === zone)
                this.lose(instance, 'zone-outage');
    }
    /** The outage of a zone is over; nothing comes back by itself. */
    openZone(zone) {
        this.#zones.open(zone);
    }
    /** Zones that take no launches. */
    get closedZoneCount() {
        return this.#zones.closedCount;
    }
    /** What `workTotals` would say now; changes nothing, so a run that is looked at gives the same bytes. */
    peekWorkTotals() {
        const totals = { ...this.#retired };
        const now = this.#now();
        for (const instance of this.alive()) {
            peek(this.#options.serving, this.#table, instance, () => addWork(totals, this.#table, instance, now));
        }
        return totals;
    }
    /** Work done so far by all instances, the living brought up to now. */
    workTotals() {
        const totals = { ...this.#retired };
        for (const instance of this.alive()) {
            this.#options.serving.touch(instance);
            addWork(totals, this.#table, instance, this.#now());
        }
        return totals;
    }
    /** Ends the run: tells the log of every instance that still lives. */
    close() {
        for (const instance of this.alive())
            this.#tellLife(instance, 'run-end');
        // Their work is in the totals of the retired now; the lists must not count it again.
        for (const list of [this.#starting, this.#ready, this.#draining])
            list.length = 0;
        this.#options.log.close();
    }
    #conform() {
        if (this.#options.isOnDemand) {
            this.desired = this.#starting.length + this.#ready.length;
            return;
        }
        if (this.#update !== undefined) {
            this.#update.advance();
            return;
        }
        let surplus = this.#starting.length + this.#ready.length + this.#failed.length - this.#target;
        for (; surplus > 0; surplus--)
            this.#removeOne();
        for (; surplus < 0; surplus++)
            this.#launch();
    }
    #launch() {
        if (!this.#options.provider.canLaunch() || this.#zones.emptiest() < 0)
            this.#retryLater();
        else
            this.#launchNow();
    }
    #launchNow() {
        const { calendar } = this.#options;
        const startupSeconds = this.#options.startupSecondsOf(this.#launchCount);
        const instance = this.#allocate(startupSeconds);
        this.#starting.push(instance);
        this.#zones.startingCounts[this.#table.zone[instance]]++;
        this.#burnAtStart(instance);
        this.#scheduled[instance] = calendar.at(this.#now() + startupSeconds, rank.fleet, () => {
            if (this.#options.startupFails(this.#table.launchNumber[instance], this.startupFailureRatio)) {
                this.#listener?.abortAll(instance);
                this.#retire(instance, 'startup-failure');
                this.#retryLater();
                return;
            }
            this.#leaveStarting(instance);
            this.#enterReady(instance);
        });
        if (this.#options.isOnDemand)
            this.desired = this.#starting.length + this.#ready.length;
        return instance;
    }
    #burnAtStart(instance) {
        const { serving, calendar, service } = this.#options;
        const burst = serving.burstOf(service);
        if (burst === undefined)
            return;
        const serial = this.#table.serial[instance];
        serving.burn(instance, burst.vcpus);
        calendar.at(this.#now() + burst.seconds, rank.fleet, () => {
            const isSame = this.#table.serial[instance] === serial && this.#table.phase[instance] !== phase.free;
            if (isSame)
                serving.burn(instance, 0);
        });
    }
    /** A launch failed; it is tried again unless the fleet wants fewer by then. */
    #retryLater() {
        const retry = this.#options.calendar.at(this.#now() + LAUNCH_RETRY_SECONDS, rank.fleet, () => {
            this.#failed = this.#failed.filter((scheduled) => scheduled !== retry);
            this.#conform();
        });
        this.#failed.push(retry);
    }
    #allocate(startupSeconds) {
        const table = this.#table;
        const zone = this.#zones.emptiest();
        const instance = table.allocate(this.#options.service, this.#now());
        table.startupSeconds[instance] = startupSeconds;
        table.launchNumber[instance] = this.#launchCount++;
        table.zone[instance] = zone;
        this.#options.log.launched(table.launchNumber[instance], { zone, startupSeconds, nowSeconds: this.#now() });
        return instance;
    }
    #enterReady(instance) {
        const table = this.#table;
        this.#options.serving.touch(instance);
        table.phase[instance] = phase.ready;
        table.readySeconds[instance] = this.#now();
        table.touchedSeconds[instance] = this.#now();
        this.#scheduled[instance] = undefined;
        // Startups differ in length, so launch order is restored by number.
        let position = this.#ready.length;
        while (position > 0 && table.launchNumber[this.#ready[position - 1]] > table.launchNumber[instance])
            position--;
        this.#ready.splice(position, 0, instance);
        this.#zones.readyCounts[table.zone[instance]]++;
        this.#options.log.readyChanged(this.#ready.length, this.#now(), table.launchNumber[instance]);
        this.#listener?.becameReady(instance);
        this.#update?.becameReady();
    }
    /** What failed to launch goes first, then starting, newest first, then the fullest zone's ready instance launched last. */
    #removeOne() {
        const failed = this.#failed.pop();
        if (failed !== undefined) {
            failed.cancel();
            return;
        }
        const victim = this.#starting.at(-1) ?? this.#zones.lastOfFullest(this.#ready, this.#table);
        if (victim !== undefined)
            this.#removeInstance(victim);
    }
    /** Nothing happens where it is gone, leaving or not launched yet. */
    #removeLaunch(launchNumber) {
        const instance = this.#starting.concat(this.#ready).find((one) => this.#table.launchNumber[one] === launchNumber);
        if (instance !== undefined)
            this.#removeInstance(instance);
    }
    #removeInstance(instance) {
        if (this.#table.phase[instance] === phase.starting)
            this.#retire(instance, this.#calmReason(instance));
        else
            this.#drain(instance);
    }
    #drain(instance) {
        const { calendar, drainSeconds } = this.#options;
        const table = this.#table;
        table.drainSeconds[instance] = this.#now();
        this.#stopTaking(instance);
        if (table.inside[instance] + table.queued[instance] === 0) {
            this.#retire(instance, this.#calmReason(instance));
            return;
        }
        const cutOff = () => this.#cutOff(instance, 'drain-end');
        this.#scheduled[instance] = calendar.at(this.#now() + drainSeconds, rank.timeout, cutOff);
    }
    #cutOff(instance, reason) {
        this.#cut = { instance, reason };
        this.#listener?.abortAll(instance);
        this.#cut = undefined;
    }
    #calmReason(instance) {
        if (this.#replaced.delete(this.#table.launchNumber[instance]))
            return 'rolling-update';
        return this.#options.isOnDemand ? 'idle' : 'scale-in';
    }
    #stopTaking(instance) {
        remove(this.#ready, instance);
        this.#zones.readyCounts[this.#table.zone[instance]]--;
        this.#draining.push(instance);
        this.#table.phase[instance] = phase.draining;
        this.#options.log.readyChanged(this.#ready.length, this.#now(), this.#table.launchNumber[instance]);
        this.#listener?.stoppedTaking(instance);
    }
    #leaveStarting(instance) {
        if (remove(this.#starting, instance))
            this.#zones.startingCounts[this.#table.zone[instance]]--;
    }
    #retire(instance, reason) {
        this.#tellLife(instance, reason);
        this.#scheduled[instance]?.cancel();
        this.#scheduled[instance] = undefined;
        this.#leaveStarting(instance);
        remove(this.#draining, instance);
        this.#options.serving.clear(instance);
        this.#table.release(instance);
    }
    #tellLife(instance, stopReason) {
        const table = this.#table;
        this.#options.serving.touch(instance);
        addWork(this.#retired, table, instance, this.#now());
        const life = {
            launchedSeconds: table.launchedSeconds[instance],
            readySeconds: table.readySeconds[instance],
            drainSeconds: table.drainSeconds[instance],
            stoppedSeconds: this.#now(),
            servingSeconds: table.servingSeconds[instance],
            startupSeconds: table.startupSeconds[instance],
            launchNumber: table.launchNumber[instance],
            zone: table.zone[instance],
            stopReason,
        };
        this.#options.log.lived(life);
        this.#options.stopped?.(life);
    }
    #now() {
        return this.#options.nowSeconds();
    }
}
