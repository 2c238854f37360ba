import type { ScheduledEvent } from '../kernel/calendar.js';
import * as rank from '../kernel/rank.js';
import type { NodePlace } from '../record/fleetLog.js';
import type { FleetOptions } from './fleetOptions.js';
import { door } from './instanceTable.js';
import type { Members } from './members.js';
import type { PlacedLaunch, ServiceNodes } from './nodes/serviceNodes.js';
import * as phase from './phase.js';

/** A failed launch is tried again after this (an assumption: docs/validation.md, "What is not modelled"). */
const LAUNCH_RETRY_SECONDS = 30;

/** What a fleet does at the steps of a launch. */
interface LaunchSteps {
  /** Share of the startups that fail at their end. */
  failureRatio(): number;
  /** The startup has failed: the instance is to go. */
  failed(instance: number): void;
  /** The startup is over. */
  started(instance: number): void;
  /** A failed launch may be tried again, where the fleet still wants it. */
  again(): void;
}

/** How instances come to one fleet: a launch, its startup, what it burns meanwhile, and the next try of one that failed. */
export class Launches {
  readonly #options: FleetOptions;
  readonly #members: Members;
  readonly #steps: LaunchSteps;
  #count = 0;
  /** Launches that failed and wait for their next try. */
  #failed: ScheduledEvent[] = [];

  constructor(options: FleetOptions, members: Members, steps: LaunchSteps) {
    this.#options = options;
    this.#members = members;
    this.#steps = steps;
  }

  /** Instances launched so far, the initial ones with them. */
  get count(): number {
    return this.#count;
  }
  get failedCount(): number {
    return this.#failed.length;
  }
  /** Launches that wait: for a node with room, or for their next try. */
  get waitingCount(): number {
    return this.#failed.length + (this.#options.nodes?.waitingCount ?? 0);
  }
  /** Whether the provider would give an instance now. */
  get isPossible(): boolean {
    return this.#options.provider.canLaunch(this.#options.service) && this.#members.zones.emptiest() >= 0;
  }

  /** An instance of the start of the run: ready, warm and billed from now. Where its nodes have no room it waits. */
  launchWarm(): void {
    const { nodes } = this.#options;
    const { zones } = this.#members;
    const node = nodes?.findAtStart(zones.byFewest());
    if (nodes !== undefined && node === undefined) nodes.wait();
    // A startup of -1 marks the warm ones: no slow start, never a wasted start.
    else
      this.#steps.started(
        this.#allocate(-1, node?.zone ?? zones.emptiest(), (launch) => node && nodes?.occupyAtStart(node, launch)),
      );
  }

  /** Asks the provider for one more, again later where it gives none. @returns its row, or -1 where it comes later */
  launch(): number {
    const { nodes } = this.#options;
    if (!this.isPossible) {
      this.#retryLater();
      return -1;
    }
    if (nodes === undefined) return this.launchNow();
    const instance = this.#launchOnNode(nodes, this.#options.nowSeconds());
    if (instance < 0) nodes.wait();
    return instance;
  }

  /** Starts one that has waited for a node since then. @returns whether there is one with room */
  launchWaiting(askedSeconds: number): boolean {
    const { nodes } = this.#options;
    return nodes !== undefined && this.isPossible && this.#launchOnNode(nodes, askedSeconds) >= 0;
  }

  /** Starts one where the provider gives one. @returns its row */
  launchNow(): number {
    const { startupSecondsOf, placeSecondsOf, calendar, nowSeconds } = this.#options;
    const number = this.#count;
    const instance = this.#allocate(startupSecondsOf(number, 0), this.#members.zones.emptiest());
    this.#members.enterStarting(instance);
    const placeSeconds = placeSecondsOf?.(number) ?? 0;
    // Nobody probes what does not run yet.
    if (placeSeconds === 0) this.startUp(instance);
    else
      this.#members.scheduled[instance] = calendar.at(nowSeconds() + placeSeconds, rank.fleet, () =>
        this.startUp(instance, placeSeconds),
      );
    return instance;
  }

  /** @returns its row, or -1 where no node has room */
  #launchOnNode(nodes: ServiceNodes, askedSeconds: number): number {
    const { calendar } = this.#options;
    const node = nodes.find(this.#members.zones.byFewest());
    if (node === undefined) return -1;
    const number = this.#count;
    let beganSeconds = 0;
    const instance = this.#allocate(this.#options.startupSecondsOf(number, 0), node.zone, (launch) => {
      const place = nodes.occupy(node, launch, askedSeconds);
      ({ beganSeconds } = place);
      return place;
    });
    this.#members.enterStarting(instance);
    if (beganSeconds <= this.#options.nowSeconds()) this.startUp(instance);
    else
      this.#members.scheduled[instance] = calendar.at(beganSeconds, rank.fleet, () => {
        nodes.began(number);
        this.startUp(instance);
      });
    return instance;
  }
  /**
   * The process of a starting instance begins, for the first time or again; it is ready once its startup is over.
   *
   * @param passedSeconds what is over of the startup
   */
  startUp(instance: number, passedSeconds = 0): void {
    const { calendar, startupFails, table, nowSeconds } = this.#options;
    const { probes } = this.#members;
    this.#burnAtStart(instance);
    if (probes !== undefined) {
      table.door[instance] = door.closed;
      probes.begin(instance, false);
    }
    const readySeconds = nowSeconds() + table.startupSeconds[instance] - passedSeconds;
    this.#members.scheduled[instance] = calendar.at(readySeconds, rank.fleet, () => {
      if (startupFails(table.launchNumber[instance], this.#steps.failureRatio())) {
        this.#steps.failed(instance);
        this.#retryLater();
        return;
      }
      this.#steps.started(instance);
    });
  }

  /** One launch less waits for a node, or to be tried again, the latest first. @returns whether there was one */
  giveUp(): boolean {
    if (this.#options.nodes?.giveUp() === true) return true;
    const failed = this.#failed.pop();
    failed?.cancel();
    return failed !== undefined;
  }

  #burnAtStart(instance: number): void {
    const { serving, calendar, service, table, nowSeconds } = this.#options;
    const burst = serving.burstOf(service);
    if (burst === undefined) return;
    const serial = table.serial[instance];
    serving.burn(instance, burst.vcpus);
    calendar.at(nowSeconds() + burst.seconds, rank.fleet, () => {
      if (table.serial[instance] === serial && table.phase[instance] !== phase.free) serving.burn(instance, 0);
    });
  }

  #retryLater(): void {
    const { calendar, nowSeconds } = this.#options;
    const retry = calendar.at(nowSeconds() + LAUNCH_RETRY_SECONDS, rank.fleet, () => {
      this.#failed = this.#failed.filter((scheduled) => scheduled !== retry);
      this.#steps.again();
    });
    this.#failed.push(retry);
  }

  /** @param placeOf puts it on its node, where it has one */
  #allocate(startupSeconds: number, zone: number, placeOf?: (launch: PlacedLaunch) => NodePlace | undefined): number {
    const { table, log, service } = this.#options;
    const nowSeconds = this.#options.nowSeconds();
    const instance = table.allocate(service, nowSeconds);
    const number = this.#count++;
    table.startupSeconds[instance] = startupSeconds;
    table.launchNumber[instance] = number;
    table.zone[instance] = zone;
    log.launched(number, { zone, startupSeconds, nowSeconds, place: placeOf?.({ instance, number }) });
    return instance;
  }
}
