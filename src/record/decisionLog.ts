/** What became of one wish of a policy. */
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
}

/** A row of the log: equal wishes in a row are one. */
export interface DecisionRun extends DecisionEntry {
  /** Time of the last equal wish. */
  untilSeconds: number;
}

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
  readonly reversalTimes: number[] = [];
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
    this.#count(entry);
    const sign = Math.sign(entry.applied - entry.before);
    if (sign !== 0) this.#act(sign, entry.timeSeconds);
  }

  #keep(entry: DecisionEntry): void {
    if (!this.#options.keepRows) return;
    const last = this.rows[this.rows.length - 1];
    const isSame =
      last !== undefined && last.desired === entry.desired && last.result === entry.result && last.rule === entry.rule;
    if (isSame && last.applied === entry.applied) last.untilSeconds = entry.timeSeconds;
    else this.rows.push({ ...entry, untilSeconds: entry.timeSeconds });
  }

  #count({ result, timeSeconds }: DecisionEntry): void {
    if (!this.#isMeasured(timeSeconds)) return;
    if (result === 'clamped') this.clamped++;
    if (result === 'throttled') this.throttled++;
    if (result === 'refused') this.refused++;
    if (result === 'failed') this.failed++;
  }

  #act(sign: number, timeSeconds: number): void {
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
