import type { JournalPage, JournalReader } from './journal.js';
import * as outcome from './outcome.js';
import type { OutcomeBlock } from './outcomeBlock.js';
import { GroupLog, keepsLimits, type RequestLogOptions, tolerableFactor } from './requestLog.js';
import * as said from './said.js';
import { isAnswer, type TokenBlock } from './tokenBlock.js';
import { TokenGroupLog } from './tokenLog.js';

interface ConsumerLogOptions
  extends Pick<RequestLogOptions, 'outerGroupCount' | 'fromSeconds' | 'toSeconds' | 'sloSeconds' | 'tokenLimits'> {
  readonly consumerCount: number;
}

/** What one consumer saw. */
export class OneConsumerLog {
  /** Requests of sources. */
  readonly requests = new GroupLog();
  /** Answers of model servers, those to calls too. */
  readonly tokens = new TokenGroupLog();
}

/** Counts and histograms of the requests by consumer; only where there are consumers. */
export class ConsumerLog implements JournalReader {
  readonly #options: ConsumerLogOptions;
  /** [consumer] */
  readonly consumers: readonly OneConsumerLog[];

  constructor(options: ConsumerLogOptions) {
    this.#options = options;
    this.consumers = Array.from({ length: options.consumerCount }, () => new OneConsumerLog());
  }

  read({ arrivals, arrivalFrom, arrivalTo, outcomes, tokens }: JournalPage): void {
    for (let arrival = arrivalFrom; arrival < arrivalTo; arrival++) {
      const log = this.consumers[arrivals.consumers[arrival]];
      if (log !== undefined && this.#isInSpan(arrivals.seconds[arrival])) log.requests.attempts++;
    }
    for (let row = 0; row < outcomes.count; row++) this.#readOutcome(outcomes, row);
    for (let row = 0; row < tokens.count; row++) this.#readTokens(tokens, row);
  }

  #readOutcome(outcomes: OutcomeBlock, row: number): void {
    const { kinds, groups, consumers, arrivalSeconds, latencySeconds } = outcomes;
    const log = this.consumers[consumers[row]]?.requests;
    const isOuter = groups[row] < this.#options.outerGroupCount;
    if (log === undefined || !isOuter || !this.#isInSpan(arrivalSeconds[row])) return;
    const kind = kinds[row];
    const result = kind & said.outcomeMask;
    if ((kind & said.retry) !== 0) log.attempts++;
    if (result === said.nothing) return;
    if ((kind & said.reached) !== 0) this.#readWait(log, outcomes, row);
    log.addReasons(kind);
    log.counts[result]++;
    if (result === outcome.failed) log.failedLatency.record(latencySeconds[row]);
    else if (result === outcome.completed) this.#readCompleted(log, latencySeconds[row]);
    else if (result === outcome.unfinished) this.#readUnfinished(log, arrivalSeconds[row]);
  }

  #readWait(log: GroupLog, { kinds, arrivalSeconds, beginSeconds, waitedSeconds }: OutcomeBlock, row: number): void {
    const isFirst = (kinds[row] & said.first) !== 0;
    const wait = isFirst ? beginSeconds[row] - arrivalSeconds[row] : waitedSeconds[row];
    log.queueWait.record(wait);
    if (wait > 0) log.waitedCount++;
  }

  #readCompleted(log: GroupLog, latencySeconds: number): void {
    const { sloSeconds } = this.#options;
    log.completedLatency.record(latencySeconds);
    if (latencySeconds <= sloSeconds) log.good++;
    else if (latencySeconds <= tolerableFactor * sloSeconds) log.tolerated++;
  }

  #readUnfinished(log: GroupLog, arrivalSeconds: number): void {
    const { sloSeconds, toSeconds } = this.#options;
    // As in the log of all requests: without an slo every one of them counts as unanswered.
    if (toSeconds - arrivalSeconds >= (sloSeconds === Number.POSITIVE_INFINITY ? 0 : sloSeconds)) log.unfinishedOld++;
  }

  #readTokens(tokens: TokenBlock, row: number): void {
    if (!isAnswer(tokens.kinds[row]) || !this.#isInSpan(tokens.arrivalSeconds[row])) return;
    const log = this.consumers[tokens.consumers[row]];
    log?.tokens.add(tokens, row, this.#options);
    if (log !== undefined && tokens.groups[row] < this.#options.outerGroupCount) this.#judge(log.requests, tokens, row);
  }

  /** Good by its latency, which has been counted or is about to be, and not by its tokens. */
  #judge(log: GroupLog, tokens: TokenBlock, row: number): void {
    const { sloSeconds, tokenLimits } = this.#options;
    if (tokenLimits === undefined || tokens.seconds[row] - tokens.arrivalSeconds[row] > sloSeconds) return;
    if (keepsLimits(tokens, row, tokenLimits)) return;
    log.good--;
    log.tolerated++;
  }

  #isInSpan(seconds: number): boolean {
    return seconds >= this.#options.fromSeconds && seconds < this.#options.toSeconds;
  }
}
