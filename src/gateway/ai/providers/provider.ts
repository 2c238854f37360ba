import type { TokenGroup } from '../../../fleet/serving.js';
import type { Clock } from '../../../kernel/clock.js';
import { grown } from '../../../kernel/columns.js';
import type { Distribution } from '../../../random/distribution.js';
import { buildDistribution } from '../../../random/distributions/index.js';
import type { IndexedStream } from '../../../random/keyedStream.js';
import { highWord } from '../../../random/keyHash.js';
import * as double from '../../../traffic/double.js';
import type { RequestTable } from '../../../traffic/requestTable.js';
import { lawOf } from '../../../traffic/tokens.js';
import * as word from '../../../traffic/word.js';
import type { CallLinks } from '../../calls/callLinks.js';
import * as link from '../../calls/link.js';
import { tokenBucket } from '../consumers/algorithms/tokenBucket.js';
import { type Allowance, ROUNDING } from '../consumers/allowance.js';
import { Outages } from './outages.js';
import { PromptCache } from './promptCache.js';
import type { ProviderSettings } from './settings.js';

export interface ProviderOptions {
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly settings: ProviderSettings;
  /** [source] draws the times of its tries, by (arrival, try) */
  readonly streams: readonly IndexedStream[];
  /** [source] those of calls below its requests, by (arrival, way and try) */
  readonly callStreams: readonly IndexedStream[];
  /** Where classes call. */
  readonly links: CallLinks | undefined;
  /** Of services and providers together: groups are (source, one of these). */
  readonly targetCount: number;
  /** [group] tokens at which its answers are cut */
  readonly longestAnswers: Float64Array;
  /** [group] what its prompts share */
  readonly groups: readonly TokenGroup[];
  readonly consumerCount: number;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
  /** The tokens of a try cost so much. */
  spent(row: number, usd: number): void;
}

/** What a provider says to a try. */
export const providerVerdict = { go: 0, limited: 1, down: 2 } as const;

/**
 * A model that is bought by the token: a black box with times, limits, a price and outages.
 *
 * Limits are buckets of one minute's allowance that fill evenly. A try takes its prompt and the longest answer it may have from that
 * of tokens, and gets nothing back when the answer is shorter: so Azure OpenAI counts (learn.microsoft.com, Manage Azure OpenAI
 * quota), and OpenAI by its guide on rate limits (max_tokens). What is refused takes nothing.
 * An answer costs its prompt and its tokens. Of a try that is given up the prompt and the tokens until then are billed; one that
 * the provider refuses, breaks off or answers with an error costs nothing.
 */
export class Provider {
  readonly #options: ProviderOptions;
  readonly #ttft: Distribution;
  readonly #rate: Distribution;
  readonly #tokens: Allowance | undefined;
  readonly #tries: Allowance | undefined;
  readonly outages: Outages;
  /** Where cached prompts have a price of their own. */
  readonly #cache: PromptCache | undefined;
  /** [row] of the try in it */
  #foundTokens = new Float64Array(64);
  /** Over the whole run: tries that began, and the time they were under way. */
  begunCount = 0;
  busySeconds = 0;
  /** The bill so far, of the whole run. */
  spentUsd = 0;
  /** By intended arrival in the measured span: tries answered with 429, and down; the bill, what of it is for tries that were given up, and by who asked. */
  limitedCount = 0;
  failedCount = 0;
  costUsd = 0;
  givenUpUsd = 0;
  /** Tokens of prompts that were billed as cached. */
  cachedTokens = 0;
  readonly usdOfConsumers: Float64Array;
  /** [group] */
  readonly usdOfGroups: Float64Array;
  /** Of the try that was drawn last. */
  ttftSeconds = 0;
  tokensPerSecond = 1;

  constructor(options: ProviderOptions) {
    const { settings, consumerCount } = options;
    const { ttft, tokensPerSecond, tokensPerMinute, requestsPerMinute } = settings;
    const allowance = (perMinute: number | undefined) =>
      perMinute === undefined ? undefined : tokenBucket.build({}, { perMinute });
    this.#options = options;
    this.#ttft = buildDistribution(ttft);
    this.#rate = lawOf(tokensPerSecond);
    this.#tokens = allowance(tokensPerMinute);
    this.#tries = allowance(requestsPerMinute);
    this.#cache = settings.price.cached === undefined ? undefined : new PromptCache();
    this.outages = new Outages(settings.outages);
    this.usdOfConsumers = new Float64Array(consumerCount);
    this.usdOfGroups = new Float64Array(options.groups.length);
  }

