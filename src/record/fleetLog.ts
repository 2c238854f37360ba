import { takeBytes } from '../kernel/columns.js';
import { StepCurve } from '../stats/stepCurve.js';
import { type RestartCount, RestartCounts } from './restartCounts.js';
import type { StopReason } from './runEvents.js';

/** What stays of a life: its bill, its dates, two steps of the curve. */
const bytesOfLife = 64;
/** Stops that a policy wanted, or idle time did. */
const scaledIn: readonly StopReason[] = ['scale-in', 'drain-end', 'idle', 'not-needed'];

/** How an instance came to its place on a node. */
export interface NodePlace {
  readonly pool: string;
  /** Number of the node in its pool, from 0. */
  readonly node: number;
  /** When the fleet asked for it, and when its process began: after the wait for room and for the image. */
  readonly askedSeconds: number;
  readonly beganSeconds: number;
}

/** The life of one instance, told when it stops or when the run ends. All times in seconds of the run. */
export interface InstanceLife {
  readonly launchedSeconds: number;
  /** NaN when it never became ready. */
  readonly readySeconds: number;
  /** NaN when it never drained. */
  readonly drainSeconds: number;
  readonly stoppedSeconds: number;
  /** Time with at least one request inside. */
  readonly servingSeconds: number;
  readonly startupSeconds: number;
  readonly launchNumber: number;
  readonly zone: number;
  readonly stopReason: StopReason;
  /** Where it was on a node. */
  readonly place?: NodePlace | undefined;
}

/** How an instance starts. */
export interface Launch {
  readonly zone: number;
  /** -1 for the warm ones of the first moment. */
  readonly startupSeconds: number;
  readonly nowSeconds: number;
  /** Where it is on a node. */
  readonly place?: NodePlace | undefined;
}

/** How an instance comes to start again in place. */
export interface Restart extends Omit<RestartCount, 'count'> {
  readonly launchNumber: number;
}

export interface BillingRule {
  readonly granularitySeconds: number;
  readonly minimumSeconds: number;
  readonly from: 'launch' | 'ready';
}

/** What a life of so many seconds is billed: rounded up to the granularity, at least the minimum. */
export function billedSecondsOf(
  lifeSeconds: number,
  { granularitySeconds, minimumSeconds }: Pick<BillingRule, 'granularitySeconds' | 'minimumSeconds'>,
): number {
  // 1e-9 keeps a life of exactly n units, blurred by rounding, from costing n + 1.
  return Math.max(Math.ceil(lifeSeconds / granularitySeconds - 1e-9) * granularitySeconds, minimumSeconds);
}

interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * What one service's fleet did, as sums over the measured span [warmup, duration).
 *
 * Every integral is a sum of clipped intervals, told once per instance or change: exact, and independent of any sampling.
 */
export class FleetLog {
  readonly #span: Span;
  readonly #billing: BillingRule;
  billedSeconds = 0;
  readySeconds = 0;
  startingSeconds = 0;
  drainingSeconds = 0;
  /** Time in which processes went on, unready by their probe; part of `startingSeconds`. */
  unreadySeconds = 0;
  servingSeconds = 0;
  wastedStarts = 0;
  /** What the bills in the span are for; wasted starts count with all of theirs and with nothing else. Sum: billedSeconds. */
  wastedBilledSeconds = 0;
  startupBilledSeconds = 0;
  readyBilledSeconds = 0;
  drainBilledSeconds = 0;
  /** After the end of a life: rounding up, and the minimum. */
  extraBilledSeconds = 0;
  readyPeak = 0;
  /** The bill of every life, seconds in the span. */
  readonly bills: number[] = [];
  /** Ready instances over the whole run. */
  readonly readyCurve = new StepCurve();
  /** [life] of the instances that became ready, in no order: when they were asked for, began to start and were ready, and which launch it was. */
  readonly launchTimes: number[] = [];
  readonly startTimes: number[] = [];
  readonly readyTimes: number[] = [];
  readonly launchNumbers: number[] = [];
  /** Instances that started again in place, in the span and in the whole run. */
  readonly restarts = new RestartCounts();
  allRestartCount = 0;
  /** Integral of the number of ready instances: what `readySeconds` must be, counted another way. */
  readyCountSeconds = 0;
  #ready = 0;
  #readyChangedSeconds = 0;
  /** [launch number] since when its process has been unready */
  readonly #unreadySince = new Map<number, number>();

  constructor(span: Span, billing: BillingRule) {
    this.#span = span;
    this.#billing = billing;
  }

  /** An instance was launched; for those who tell of it. */
  launched(_launchNumber: number, _launch: Launch): void {}

  /** The number of ready instances changed by this launch; one that drains has so long. */
  readyChanged(ready: number, nowSeconds: number, launchNumber: number, _graceSeconds?: number): void {
    this.#readyIs(ready, nowSeconds);
    this.#endUnready(launchNumber, nowSeconds);
  }

