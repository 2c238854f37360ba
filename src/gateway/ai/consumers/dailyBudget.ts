const DAY_SECONDS = 86_400;

interface DailyBudgetOptions {
  readonly usd: number;
  /** Second 0 of the run, since 1970. */
  readonly startSeconds: number;
}

/** What one consumer may spend a day; anew at each midnight, UTC. */
export class DailyBudget {
  readonly #usd: number;
  readonly #startSeconds: number;
  #day = Number.NaN;
  #spentUsd = 0;

  constructor({ usd, startSeconds }: DailyBudgetOptions) {
    this.#usd = usd;
    this.#startSeconds = startSeconds;
  }

  isUsedUp(nowSeconds: number): boolean {
    this.#turnTo(nowSeconds);
    return this.#spentUsd >= this.#usd;
  }

  spend(usd: number, nowSeconds: number): void {
    this.#turnTo(nowSeconds);
    this.#spentUsd += usd;
  }

  #turnTo(nowSeconds: number): void {
    const day = Math.floor((this.#startSeconds + nowSeconds) / DAY_SECONDS);
    if (day === this.#day) return;
    this.#day = day;
    this.#spentUsd = 0;
  }
}
