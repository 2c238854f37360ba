import { invariant } from '../base/invariant.js';

/** A part of time, [fromSeconds, toSeconds). */
export interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * A value that stays until it is set again: an instance count over time.
 *
 * It holds `initial` before the first `set` and the last value for ever. Everything computed from it is an exact sum over
 * the steps, never a sample.
 */
export class StepCurve {
  /** [step] seconds, strictly rising; step 0 reaches back without end */
  private readonly times: number[] = [-Infinity];
  /** [step] */
  private readonly values: number[];

  constructor(initial = 0) {
    this.values = [initial];
  }

  /**
   * The value from `seconds` on. At one instant the last call counts.
   *
   * @throws InvariantError if time runs backward
   */
  set(seconds: number, value: number): void {
    const last = this.times.length - 1;
    invariant(seconds >= this.times[last], `a step curve is set at ${seconds} s after ${this.times[last]} s`);
    if (seconds === this.times[last]) {
      this.values[last] = value;
      // Overwritten with the value before, the step is none.
      if (last > 0 && this.values[last - 1] === value) {
        this.times.pop();
        this.values.pop();
      }
      return;
    }
    if (this.values[last] === value) return;
    this.times.push(seconds);
    this.values.push(value);
  }

  /** O(log steps). */
  valueAt(seconds: number): number {
    return this.values[this.stepAt(seconds)];
  }

  /** Integral over the span: value x seconds. O(steps in the span). */
  integral(span: Span): number {
    let sum = 0;
    overlay([this], span, ([value], seconds) => {
      sum += value * seconds;
    });
    return sum;
  }

  /** Time average over the span; undefined when the span is empty. */
  mean(span: Span): number | undefined {
    const seconds = span.toSeconds - span.fromSeconds;
    return seconds > 0 ? this.integral(span) / seconds : undefined;
  }

  /** Largest value in the span; undefined when the span is empty. */
  peak(span: Span): number | undefined {
    let peak: number | undefined;
    overlay([this], span, ([value]) => {
      if (peak === undefined || value > peak) peak = value;
    });
    return peak;
  }

  /** Seconds of the span in which the value is above `limit`. */
  secondsAbove(limit: number, span: Span): number {
    return this.secondsWhere((value) => value > limit, span);
  }

  /** Seconds of the span in which the value is below `limit`. */
  secondsBelow(limit: number, span: Span): number {
    return this.secondsWhere((value) => value < limit, span);
  }

  /** The values at `fromSeconds`, one step later, and so on below `toSeconds`. O(steps + result). */
  resample({ fromSeconds, toSeconds }: Span, stepSeconds: number): number[] {
    invariant(stepSeconds > 0, `step ${stepSeconds} s is not > 0`);
    const result: number[] = [];
    let step = this.stepAt(fromSeconds);
    // The product, not a running sum, so that the grid does not drift.
    for (let index = 0; fromSeconds + index * stepSeconds < toSeconds; index++) {
      const seconds = fromSeconds + index * stepSeconds;
      while (step + 1 < this.times.length && this.times[step + 1] <= seconds) step++;
      result.push(this.values[step]);
    }
    return result;
  }

  /** Where the value changes after `seconds`; Infinity when it stays. O(log steps). */
  nextChangeSeconds(seconds: number): number {
    return this.times[this.stepAt(seconds) + 1] ?? Infinity;
  }

  private secondsWhere(holds: (value: number) => boolean, span: Span): number {
    let sum = 0;
    overlay([this], span, ([value], seconds) => {
      if (holds(value)) sum += seconds;
    });
    return sum;
  }

  /** The step that holds `seconds`. */
  private stepAt(seconds: number): number {
    let low = 0;
    let high = this.times.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.times[middle] <= seconds) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Walks the pieces of a span in which none of the curves changes: what integrals over several curves are made of.
 *
 * O(steps of all curves in the span x log steps).
 * @param visit gets the curves' values, in their order, how long they hold, and since when
 */
export function overlay(
  curves: readonly StepCurve[],
  { fromSeconds, toSeconds }: Span,
  visit: (values: readonly number[], seconds: number, fromSeconds: number) => void,
): void {
  let from = fromSeconds;
  while (from < toSeconds) {
    let to = toSeconds;
    for (const curve of curves) to = Math.min(to, curve.nextChangeSeconds(from));
    visit(
      curves.map((curve) => curve.valueAt(from)),
      to - from,
      from,
    );
    from = to;
  }
}
