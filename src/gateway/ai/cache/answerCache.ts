import { invariant } from '../../../base/invariant.js';
import * as rank from '../../../kernel/rank.js';
import type { IndexedStream } from '../../../random/keyedStream.js';
import type { ArrivalBlock } from '../../../traffic/arrivalBlock.js';
import * as double from '../../../traffic/double.js';
import * as place from '../../../traffic/place.js';
import { isCached, isWrongHit } from '../../../traffic/requestFlag.js';
import * as word from '../../../traffic/word.js';
import * as eventKind from '../../eventKind.js';
import type { QueuesOptions } from '../../queues.js';

/** How a cache answers; times in seconds. */
export interface CacheRule {
  readonly hitRate: number;
  readonly wrongHit: number;
  readonly latencySeconds: number;
  /** Undefined where the cache is warm from the start. */
  readonly ttlSeconds: number | undefined;
}

export interface CacheOptions {
  /** [profile] undefined where the route of the class has no cache */
  readonly ofProfiles: readonly (CacheRule | undefined)[];
  /** [source] by (arrival, 0): whether the request finds an answer, then whether that is wrong */
  readonly streams: readonly IndexedStream[];
}

interface CacheParts {
  /** Ends the request with the answer that a cache had. */
  readonly answers: { cached(row: number): void };
  /** The draws of calls. */
  readonly calls: { isCall(row: number): boolean; cacheStream(row: number): IndexedStream } | undefined;
}

/**
 * Answers some requests at their arrival, before limits and services: these take no tokens, no slot and nothing of a budget.
 *
 * An entry lives for the ttl, and the ages of those that are found are even over it. So from an empty cache the share of
 * requests that find one rises evenly, and is `hitRate` once a ttl has passed. Draws are of the request: every policy meets the same hits.
 */
export class AnswerCache {
  readonly #options: QueuesOptions;
  readonly #parts: CacheOptions;
  readonly #answers: CacheParts['answers'];
  readonly #calls: CacheParts['calls'];

  constructor(options: QueuesOptions, parts: CacheOptions, { answers, calls }: CacheParts) {
    this.#answers = answers;
    this.#calls = calls;
    this.#options = options;
    this.#parts = parts;
  }

  /** Whether the arrival of the block, which is now, finds an answer. @param call the row of a call, -1 for a request of a source */
  finds(block: ArrivalBlock, arrival: number, call: number): boolean {
    const profile = block.sources[arrival];
    const rule = this.#parts.ofProfiles[profile];
    if (rule === undefined) return false;
    const { nowSeconds } = this.#options.clock;
    const warmth = rule.ttlSeconds === undefined ? 1 : Math.min(1, nowSeconds / rule.ttlSeconds);
    const draws =
      this.#calls !== undefined && call >= 0
        ? this.#calls.cacheStream(call)
        : this.#drawsOf(profile, block.numbers[arrival]);
    return draws.uniform() < rule.hitRate * warmth;
  }

  /** The request that found one has it after the latency; whether it fits is known at once. */
  plan(row: number): void {
    const { requests, clock, heap, tracer } = this.#options;
    const { words } = requests;
    words[(row << 5) | word.flags] |= this.#isWrong(row) ? isCached | isWrongHit : isCached;
    words[(row << 5) | word.place] = place.backoff;
    const dueSeconds = clock.nowSeconds + this.#ruleOf(row).latencySeconds;
    tracer?.tried(row);
    tracer?.cached(row);
    heap.push(dueSeconds, rank.completion, eventKind.cacheAnswers, row, words[(row << 5) | word.generation]);
  }

  /** The answer that the request found is out. */
  answer(row: number): void {
    this.#answers.cached(row);
  }

  #isWrong(row: number): boolean {
    const { doubles } = this.#options.requests;
    const draws =
      this.#calls?.isCall(row) === true
        ? this.#calls.cacheStream(row)
        : this.#drawsOf(this.#profileOf(row), doubles[(row << 4) | double.arrivalNumber]);
    draws.uniform();
    return draws.uniform() < this.#ruleOf(row).wrongHit;
  }

  #ruleOf(row: number): CacheRule {
    const rule = this.#parts.ofProfiles[this.#profileOf(row)];
    invariant(rule !== undefined, 'only a request whose route has a cache has an answer of it');
    return rule;
  }

  #drawsOf(source: number, number: number): IndexedStream {
    const stream = this.#parts.streams[source];
    stream.seek(number, 0);
    return stream;
  }

  #profileOf(row: number): number {
    const { requests, runtimes } = this.#options;
    return Math.floor(requests.words[(row << 5) | word.group] / runtimes.length);
  }
}