  /** Whether it takes the try: `providerVerdict`. */
  judge(row: number): number {
    const now = this.#options.clock.nowSeconds;
    if (this.outages.isDown(now)) {
      this.noteFailed(row);
      return providerVerdict.down;
    }
    const estimate = this.#estimateOf(row);
    if (this.outages.refuses(now) || !this.#hasRoom(estimate, now)) {
      if (this.#isCounted(row)) this.limitedCount++;
      return providerVerdict.limited;
    }
    this.#tries?.take(1, now);
    this.#tokens?.take(estimate, now);
    return providerVerdict.go;
  }

  /** It did not take the try, or broke it off. */
  noteFailed(row: number): void {
    if (this.#isCounted(row)) this.failedCount++;
  }

  #hasRoom(tokens: number, nowSeconds: number): boolean {
    if (this.#tries !== undefined && this.#tries.left(nowSeconds) < 1 - ROUNDING) return false;
    return this.#tokens === undefined || this.#tokens.left(nowSeconds) >= tokens - ROUNDING;
  }

  /** A try that it took begins. */
  begin(row: number): void {
    this.begunCount++;
    if (this.#cache === undefined) return;
    const { clock, requests } = this.#options;
    while (row >= this.#foundTokens.length) this.#foundTokens = grown(this.#foundTokens);
    this.#foundTokens[row] = this.#cache.find(requests.prefixes[row], this.#sharedTokens(row), clock.nowSeconds);
  }

  /** The prompt of a try has been read: its first token is out. */
  read(row: number): void {
    if (this.#cache === undefined) return;
    const { clock, groups, requests } = this.#options;
    const { doubles, prefixes, words } = requests;
    const { isSession } = groups[words[(row << 5) | word.group]];
    const tokens = isSession ? doubles[(row << 4) | double.cpu] : this.#sharedTokens(row);
    if (tokens > 0) this.#cache.store(prefixes[row], tokens, clock.nowSeconds);
  }

  /** Tokens at the begin of a prompt that others have, too, or that its session brings along. */
  #sharedTokens(row: number): number {
    const { groups, requests } = this.#options;
    const { carriedTokens, doubles, words } = requests;
    const { prefixTokens, isSession } = groups[words[(row << 5) | word.group]];
    return isSession ? carriedTokens[row] : Math.min(prefixTokens, doubles[(row << 4) | double.cpu] - 1);
  }

  /** The try is not under way any more. */
  left(row: number): void {
    this.busySeconds += this.#options.clock.nowSeconds - this.#options.requests.doubles[(row << 4) | double.began];
  }

  /** How long the try takes that began there: the same draws whenever asked, in `ttftSeconds` and `tokensPerSecond`. */
  draw(row: number): void {
    const stream = this.#streamOf(row);
    const factor = this.outages.slowFactor(this.#options.requests.doubles[(row << 4) | double.began]);
    this.ttftSeconds = this.#ttft.sample(stream) * factor;
    // Laws reach below 1; an answer has an end.
    this.tokensPerSecond = Math.max(1, this.#rate.sample(stream)) / factor;
  }

  #streamOf(row: number): IndexedStream {
    const { requests, streams, callStreams, targetCount, links } = this.#options;
    const { doubles, words } = requests;
    const arrivalNumber = doubles[(row << 4) | double.arrivalNumber];
    const tries = words[(row << 5) | word.tries];
    if (links === undefined || links.words[(row << 4) | link.call] < 0) {
      const stream = streams[Math.floor(words[(row << 5) | word.group] / targetCount)];
      stream.seek(arrivalNumber, tries);
      return stream;
    }
    const stream = callStreams[links.words[(row << 4) | link.root]];
    stream.seekWords(arrivalNumber | 0, highWord(arrivalNumber) | 0, links.words[(row << 4) | link.tryPath], tries);
    return stream;
  }

  /** When the last token of a try so far was out, of which the first one is. */
  lastTokenSeconds(row: number): number {
    const firstSeconds = this.#options.requests.doubles[(row << 4) | double.firstToken];
    return firstSeconds + (this.#tokensUntilNow(row) - 1) / this.tokensPerSecond;
  }

  /** The try was answered well. */
  billAnswer(row: number): void {
    const { doubles } = this.#options.requests;
    this.#bill(row, doubles[(row << 4) | double.io]);
  }

  /** The try was given up: its tokens until now. */
  billGivenUp(row: number): void {
    this.givenUpUsd += this.#bill(row, this.#tokensUntilNow(row));
  }

  #tokensUntilNow(row: number): number {
    const { requests, clock } = this.#options;
    const { doubles } = requests;
    const firstSeconds = doubles[(row << 4) | double.firstToken];
    if (firstSeconds < 0) return 0;
    this.draw(row);
    const more = Math.floor((clock.nowSeconds - firstSeconds) * this.tokensPerSecond + ROUNDING);
    return Math.min(doubles[(row << 4) | double.io], 1 + more);
  }

  /** @returns what of it counts in the measured span */
  #bill(row: number, output: number): number {
    const { requests, settings, spent } = this.#options;
    const { doubles, words } = requests;
    const { price } = settings;
    const prompt = doubles[(row << 4) | double.cpu];
    const found = this.#cache === undefined ? 0 : this.#foundTokens[row];
    const ofPrompt = (prompt - found) * price.input + found * (price.cached ?? price.input);
    const usd = (ofPrompt + output * price.output) / 1e6;
    this.spentUsd += usd;
    spent(row, usd);
    if (!this.#isCounted(row)) return 0;
    this.cachedTokens += found;
    this.costUsd += usd;
    this.usdOfGroups[words[(row << 5) | word.group]] += usd;
    if (requests.consumers[row] >= 0) this.usdOfConsumers[requests.consumers[row]] += usd;
    return usd;
  }

  #isCounted(row: number): boolean {
    return this.#options.requests.doubles[(row << 4) | double.arrival] >= this.#options.fromSeconds;
  }

  #estimateOf(row: number): number {
    const { requests, longestAnswers } = this.#options;
    return requests.doubles[(row << 4) | double.cpu] + longestAnswers[requests.words[(row << 5) | word.group]];
  }
}
