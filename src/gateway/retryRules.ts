/** What made a try fail, as the scenario names it. */
export const retryCauses = ['5xx', 'timeout', '429'] as const;
export type RetryCause = (typeof retryCauses)[number];

export interface RetrySettings {
  /** Tries in all. */
  readonly attemptCount: number;
  readonly causes: readonly RetryCause[];
  readonly baseSeconds: number;
  readonly factor: number;
  readonly jitter: 'none' | 'full' | 'equal' | 'exponential';
  /** Retries per request over the last ten seconds; Infinity without a budget. */
  readonly budgetRatio: number;
}

/** The budget looks back this far, as Finagle's does (RetryBudget, ttl 10 s), in slices of one second. */
const BUDGET_SLICES = 10;

/** When a failed try is tried again, and after how long. */
export class RetryRules {
  readonly #settings: RetrySettings;
  readonly #requests = new Float64Array(BUDGET_SLICES);
  readonly #retries = new Float64Array(BUDGET_SLICES);
  /** The second of the last look, and its place in the columns. */
  #slice = 0;
  #at = 0;

  constructor(settings: RetrySettings) {
    this.#settings = settings;
  }

  /** Tries of a request in all. */
  get attemptCount(): number {
    return this.#settings.attemptCount;
  }

  /** A request arrived: it earns its share of the budget. */
  noteRequest(nowSeconds: number): void {
    if (this.#settings.budgetRatio === Number.POSITIVE_INFINITY) return;
    this.#turnTo(nowSeconds);
    this.#requests[this.#at]++;
  }

  /** Whether the `tryNumber`-th try (from 1), which failed by `cause`, may be followed by another; spends the budget if so. */
  takeRetry(cause: RetryCause, tryNumber: number, nowSeconds: number): boolean {
    const { attemptCount, causes, budgetRatio } = this.#settings;
    if (tryNumber >= attemptCount || !causes.includes(cause)) return false;
    if (budgetRatio === Number.POSITIVE_INFINITY) return true;
    this.#turnTo(nowSeconds);
    const sum = (slices: Float64Array) => slices.reduce((total, value) => total + value, 0);
    if (sum(this.#retries) + 1 > budgetRatio * sum(this.#requests)) return false;
    this.#retries[this.#at]++;
    return true;
  }

  /** Pause before the try after the `tryNumber`-th; `uniform` in [0, 1). */
  backoffSeconds(tryNumber: number, uniform: number): number {
    const { baseSeconds, factor, jitter } = this.#settings;
    const full = baseSeconds * factor ** (tryNumber - 1);
    if (jitter === 'none') return full;
    // No memory: the law that retrial queues are solved for.
    if (jitter === 'exponential') return -full * Math.log1p(-uniform);
    return jitter === 'full' ? full * uniform : full / 2 + (full / 2) * uniform;
  }

  /** Empties the slices that went by since the last call. */
  #turnTo(nowSeconds: number): void {
    const slice = Math.floor(nowSeconds);
    if (slice === this.#slice) return;
    const first = Math.max(this.#slice + 1, slice - BUDGET_SLICES + 1);
    for (let passed = first; passed <= slice; passed++) {
      this.#requests[passed % BUDGET_SLICES] = 0;
      this.#retries[passed % BUDGET_SLICES] = 0;
    }
    this.#slice = slice;
    this.#at = slice % BUDGET_SLICES;
  }
}
