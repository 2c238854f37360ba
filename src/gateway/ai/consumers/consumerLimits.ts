import type { Clock } from '../../../kernel/clock.js';
import { double, type RequestTable, word } from '../../../traffic/requestTable.js';
import { type Guard, tryEnd, verdict } from '../../guards/guard.js';
import { buildAllowance } from './algorithms/index.js';
import { type Allowance, ROUNDING } from './allowance.js';
import { type ConsumerSettings, type LimitSettings, usualLimit } from './settings.js';

interface ConsumerLimitsOptions {
  readonly clock: Clock;
  readonly requests: RequestTable;
  /** In the order of `RequestTable.consumers`. */
  readonly consumers: readonly ConsumerSettings[];
  readonly limit: LimitSettings | undefined;
  /** [group] tokens at which its answers are cut; 0 where its requests bring no tokens */
  readonly longestAnswers: Float64Array;
  readonly serviceCount: number;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
}

interface Limits {
  readonly tokens: Allowance | undefined;
  readonly requests: Allowance | undefined;
}

/**
 * Answers 429 to consumers that have used up what they may take a minute, whichever services their tries go to.
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

  constructor(options: ConsumerLimitsOptions) {
    const { consumers, limit: { algorithm, charge } = usualLimit } = options;
    this.#options = options;
    this.#isEstimated = charge === 'estimate';
    const allowance = (perMinute: number | undefined) =>
      perMinute === undefined ? undefined : buildAllowance(algorithm, { perMinute });
    this.#limits = consumers.map(({ tokensPerMinute, requestsPerMinute }) => ({
      tokens: allowance(tokensPerMinute),
      requests: allowance(requestsPerMinute),
    }));
    this.countTokens = consumers.some(({ tokensPerMinute }) => tokensPerMinute !== undefined);
    this.overshootOfConsumers = new Float64Array(consumers.length);
    this.overshootOfServices = new Float64Array(options.serviceCount);
  }

  check(row: number): number {
    const limits = this.#limitsOf(row);
    if (limits === undefined) return verdict.go;
    const now = this.#options.clock.nowSeconds;
    const { tokens, requests } = limits;
    if (requests !== undefined && requests.left(now) < 1 - ROUNDING) return verdict.rateLimited;
    if (tokens === undefined || !this.#hasTokens(row)) return verdict.go;
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
    const tokens = this.#limitsOf(row)?.tokens;
    if (tokens === undefined || !this.#hasTokens(row)) return;
    const { clock, requests } = this.#options;
    const { doubles } = requests;
    const used = end === tryEnd.good ? doubles[(row << 4) | double.cpu] + doubles[(row << 4) | double.io] : 0;
    // A try enters at the instant from which it counts as tried.
    if (this.#isEstimated)
      tokens.giveBack(this.#estimateOf(row) - used, doubles[(row << 4) | double.tried], clock.nowSeconds);
    else if (used > 0) {
      this.#noteOvershoot(row, used - Math.max(0, tokens.left(clock.nowSeconds)));
      tokens.take(used, clock.nowSeconds);
    }
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
