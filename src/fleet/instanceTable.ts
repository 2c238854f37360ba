import { grown, takeBytes } from '../kernel/columns.js';
import * as phase from './phase.js';
import * as work from './work.js';

/** What an instance takes elsewhere, measured: scheduled events, its bill, its rows in the snapshots of some scrapes. */
const bytesBesideColumns = 1200;

/** What a fault lets the health checks of an instance say: nothing of its own, or always this. */
export const checkFault = { none: 0, pass: 1, fail: 2 } as const;

/** What a new try meets: it gets in; it is refused at once, for nothing listens; or nothing answers at all, after a crash. */
export const door = { open: 0, closed: 1, silent: 2 } as const;

/**
 * The instances of all services, one column per attribute, addressed by instance row.
 *
 * Who writes: Fleet the life cycle, Serving what is inside and the work columns, Gateway the rest of the
 * requests' columns, Rotation the standing.
 * A row is used anew once its instance has stopped and nobody holds it; `launchNumber` (per service, from 0) tells them apart.
 */
export class InstanceTable {
  #count = 0;
  readonly #free: number[] = [];
  #serial = 0;

  phase = new Uint8Array(64);
  /** Unique over the run, so that a row's uses can be told apart. */
  serial = new Int32Array(64);
  /** Index of the service in the scenario. */
  service = new Int32Array(64);
  /** From 0; shown from 1. */
  zone = new Int32Array(64);
  launchNumber = new Int32Array(64);
  /** `door`; the fleet writes it, and keeps it after the instance has gone. */
  door = new Uint8Array(64);
  /** How many still speak of the instance, though it may have gone: a gateway that believes in it, a check under way. */
  readonly #holds: number[] = [];
  /** Bits of the rotation: what speaks for and against picking it. */
  standing = new Uint8Array(64);
  launchedSeconds = new Float64Array(64);
  /** When it was ready for the first time; NaN until then. */
  readySeconds = new Float64Array(64);
  /** When its process was ready for the first time, from where its slow start counts; NaN until then. */
  warmFromSeconds = new Float64Array(64);
  /** When it was ready last. */
  readyFromSeconds = new Float64Array(64);
  /** Since when it has been starting again; NaN otherwise. */
  unreadySinceSeconds = new Float64Array(64);
  /** When it began to drain; NaN until then. */
  drainSeconds = new Float64Array(64);
  /** Length of this instance's own startup, seconds. */
  startupSeconds = new Float64Array(64);

  /** Requests in a slot, from begin of cpu to end of io. */
  inside = new Int32Array(64);
  /** Checks that hold a slot; not among the requests inside. */
  checking = new Int32Array(64);
  /** Requests waiting in the instance's own queue. */
  queued = new Int32Array(64);
  /** Requests in their cpu phase. */
  running = new Int32Array(64);
  /** Memory of the requests inside. */
  memoryBytes = new Float64Array(64);

  /** `work` of each row. */
  work = new Float64Array(64 * 8);
  /** Integral of the vCPUs that burn beside requests (`baseCpu`, `startupCpu`), and the part of it before ready. */
  backgroundVcpuSeconds = new Float64Array(64);
  startupVcpuSeconds = new Float64Array(64);
  /** vCPUs that its startup burns now. */
  burstVcpus = new Float64Array(64);
  /** Share of its answers that a fault makes errors, beside the requests' own errors. */
  errorRatio = new Float64Array(64);
  /** One of `checkFault`. */
  checkFault = new Uint8Array(64);
  /** When the present pause began; NaN while not paused. */
  pausedSinceSeconds = new Float64Array(64);
  /** Length of the pauses that are over. */
  pausedSeconds = new Float64Array(64);
  /** Requests that took a slot of the instance. */
  begun = new Float64Array(64);
  /** Requests answered by the instance. */
  answered = new Float64Array(64);
  /** Request and response bytes of the answered. */
  networkBytes = new Float64Array(64);

  /** One more than the highest row ever used. */
  get rowCount(): number {
    return this.#count;
  }

  /** A clean row, with the instance in phase starting. */
  allocate(service: number, nowSeconds: number): number {
    const row = this.#free.pop() ?? this.#count++;
    if (row >= this.phase.length) this.#grow();
    this.phase[row] = phase.starting;
    this.serial[row] = ++this.#serial;
    this.service[row] = service;
    this.standing[row] = 0;
    this.door[row] = door.open;
    this.launchedSeconds[row] = nowSeconds;
    this.readySeconds[row] = Number.NaN;
    this.warmFromSeconds[row] = Number.NaN;
    this.unreadySinceSeconds[row] = Number.NaN;
    this.drainSeconds[row] = Number.NaN;
    this.work.fill(0, row << 3, (row + 1) << 3);
    this.work[(row << 3) | work.touchedSeconds] = nowSeconds;
    this.work[(row << 3) | work.slowFactor] = 1;
    this.errorRatio[row] = 0;
    this.checkFault[row] = checkFault.none;
    this.pausedSinceSeconds[row] = Number.NaN;
    this.pausedSeconds[row] = 0;
    for (const column of [this.inside, this.checking, this.queued, this.running]) column[row] = 0;
    for (const column of [this.memoryBytes, this.begun, this.answered, this.networkBytes]) column[row] = 0;
    for (const column of [this.backgroundVcpuSeconds, this.startupVcpuSeconds, this.burstVcpus]) column[row] = 0;
    return row;
  }

  /** The instance is gone; its row is free once nobody holds it. */
  release(row: number): void {
    this.phase[row] = phase.free;
    if ((this.#holds[row] ?? 0) === 0) this.#free.push(row);
  }

  /** Keeps the row for this instance until it is let go. */
  hold(row: number): void {
    this.#holds[row] = (this.#holds[row] ?? 0) + 1;
  }

  letGo(row: number): void {
    this.#holds[row]--;
    if (this.#holds[row] === 0 && this.phase[row] === phase.free) this.#free.push(row);
  }

  #grow(): void {
    takeBytes(this.phase.length * bytesBesideColumns);
    this.phase = grown(this.phase);
    this.serial = grown(this.serial);
    this.service = grown(this.service);
    this.zone = grown(this.zone);
    this.launchNumber = grown(this.launchNumber);
    this.standing = grown(this.standing);
    this.door = grown(this.door);
    this.launchedSeconds = grown(this.launchedSeconds);
    this.readySeconds = grown(this.readySeconds);
    this.warmFromSeconds = grown(this.warmFromSeconds);
    this.readyFromSeconds = grown(this.readyFromSeconds);
    this.unreadySinceSeconds = grown(this.unreadySinceSeconds);
    this.drainSeconds = grown(this.drainSeconds);
    this.startupSeconds = grown(this.startupSeconds);
    this.inside = grown(this.inside);
    this.checking = grown(this.checking);
    this.queued = grown(this.queued);
    this.running = grown(this.running);
    this.memoryBytes = grown(this.memoryBytes);
    this.work = grown(this.work);
    this.backgroundVcpuSeconds = grown(this.backgroundVcpuSeconds);
    this.startupVcpuSeconds = grown(this.startupVcpuSeconds);
    this.burstVcpus = grown(this.burstVcpus);
    this.errorRatio = grown(this.errorRatio);
    this.checkFault = grown(this.checkFault);
    this.pausedSinceSeconds = grown(this.pausedSinceSeconds);
    this.pausedSeconds = grown(this.pausedSeconds);
    this.begun = grown(this.begun);
    this.answered = grown(this.answered);
    this.networkBytes = grown(this.networkBytes);
  }
}
