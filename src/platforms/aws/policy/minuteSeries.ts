/**
 * One CloudWatch datapoint a minute of one metric, as far back as the longest alarm looks.
 *
 * A minute without a datapoint stays undefined: missing, not zero.
 */
export class MinuteSeries {
  readonly #values: (number | undefined)[] = [];
  readonly #limitCount: number;
  #endMinute: number | undefined;
  #newestMinute: number | undefined;
  #spacingMinutes = 1;

  constructor(limitCount: number) {
    this.#limitCount = limitCount;
  }

  /** Minutes that CloudWatch's basic monitoring leaves between two datapoints: the most that counts as regular. */
  static readonly spacingMaxMinutes = 5;

  /** Appends the datapoint of the minute that ends at `minute`; minutes that nobody told of are missing. */
  append(minute: number, value: number | undefined): void {
    const gap = Math.min(minute - (this.#endMinute ?? minute - 1) - 1, this.#limitCount);
    for (let skipped = 0; skipped < gap; skipped++) this.#values.push(undefined);
    this.#values.push(value);
    this.#values.splice(0, this.#values.length - this.#limitCount);
    this.#endMinute = minute;
    if (value === undefined) return;
    const spacing = this.#newestMinute === undefined ? 1 : minute - this.#newestMinute;
    this.#spacingMinutes = Math.min(spacing, MinuteSeries.spacingMaxMinutes);
    this.#newestMinute = minute;
  }

  /** The minute of the newest entry, missing or not. */
  get endMinute(): number | undefined {
    return this.#endMinute;
  }

  /** Newest last. */
  get values(): readonly (number | undefined)[] {
    return this.#values;
  }

  /** The newest datapoint while the next one is not overdue; undefined once data is missing. */
  get current(): number | undefined {
    if (this.#newestMinute === undefined || this.#endMinute === undefined) return undefined;
    const isDue = this.#endMinute - this.#newestMinute >= this.#spacingMinutes;
    return isDue ? undefined : this.#values.findLast(isKnown);
  }

  /** Datapoints of whole periods that have ended, aligned to the clock, newest last. */
  periods(periodMinutes: number, fold: (minutes: readonly number[]) => number): (number | undefined)[] {
    if (periodMinutes === 1) return this.#values.map((value) => (value === undefined ? undefined : fold([value])));
    const openMinutes = (this.#endMinute ?? 0) % periodMinutes;
    const closed = this.#values.slice(0, this.#values.length - openMinutes);
    const points: (number | undefined)[] = [];
    for (let end = closed.length; end > 0; end -= periodMinutes) {
      const minutes = closed.slice(Math.max(0, end - periodMinutes), end).filter(isKnown);
      points.unshift(minutes.length === 0 ? undefined : fold(minutes));
    }
    return points;
  }
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined;
}
