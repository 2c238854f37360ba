import type { Clock } from '../../../kernel/clock.js';
import * as double from '../../../traffic/double.js';
import type { RequestTable } from '../../../traffic/requestTable.js';
import * as word from '../../../traffic/word.js';
import type { Guard } from '../../guards/guard.js';
import * as tryEnd from '../../guards/tryEnd.js';
import * as verdict from '../../guards/verdict.js';
import { buildAllowance } from './algorithms/index.js';
import { type Allowance, ROUNDING } from './allowance.js';
import { DailyBudget } from './dailyBudget.js';
import { type ConsumerSettings, type LimitSettings, usualLimit } from './settings.js';

/** USD of a token. */
export interface TokenPrice {
  readonly prompt: number;
  readonly output: number;
}

interface ConsumerLimitsOptions {
  readonly clock: Clock;
  readonly requests: RequestTable;
  /** In the order of `RequestTable.consumers`. */
  readonly consumers: readonly ConsumerSettings[];
  readonly limit: LimitSettings | undefined;
  /** [group] tokens at which its answers are cut; 0 where its requests bring no tokens */
  readonly longestAnswers: Float64Array;
  /** [service] as budgets count; of providers 0, for they bill by themselves */
  readonly prices: readonly TokenPrice[];
  /** Second 0 of the run, since 1970. */
  readonly startSeconds: number;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
}

interface Limits {
  readonly tokens: Allowance | undefined;
  readonly requests: Allowance | undefined;
  readonly budget: DailyBudget | undefined;
}

/**
 * Answers 429 to consumers that have used up what they may take a minute or spend a day, whichever services their tries go to.
 *
 * A try that is not answered well takes no tokens: what an answer used is known from its end, as Envoy AI Gateway counts.
 * Its own request counts all the same.
 */
export class ConsumerLimits implements Guard {
  readonly #options: ConsumerLimitsOptions;
  readonly #limits: readonly Limits[];
  readonly #isEstimated: boolean;
  /** Some consumer has a limit of tokens. */
  readonly countTokens: boolean;
  /** [consumer] and [service]: tokens taken beyond what was left; by intended arrival in the measured span. */
  readonly overshootOfConsumers: Float64Array;
  readonly overshootOfServices: Float64Array;
  /** Some consumer has a budget; and what tokens cost, counted the same way. */
  readonly countsUsd: boolean;
  readonly usdOfConsumers: Float64Array;
  readonly usdOfServices: Float64Array;

  constructor(options: ConsumerLimitsOptions) {
    const { consumers, prices, startSeconds, limit: { algorithm, charge } = usualLimit } = options;
    this.#options = options;
    this.#isEstimated = charge === 'estimate';
    const allowance = (perMinute: number | undefined) =>
      perMinute === undefined ? undefined : buildAllowance(algorithm, { perMinute });
    this.#limits = consumers.map(({ tokensPerMinute, requestsPerMinute, budgetUsdPerDay: usd }) => ({
      tokens: allowance(tokensPerMinute),
      requests: allowance(requestsPerMinute),
      budget: usd === undefined ? undefined : new DailyBudget({ usd, startSeconds }),
    }));
    this.countTokens = consumers.some(({ tokensPerMinute }) => tokensPerMinute !== undefined);
    this.overshootOfConsumers = new Float64Array(consumers.length);
    this.overshootOfServices = new Float64Array(prices.length);
    this.countsUsd = consumers.some(({ budgetUsdPerDay }) => budgetUsdPerDay !== undefined);
    this.usdOfConsumers = new Float64Array(consumers.length);
    this.usdOfServices = new Float64Array(prices.length);
  }

  check(row: number): number {
    const limits = this.#limitsOf(row);
    if (limits === undefined) return verdict.go;
    const now = this.#options.clock.nowSeconds;
    const { tokens, requests, budget } = limits;
    if (requests !== undefined && requests.left(now) < 1 - ROUNDING) return verdict.rateLimited;
    if (!this.#hasTokens(row)) return verdict.go;
    if (budget?.isUsedUp(now) === true) return verdict.rateLimited;
    if (tokens === undefined) return verdict.go;
    const left = tokens.left(now);
    const isEnough = this.#isEstimated ? left >= this.#estimateOf(row) - ROUNDING : left > ROUNDING;
    return isEnough ? verdict.go : verdict.rateLimited;
  }

  entered(row: number): void {
    const limits = this.#limitsOf(row);
    const now = this.#options.clock.nowSeconds;
    limits?.requests?.take(1, now);
    if (this.#isEstimated && this.#hasTokens(row)) limits?.tokens?.take(this.#estimateOf(row), now);
  }

  ended(row: number, end: number): void {
    const limits = this.#limitsOf(row);
    if (limits === undefined || !this.#hasTokens(row)) return;
    const isGood = end === tryEnd.good;
    if (isGood && this.countsUsd) this.#spend(row, limits.budget);
    if (limits.tokens !== undefined) this.#settle(row, limits.tokens, isGood);
  }

  #settle(row: number, tokens: Allowance, isGood: boolean): void {
    const { clock, requests } = this.#options;
    const { doubles } = requests;
    const used = isGood ? doubles[(row << 4) | double.cpu] + doubles[(row << 4) | double.io] : 0;
    // A try enters at the instant from which it counts as tried.
    if (this.#isEstimated)
      tokens.giveBack(this.#estimateOf(row) - used, doubles[(row << 4) | double.tried], clock.nowSeconds);
    else if (used > 0) {
      this.#noteOvershoot(row, used - Math.max(0, tokens.left(clock.nowSeconds)));
      tokens.take(used, clock.nowSeconds);
    }
  }

  #spend(row: number, budget: DailyBudget | undefined): void {
    const { requests, prices } = this.#options;
    const { doubles } = requests;
    const { prompt, output } = prices[requests.words[(row << 5) | word.service]];
    const usd = doubles[(row << 4) | double.cpu] * prompt + doubles[(row << 4) | double.io] * output;
    this.#spendUsd(row, usd, budget);
  }

  /** A provider bills the try. */
  billed(row: number, usd: number): void {
    const limits = this.#limitsOf(row);
    if (limits !== undefined && this.countsUsd) this.#spendUsd(row, usd, limits.budget);
  }

  #spendUsd(row: number, usd: number, budget: DailyBudget | undefined): void {
    const { clock, requests, fromSeconds } = this.#options;
    const { doubles } = requests;
    const service = requests.words[(row << 5) | word.service];
    budget?.spend(usd, clock.nowSeconds);
    if (doubles[(row << 4) | double.arrival] < fromSeconds) return;
    this.usdOfConsumers[requests.consumers[row]] += usd;
    this.usdOfServices[service] += usd;
  }

  #limitsOf(row: number): Limits | undefined {
    return this.#limits[this.#options.requests.consumers[row]];
  }

  #hasTokens(row: number): boolean {
    return this.#longestAnswerOf(row) > 0;
  }

  #longestAnswerOf(row: number): number {
    const { requests, longestAnswers } = this.#options;
    return longestAnswers[requests.words[(row << 5) | word.group]];
  }

  #estimateOf(row: number): number {
    return this.#options.requests.doubles[(row << 4) | double.cpu] + this.#longestAnswerOf(row);
  }

  #noteOvershoot(row: number, tokens: number): void {
    const { requests, fromSeconds } = this.#options;
    if (tokens <= 0 || requests.doubles[(row << 4) | double.arrival] < fromSeconds) return;
    this.overshootOfConsumers[requests.consumers[row]] += tokens;
    this.overshootOfServices[requests.words[(row << 5) | word.service]] += tokens;
  }
}
