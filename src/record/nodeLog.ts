import { StepCurve, type TimeSpan, walkTogether } from '../stats/stepCurve.js';
import { type BillingRule, billedSecondsOf } from './fleetLog.js';
import type { NodeGoneReason } from './runEvents.js';

/** The life of one node. All times in seconds of the run. */
export interface NodeLife {
  /** From 0, in the order of the orders. */
  readonly number: number;
  readonly zone: number;
  readonly orderedSeconds: number;
  /** NaN when it never became ready. */
  readonly readySeconds: number;
}

/** What one pool of nodes did over the run, and what it is billed in the measured span [warmup, duration). */
export class NodeLog {
  readonly #span: TimeSpan;
  readonly #billing: BillingRule;
  billedSeconds = 0;
  /** Those that are ready, leaving ones with them; those that are ordered. */
  readonly readyCurve = new StepCurve();
  readonly provisioningCurve = new StepCurve();
  /** [service] thousandths of a vCPU that its instances request on the nodes. */
  readonly requestedMillis: StepCurve[] = [];

  constructor(span: TimeSpan, billing: BillingRule) {
    this.#span = span;
    this.#billing = billing;
  }

  /** A node was ordered; for those who tell of it. */
  ordered(_life: NodeLife): void {}

  /** A node takes instances from now on. */
  becameReady(_life: NodeLife): void {}

  /** A node takes no more instances. */
  leaving(_life: NodeLife, _nowSeconds: number): void {}

  /** A node is gone, or the run ends. */
  gone({ orderedSeconds, readySeconds }: NodeLife, nowSeconds: number, _reason: NodeGoneReason): void {
    const begin = this.#billing.from === 'launch' ? orderedSeconds : readySeconds;
    if (Number.isNaN(begin)) return;
    const end = begin + billedSecondsOf(nowSeconds - begin, this.#billing);
    const { fromSeconds, toSeconds } = this.#span;
    this.billedSeconds += Math.max(0, Math.min(end, toSeconds) - Math.max(begin, fromSeconds));
  }

  counts(ready: number, provisioning: number, nowSeconds: number): void {
    this.readyCurve.set(nowSeconds, ready);
    this.provisioningCurve.set(nowSeconds, provisioning);
  }

  requests(service: number, millis: number, nowSeconds: number): void {
    this.requestedMillis[service] ??= new StepCurve();
    this.requestedMillis[service].set(nowSeconds, millis);
  }

  /** Integrals over the span. */
  get readySeconds(): number {
    return integralOf(this.readyCurve, this.#span);
  }
  requestedVcpuSeconds(service: number): number {
    return integralOf(this.requestedMillis[service] ?? new StepCurve(), this.#span) / 1e3;
  }
  get readyPeak(): number {
    let peak = 0;
    walkTogether([this.readyCurve], this.#span, ([count]) => {
      peak = Math.max(peak, count);
    });
    return peak;
  }
}

function integralOf(curve: StepCurve, span: TimeSpan): number {
  let sum = 0;
  walkTogether([curve], span, ([value], seconds) => {
    sum += value * seconds;
  });
  return sum;
}
