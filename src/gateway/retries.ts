import { rank } from '../kernel/rank.js';
import { double, place, word } from '../traffic/requestTable.js';
import type { Calls } from './calls/calls.js';
import { eventKind } from './eventKind.js';
import type { GatewayOptions } from './gatewayOptions.js';
import type { Hedges } from './hedging/hedges.js';
import type { RetryCause, RetryRules } from './retryRules.js';
import type { RulesOf } from './rulesOf.js';

interface RetriesParts {
  readonly calls: Calls | undefined;
  readonly hedges: Hedges | undefined;
  readonly rulesOf: RulesOf | undefined;
}

/** The tries that follow tries that failed. */
export class Retries {
  readonly #options: GatewayOptions;
  readonly #calls: Calls | undefined;
  readonly #hedges: Hedges | undefined;
  readonly #requestRules: RulesOf | undefined;

  constructor(options: GatewayOptions, { calls, hedges, rulesOf }: RetriesParts) {
    this.#options = options;
    this.#calls = calls;
    this.#hedges = hedges;
    this.#requestRules = rulesOf;
  }

  /** Whether another try follows the one that failed; takes it from the budget if so. */
  take(row: number, cause: RetryCause): boolean {
    const { requests, clock } = this.#options;
    if (this.#calls?.isForgotten(row) === true) return false;
    const rules = this.#rulesOf(row);
    const tryNumber = this.#hedges?.triesOf(row) ?? requests.words[(row << 5) | word.tries];
    return rules?.takeRetry(cause, tryNumber, clock.nowSeconds) === true;
  }

  /** Another try follows, some time after the client knows at `answerSeconds` that the present one failed. */
  plan(row: number, cause: RetryCause, answerSeconds: number): void {
    const { requests, runtimes, heap, retryStreams, tracer } = this.#options;
    const { doubles, words } = requests;
    const at = row << 5;
    this.#calls?.pools?.giveBack(row);
    const failedTry = words[at | word.tries];
    this.#hedges?.close(row);
    const tryNumber = words[at | word.tries];
    let stream = this.#calls?.isCall(row) === true ? this.#calls.retryStream(row) : undefined;
    if (stream !== undefined) this.#calls?.retried(row, cause === 'timeout');
    if (stream === undefined) {
      stream = retryStreams[Math.floor(words[at | word.group] / runtimes.length)];
      stream.seek(doubles[(row << 4) | double.arrivalNumber], tryNumber);
    }
    doubles[(row << 4) | double.errorUniform] = stream.uniform();
    const dueSeconds = answerSeconds + (this.#rulesOf(row)?.backoffSeconds(tryNumber, stream.uniform()) ?? 0);
    // Hedges began after it, maybe.
    words[at | word.tries] = failedTry;
    tracer?.retries(row, cause, dueSeconds);
    words[at | word.tries] = tryNumber + 1;
    words[at | word.place] = place.backoff;
    // What was planned for the try that failed is stale from now on.
    words[at | word.generation]++;
    heap.push(dueSeconds, rank.arrival, eventKind.retryDue, row, words[at | word.generation]);
  }

  #rulesOf(row: number): RetryRules | undefined {
    return (this.#requestRules?.(row) ?? this.#options.rules).retries;
  }
}
