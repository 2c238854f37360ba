import * as rank from '../kernel/rank.js';
import type { StopReason } from '../record/runEvents.js';
import { Departures } from './departures.js';
import type { FleetListener, FleetOptions } from './fleetOptions.js';
import { door, type InstanceTable } from './instanceTable.js';
import { Launches } from './launches.js';
import { Members } from './members.js';
import { Moves } from './moves.js';
import { peek } from './peek.js';
import * as phase from './phase.js';
import type { ProcessProbes } from './processProbes.js';
import { type Kill, Restarts } from './restarts.js';
import { RollingUpdate, type UpdateSettings } from './rollingUpdate.js';
import { addWork, type WorkTotals } from './workTotals.js';

/**
 * One service's instances: pending -> starting -> ready -> draining -> stopped.
 *
 * `desired` is the count that was accepted last; the provider hears of it `latencySeconds` later, and from then on the
 * fleet keeps that many starting or ready, replacing what it loses. How instances come is in `Launches`, how they go in
 * `Departures`, which there are in `Members`; how many is decided here.
 */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #table: InstanceTable;
  readonly #members: Members;
  readonly #launches: Launches;
  readonly #departures: Departures;
  readonly #restarts: Restarts;
  /** Off nodes that drain. */
  readonly #moves: Moves;
  /** What the provider has heard of. */
  #target = 0;
  #update: RollingUpdate | undefined;
  desired = 0;
  /** Share of the startups that fail at their end. */
  startupFailureRatio = 0;

  constructor(options: FleetOptions) {
    this.#options = options;
    this.#table = options.table;
    this.#moves = new Moves(options.table);
    this.#members = new Members(options);
    this.#departures = new Departures(options, this.#members);
    this.#launches = new Launches(options, this.#members, {
      failureRatio: () => this.startupFailureRatio,
      failed: (instance) => this.#departures.lose(instance, 'startup-failure'),
      started: (instance) => this.#started(instance),
      again: () => this.#conform(),
    });
    const parts = { members: this.#members, launches: this.#launches, departures: this.#departures };
    this.#restarts = new Restarts(options, parts);
    if (options.nodes !== undefined) {
      options.nodes.tenant = {
        mayLaunch: () => this.#launches.isPossible,
        launchWaiting: (askedSeconds) => this.#launches.launchWaiting(askedSeconds),
        lose: (instance, reason) => this.lose(instance, reason),
        reclaim: (instance, noticeSeconds) => this.#reclaimOne(instance, noticeSeconds),
        maySwap: (instance) => this.#maySwap(instance),
        replace: (instance) => {
          this.#moves.add(instance);
          this.#conform();
        },
      };
    }
  }

  get startingCount(): number {
    return this.#members.starting.length;
  }
  get readyCount(): number {
    return this.#members.ready.length;
  }
  get drainingCount(): number {
    return this.#members.draining.length;
  }
  get failedCount(): number {
    return this.#launches.failedCount;
  }
  /** Accepted, not launched yet. */
  get pendingCount(): number {
    return Math.max(0, this.desired - this.#stayingCount() - this.failedCount);
  }
  /** Instances the provider has given: starting, ready or draining. */
  get aliveCount(): number {
    return this.#workingCount() + this.drainingCount;
  }
  get launchCount(): number {
    return this.#launches.count;
  }
  /** Ready instances in launch order. */
  get ready(): readonly number[] {
    return this.#members.ready;
  }
  /** Those that work: ready and draining instances, and where processes are probed those whose answers are not good enough. */
  serving(): number[] {
    const { ready, draining, starting, probes } = this.#members;
    if (probes === undefined) return ready.concat(draining);
    return ready.concat(
      starting.filter((one) => this.#departures.works(one)),
      draining,
    );
  }
  /** All instances the provider has given, in launch order within their phase. */
  alive(): number[] {
    return this.#members.alive();
  }

  /** Starts the run: the initial instances are ready, warm and billed from now. */
  begin(listener: FleetListener): void {
    this.#members.listener = listener;
    const { initialCount } = this.#options;
    this.desired = initialCount;
    this.#target = initialCount;
    for (let index = 0; index < initialCount; index++) this.#launches.launchWarm();
  }

  /** A decision was accepted; the provider acts on it one API latency later, on the instance of this launch first. */
  accept(desired: number, leavingLaunch?: number): void {
    this.desired = desired;
    this.#afterLatency(() => {
      this.#target = desired;
      if (leavingLaunch !== undefined) this.#removeLaunch(leavingLaunch);
      this.#conform();
    });
  }

  /** Starts one instance for a request now. @returns its row, or -1 when the provider gives none */
  launchOnDemand(): number {
    if (!this.#launches.isPossible) return -1;
    const instance = this.#launches.launchNow();
    this.#followRequests();
    return instance;
  }

  /** Stops an idle instance, or cancels one that is starting, newest first when `instance` is left out. */
  stopOnDemand(instance = this.#members.starting[this.startingCount - 1]): void {
    if (this.#table.phase[instance] === phase.ready) this.#departures.drain(instance);
    else this.#departures.retire(instance, 'not-needed');
    this.desired = this.#workingCount();
  }

  /** The instance has nothing inside and nothing queued; a draining one may go. */
  emptied(instance: number): void {
    this.#departures.emptied(instance);
  }

  /** A fault takes the instance; the provider is asked for another at once. */
  lose(instance: number, reason: StopReason): void {
    this.#departures.lose(instance, reason);
    this.#afterLatency(() => this.#conform());
  }

  /** The provider takes a ready instance back after a notice, with its node, and is asked for another at once. */
  reclaim(instance: number, noticeSeconds: number): void {
    const { nodes } = this.#options;
    if (nodes === undefined) this.#reclaimOne(instance, noticeSeconds);
    else nodes.pool.reclaimNodeOf(instance, noticeSeconds);
  }

  #reclaimOne(instance: number, noticeSeconds: number): void {
    if (this.#table.phase[instance] === phase.draining) return;
    if (this.#departures.works(instance)) this.#departures.reclaim(instance, noticeSeconds);
    else this.#departures.retire(instance, 'spot-reclaim');
    this.#afterLatency(() => this.#conform());
  }

  /** The process of a living instance is killed and starts again in place, after Kubernetes' back-off and its startup. */
  restart(instance: number, kill: Kill): void {
    this.#restarts.restart(instance, kill);
  }

  /** Whose processes are probed from now on, before the run begins. */
  probedBy(probes: ProcessProbes): void {
    this.#members.probes = probes;
  }

  /** Who is told of each process that was killed and is to start again, before the run begins. */
  tellRestarts(restarted: (instance: number) => void): void {
    this.#members.restarted = restarted;
  }

  #started(instance: number): void {
    const { probes } = this.#members;
    if (probes === undefined) this.becomeReady(instance);
    else if (this.#table.startupSeconds[instance] < 0) {
      this.becomeReady(instance);
      probes.begin(instance, true);
    } else {
      this.#table.door[instance] = door.open;
      probes.answers(instance);
    }
  }

  /** A starting instance, or one that was unready, takes requests from now on. */
  becomeReady(instance: number): void {
    this.#members.leaveStarting(instance);
    this.#members.enterReady(instance);
    this.#update?.becameReady();
    this.#endMoves();
  }

  /** A ready one takes nothing new until it is ready again; what is inside goes on. */
  becomeUnready(instance: number): void {
    this.#members.leaveReady(instance, true);
    this.#options.log.becameUnready(this.readyCount, this.#options.nowSeconds(), this.#table.launchNumber[instance]);
  }

  /** That a ready one is gone, of which nobody was told, is known now. */
  lossFound(instance: number): void {
    this.#members.listener?.stoppedTaking(instance, true);
  }

  /** Whether a rolling update is under way. */
  get isUpdating(): boolean {
    return this.#update !== undefined;
  }

  /** Replaces every instance by one of a new version; `over` is called when all are. One at a time. */
  update(settings: UpdateSettings, over: () => void): void {
    // All are replaced now; nodes that drain ask again when it is over.
    this.#moves.clear();
    this.#update = new RollingUpdate(settings, {
      ...this.#options,
      starting: this.#members.starting,
      ready: this.#members.ready,
      firstNewLaunch: this.launchCount,
      targetCount: () => this.#target,
      waitingCount: () => this.#launches.waitingCount,
      launch: () => this.#launch(),
      giveUpWaiting: () => this.#launches.giveUp(),
      remove: (instance, isReplaced) => {
        if (isReplaced) this.#departures.markLeaving(instance, 'rolling-update');
        this.#departures.remove(instance);
      },
      over: () => {
        this.#update = undefined;
        over();
      },
    });
    this.#update.advance();
  }

  /** A zone is gone: it loses its instances and takes no launches until it is opened as often as it was closed. */
  closeZone(zone: number): void {
    this.#members.zones.close(zone);
    for (const instance of this.alive()) if (this.#table.zone[instance] === zone) this.lose(instance, 'zone-outage');
    this.#options.nodes?.pool.closeZone(zone);
  }

  /** The outage of a zone is over; nothing comes back by itself. */
  openZone(zone: number): void {
    this.#members.zones.open(zone);
    this.#options.nodes?.pool.openZone(zone);
  }

  /** Zones that take no launches. */
  get closedZoneCount(): number {
    return this.#members.zones.closedCount;
  }

  /** What `workTotals` would say now; changes nothing, so a run that is looked at gives the same bytes. */
  peekWorkTotals(): WorkTotals {
    const totals = { ...this.#departures.retiredWork };
    const now = this.#options.nowSeconds();
    for (const instance of this.alive()) {
      peek(this.#options.serving, this.#table, instance, () => addWork(totals, this.#table, instance, now));
    }
    return totals;
  }

  /** Work done so far by all instances, the living brought up to now. */
  workTotals(): WorkTotals {
    const totals = { ...this.#departures.retiredWork };
    for (const instance of this.alive()) {
      this.#options.serving.touch(instance);
      addWork(totals, this.#table, instance, this.#options.nowSeconds());
    }
    return totals;
  }

  /** Ends the run: tells the log of every instance that still lives. */
  close(): void {
    for (const instance of this.alive()) this.#departures.tellLife(instance, 'run-end');
    // Their work is in the totals of the retired now; the lists must not count it again.
    this.#members.clear();
    this.#options.log.close();
  }

  #conform(): void {
    if (this.#options.isOnDemand) {
      this.#followRequests();
      return;
    }
    if (this.#update !== undefined) {
      this.#update.advance();
      return;
    }
    let surplus = this.#stayingCount() + this.#launches.waitingCount - this.#target;
    for (; surplus > 0; surplus--) this.#removeOne();
    for (; surplus < 0; surplus++) this.#launch();
    this.#endMoves();
  }

  #maySwap(instance: number): boolean {
    return this.#table.phase[instance] === phase.ready && !this.isUpdating && !this.#moves.has(instance);
  }

  /** Whoever is replaced drains as soon as as many are ready without it as are desired. */
  #endMoves(): void {
    while (this.#moves.count > 0 && this.readyCount > this.#target) {
      const instance = this.#moves.take();
      if (instance === undefined) return;
      this.#departures.markLeaving(instance, 'node-drain');
      this.#departures.remove(instance);
    }
  }

  #launch(): void {
    if (this.#launches.launch() >= 0) this.#followRequests();
  }

  /** What waits to be launched goes first, then starting, newest first, then the fullest zone's ready instance launched last. */
  #removeOne(): void {
    if (this.#launches.giveUp()) return;
    const { starting, zones } = this.#members;
    const ready =
      this.#moves.count === 0 ? this.#members.ready : this.#members.ready.filter((one) => !this.#moves.has(one));
    const victim =
      starting.findLast((one) => !this.#moves.has(one)) ?? zones.lastOfFullest(ready, this.#table) ?? ready.at(-1);
    if (victim !== undefined) this.#departures.remove(victim);
  }

  /** Nothing happens where it is gone, leaving or not launched yet. */
  #removeLaunch(launchNumber: number): void {
    const { starting, ready } = this.#members;
    const instance = starting.concat(ready).find((one) => this.#table.launchNumber[one] === launchNumber);
    if (instance !== undefined) this.#departures.remove(instance);
  }

  /** Where requests start and stop instances, as many are desired as there are. */
  #followRequests(): void {
    if (this.#options.isOnDemand) this.desired = this.#workingCount();
  }

  #workingCount(): number {
    return this.#members.starting.length + this.#members.ready.length;
  }

  /** Without those that only wait for another in their place. */
  #stayingCount(): number {
    return this.#workingCount() - this.#moves.count;
  }

  #afterLatency(act: () => void): void {
    const { calendar, provider, nowSeconds } = this.#options;
    calendar.at(nowSeconds() + provider.latencySeconds, rank.fleet, act);
  }
}
