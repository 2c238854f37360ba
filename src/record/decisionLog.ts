import { takeBytes } from '../kernel/columns.js';
import { StepCurve } from '../stats/stepCurve.js';
import type { HeldBy } from './heldBy.js';

/** What stays of a decision that differs from the one before. */
const bytesOfDecision = 250;

/** What became of one decision of a policy. */
export interface DecisionEntry {
  readonly timeSeconds: number;
  /** As the policy said it, before rounding up and clamping. */
  readonly wished: number;
  /** Rounded up. */
  readonly desired: number;
  /** In force afterwards. */
  readonly applied: number;
  /** In force before. */
  readonly before: number;
  readonly result: 'accepted' | 'clamped' | 'throttled' | 'refused' | 'failed';
  readonly rule: string | undefined;
  readonly reason: string | undefined;
  /** What kept the policy itself from asking for more, as far as it said. */
  readonly heldBy?: HeldBy | undefined;
  /** Why the policy did not get what it wanted; undefined where it did, or min raised it. */
  readonly held?: HeldDecision | undefined;
  /** Where it sent requests from then on, by service. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** Of several controllers the one that decided, from 0. */
  readonly controller?: number;
}

/** A decision that something cut or turned down. */
export interface HeldDecision {
  readonly wanted: number;
  /** The setting that stood in the way, as its user writes it: `scaling.max`, `maxReplicas`, `cloud.quota`. */
  readonly by: string;
}

/** A row of the log: equal decisions in a row are one. */
export interface DecisionRun extends DecisionEntry {
  /** Time of the last equal decision. */
  untilSeconds: number;
  /** Of several controllers those that had it. */
  readonly controllers?: Set<number>;
}

/** Equal decisions in a row, in numbers only: kept in every run, unlike the rows. */
export interface DesiredRun {
  readonly fromSeconds: number;
  /** Time of the last equal decision. */
  untilSeconds: number;
  readonly desired: number;
  readonly applied: number;
  /** Something other than the policy's sight kept it from growing: clamp, throttle, quota, a rate limit or wait of its own. */
  readonly isHeldBack: boolean;
  /** Of equal decisions the one that wanted most. */
  held?: HeldDecision | undefined;
}

/** Opposite actions so near to each other are a reversal at least; where instances start slowly, over twice that time. */
export const leastReversalSeconds = 300;

export interface DecisionLogOptions {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Opposite actions at most this far apart are a reversal. */
  readonly reversalSeconds: number;
  /** Whether the rows are kept; counts always are. */
  readonly keepRows: boolean;
}

/** One service's decisions: run-length coded rows, and the counts of flapping. */
export class DecisionLog {
  readonly #options: DecisionLogOptions;
  readonly rows: DecisionRun[] = [];
  readonly desiredRuns: DesiredRun[] = [];
  /** Desired instances in force; empty without a decision. */
  readonly appliedCurve = new StepCurve();
  readonly reversalTimes: number[] = [];
  /** Accepted actions of the whole run, warm-up and all. */
  actionCount = 0;
  scaleUps = 0;
  scaleDowns = 0;
  reversals = 0;
  clamped = 0;
  throttled = 0;
  refused = 0;
  failed = 0;
  #lastSign = 0;
  #lastActionSeconds = Number.NEGATIVE_INFINITY;

  constructor(options: DecisionLogOptions) {
    this.#options = options;
  }

  record(entry: DecisionEntry): void {
    this.#keep(entry);
    this.#note(entry);
    this.#count(entry);
    const sign = Math.sign(entry.applied - entry.before);
    if (sign !== 0) this.#act(sign, entry.timeSeconds);
  }

  #keep(entry: DecisionEntry): void {
    if (!this.#options.keepRows) return;
    const last = this.rows[this.rows.length - 1];
    const isSame =
      last !== undefined &&
      last.desired === entry.desired &&
      last.result === entry.result &&
      last.rule === entry.rule &&
      isSameMap(last.weights, entry.weights);
    const { controller, timeSeconds: untilSeconds } = entry;
    if (!isSame || last.applied !== entry.applied) {
      const controllers = controller === undefined ? {} : { controllers: new Set([controller]) };
      this.rows.push({ ...entry, untilSeconds, ...controllers });
      return;
    }
    last.untilSeconds = untilSeconds;
    if (controller !== undefined) last.controllers?.add(controller);
  }

  #note({ timeSeconds, desired, applied, before, result, heldBy, held }: DecisionEntry): void {
    const last = this.desiredRuns[this.desiredRuns.length - 1];
    const isCut = result !== 'accepted' && applied < desired;
    const isHeldBack = isCut || heldBy !== undefined;
    const isSame = last?.desired === desired && last.applied === applied && last.isHeldBack === isHeldBack;
    if (isSame && last.held?.by === held?.by) {
      last.untilSeconds = timeSeconds;
      if (held !== undefined && held.wanted > (last.held?.wanted ?? 0)) last.held = held;
    } else {
      takeBytes(bytesOfDecision);
      const desiredRun = { fromSeconds: timeSeconds, untilSeconds: timeSeconds, desired, applied, isHeldBack };
      this.desiredRuns.push(held === undefined ? desiredRun : { ...desiredRun, held });
    }
    if (this.appliedCurve.seconds.length === 0) this.appliedCurve.set(0, before);
    this.appliedCurve.set(timeSeconds, applied);
  }

  #count({ result, timeSeconds }: DecisionEntry): void {
    if (!this.#isMeasured(timeSeconds)) return;
    if (result === 'clamped') this.clamped++;
    if (result === 'throttled') this.throttled++;
    if (result === 'refused') this.refused++;
    if (result === 'failed') this.failed++;
  }

  #act(sign: number, timeSeconds: number): void {
    this.actionCount++;
    const isMeasured = this.#isMeasured(timeSeconds);
    if (isMeasured && sign > 0) this.scaleUps++;
    if (isMeasured && sign < 0) this.scaleDowns++;
    const isReversal =
      sign === -this.#lastSign && timeSeconds - this.#lastActionSeconds <= this.#options.reversalSeconds;
    if (isReversal && isMeasured) {
      this.reversals++;
      this.reversalTimes.push(timeSeconds);
    }
    this.#lastSign = sign;
    this.#lastActionSeconds = timeSeconds;
  }

  #isMeasured(timeSeconds: number): boolean {
    return timeSeconds >= this.#options.fromSeconds && timeSeconds < this.#options.toSeconds;
  }
}

function isSameMap(one: DecisionEntry['weights'] = {}, other: DecisionEntry['weights'] = {}): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