  /** An instance starts again in place; it was one of the ready, or had not come so far. */
  restarting(ready: number, nowSeconds: number, restart: Restart): void {
    this.#readyIs(ready, nowSeconds);
    this.#endUnready(restart.launchNumber, nowSeconds);
    this.allRestartCount++;
    if (nowSeconds >= this.#span.fromSeconds) this.restarts.add(restart);
  }

  /** A ready instance is ready no more, and its process goes on. */
  becameUnready(ready: number, nowSeconds: number, launchNumber: number): void {
    this.#readyIs(ready, nowSeconds);
    this.#unreadySince.set(launchNumber, nowSeconds);
  }

  #endUnready(launchNumber: number, nowSeconds: number): void {
    const since = this.#unreadySince.get(launchNumber);
    if (since === undefined) return;
    this.#unreadySince.delete(launchNumber);
    this.unreadySeconds += this.#clip(since, nowSeconds);
  }

  /** An instance that had been ready was not, from one instant to the other. */
  wasUnready(fromSeconds: number, toSeconds: number): void {
    const seconds = this.#clip(fromSeconds, toSeconds);
    this.readySeconds -= seconds;
    this.startingSeconds += seconds;
  }

  #readyIs(ready: number, nowSeconds: number): void {
    const isMeasured = nowSeconds >= this.#span.fromSeconds && nowSeconds < this.#span.toSeconds;
    // The count that holds when the span begins belongs to it, too.
    if (isMeasured) this.readyPeak = Math.max(this.readyPeak, ready, this.#ready);
    this.#integrateReady(nowSeconds);
    this.#ready = ready;
    this.readyCurve.set(nowSeconds, ready);
  }

  /** A stopped instance, or one that still lives at the end. */
  lived(life: InstanceLife): void {
    takeBytes(bytesOfLife);
    const { launchedSeconds, readySeconds, drainSeconds, stoppedSeconds } = life;
    const wasReady = !Number.isNaN(readySeconds);
    this.#endUnready(life.launchNumber, stoppedSeconds);
    const drainedAt = Number.isNaN(drainSeconds) ? stoppedSeconds : drainSeconds;
    this.startingSeconds += this.#clip(launchedSeconds, wasReady ? readySeconds : stoppedSeconds);
    if (wasReady) {
      this.readySeconds += this.#clip(readySeconds, drainedAt);
      this.drainingSeconds += this.#clip(drainedAt, stoppedSeconds);
      this.launchTimes.push(life.place?.askedSeconds ?? launchedSeconds);
      this.startTimes.push(life.place?.beganSeconds ?? launchedSeconds);
      this.readyTimes.push(readySeconds);
      this.launchNumbers.push(life.launchNumber);
    }
    const bill = this.#billOf(life);
    const billed = this.#clip(bill.fromSeconds, bill.toSeconds);
    this.billedSeconds += billed;
    this.bills.push(billed);
    // A start is wasted when the instance went before it had worked for as long as it took to start (docs/measures.md, `wasted_starts`).
    const isWasted = scaledIn.includes(life.stopReason) && (!wasReady || life.servingSeconds < life.startupSeconds);
    if (isWasted && stoppedSeconds >= this.#span.fromSeconds && stoppedSeconds < this.#span.toSeconds) {
      this.wastedStarts++;
      this.wastedBilledSeconds += billed;
    } else
      this.#split(bill, { readyAt: wasReady ? readySeconds : stoppedSeconds, drainedAt, stoppedAt: stoppedSeconds });
  }

  /** What the parts of a bill are for. */
  #split(bill: Span, life: { readonly readyAt: number; readonly drainedAt: number; readonly stoppedAt: number }): void {
    const part = (fromSeconds: number, toSeconds: number) =>
      this.#clip(Math.max(fromSeconds, bill.fromSeconds), Math.min(toSeconds, bill.toSeconds));
    const { readyAt, drainedAt, stoppedAt } = life;
    this.startupBilledSeconds += part(bill.fromSeconds, readyAt);
    this.readyBilledSeconds += part(readyAt, drainedAt);
    this.drainBilledSeconds += part(drainedAt, stoppedAt);
    this.extraBilledSeconds += part(stoppedAt, bill.toSeconds);
  }

  /** The run is over: a fleet that never changed in the span still has its peak. */
  close(): void {
    this.readyPeak = Math.max(this.readyPeak, this.#ready);
    this.#integrateReady(this.#span.toSeconds);
  }

  #integrateReady(nowSeconds: number): void {
    this.readyCountSeconds += this.#ready * this.#clip(this.#readyChangedSeconds, nowSeconds);
    this.#readyChangedSeconds = nowSeconds;
  }

  /** The billed interval; draining is billed, an instance that never got ready is free when billed from ready. */
  #billOf({ launchedSeconds, readySeconds, stoppedSeconds }: InstanceLife): Span {
    const begin = this.#billing.from === 'launch' ? launchedSeconds : readySeconds;
    if (Number.isNaN(begin)) return { fromSeconds: stoppedSeconds, toSeconds: stoppedSeconds };
    return { fromSeconds: begin, toSeconds: begin + billedSecondsOf(stoppedSeconds - begin, this.#billing) };
  }

  #clip(fromSeconds: number, toSeconds: number): number {
    return Math.max(0, Math.min(toSeconds, this.#span.toSeconds) - Math.max(fromSeconds, this.#span.fromSeconds));
  }
}
