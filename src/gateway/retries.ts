import * as rank from '../kernel/rank.js';
import * as double from '../traffic/double.js';
import * as place from '../traffic/place.js';
import * as word from '../traffic/word.js';
import type { Routes } from './ai/routes/routes.js';
import type { FallbackCause } from './ai/routes/settings.js';
import type { Calls } from './calls/calls.js';
import * as eventKind from './eventKind.js';
import type { GatewayOptions } from './gatewayOptions.js';
import type { Hedges } from './hedging/hedges.js';
import type { RetryCause, RetryRules } from './retryRules.js';
import type { RulesOf } from './rulesOf.js';

interface RetriesParts {
  readonly calls: Calls | undefined;
  readonly hedges: Hedges | undefined;
  readonly rulesOf: RulesOf | undefined;
  readonly routes: Routes | undefined;
}

/** Where the next try is, and when the client knows that the one before failed. */
interface NextTry {
  readonly group: number;
  readonly answerSeconds: number;
}

/** The tries that follow tries that failed. */
export class Retries {
  readonly #options: GatewayOptions;
  readonly #calls: Calls | undefined;
  readonly #hedges: Hedges | undefined;
  readonly #requestRules: RulesOf | undefined;
  readonly #routes: Routes | undefined;

  constructor(options: GatewayOptions, { calls, hedges, rulesOf, routes }: RetriesParts) {
    this.#options = options;
    this.#calls = calls;
    this.#hedges = hedges;
    this.#requestRules = rulesOf;
    this.#routes = routes;
  }

  /**
   * Where another try follows the one that failed: at its service, taken from the budget, or at the next of its route.
   *
   * @returns the group of the next try; -1: there is none
   */
  take(row: number, cause: FallbackCause): number {
    this.#routes?.failed(row, cause);
    if (this.#takeAgain(row, cause)) return this.#options.requests.words[(row << 5) | word.group];
    return this.elsewhere(row, cause);
  }

  /** The group of the next service of its route; -1 where there is none, or nobody waits for the call any more. */
  elsewhere(row: number, cause: FallbackCause): number {
    if (this.#calls?.isForgotten(row) === true) return -1;
    return this.#routes?.next(row, cause) ?? -1;
  }

  #takeAgain(row: number, given: FallbackCause): boolean {
    const { requests, clock } = this.#options;
    if (given === 'context-too-long' || this.#calls?.isForgotten(row) === true) return false;
    const cause: RetryCause = given === 'ttft-deadline' ? 'timeout' : given;
    const rules = this.#rulesOf(row);
    const tryNumber = this.#hedges?.triesOf(row) ?? requests.words[(row << 5) | word.tries];
    return rules?.takeRetry(cause, tryNumber, clock.nowSeconds) === true;
  }

  /** Another try follows in the group, some time after the client knows at `answerSeconds` that the present one failed. */
  plan(row: number, cause: FallbackCause, { group, answerSeconds }: NextTry): void {
    const { requests, runtimes, heap, retryStreams, tracer } = this.#options;
    const { doubles, words } = requests;
    const at = row << 5;
    this.#calls?.pools?.giveBack(row);
    const failedTry = words[at | word.tries];
    this.#hedges?.close(row);
    const tryNumber = words[at | word.tries];
    let stream = this.#calls?.isCall(row) === true ? this.#calls.retryStream(row) : undefined;
    const isMove = group !== words[at | word.group];
    if (stream !== undefined) {
      const isTimeout = cause === 'timeout' || cause === 'ttft-deadline';
      if (isMove) this.#calls?.moved(row, group % runtimes.length, isTimeout);
      else if (isTimeout) this.#calls?.tryTimedOut(row);
    } else {
      stream = retryStreams[Math.floor(words[at | word.group] / runtimes.length)];
      stream.seek(doubles[(row << 4) | double.arrivalNumber], tryNumber);
    }
    doubles[(row << 4) | double.errorUniform] = stream.uniform();
    // Who goes elsewhere need not wait.
    const backoffSeconds = isMove ? 0 : (this.#rulesOf(row)?.backoffSeconds(tryNumber, stream.uniform()) ?? 0);
    const dueSeconds = answerSeconds + backoffSeconds;
    // Hedges began after it, maybe.
    words[at | word.tries] = failedTry;
    if (isMove) tracer?.moves(row, cause, { service: group % runtimes.length, dueSeconds });
    else tracer?.retries(row, cause, dueSeconds);
    words[at | word.tries] = tryNumber + 1;
    words[at | word.place] = place.backoff;
    // What was planned for the try that failed is stale from now on.
    words[at | word.generation]++;
    if (isMove) this.#routes?.move(row, group);
    heap.push(dueSeconds, rank.arrival, eventKind.retryDue, row, words[at | word.generation]);
  }

  #rulesOf(row: number): RetryRules | undefined {
    return (this.#requestRules?.(row) ?? this.#options.rules).retries;
  }
}
