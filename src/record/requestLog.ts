import { Histogram } from '../stats/histogram.js';
import type { CallBlock } from './callBlock.js';
import type { JournalPage, JournalReader } from './journal.js';
import * as outcome from './outcome.js';
import { outcomeCount } from './outcome.js';
import { type OutcomeBlock, outcomeLimit } from './outcomeBlock.js';
import * as said from './said.js';
import { gapSecondsOf, isAnswer, type TokenBlock } from './tokenBlock.js';
import type { WaitBlock } from './waitBlock.js';

/** What the SLO says of tokens; Infinity where it says nothing of one. */
export interface TokenLimits {
  /** From the intended arrival to the first token. */
  readonly firstTokenSeconds: number;
  /** Mean between two tokens of an answer. */
  readonly gapSeconds: number;
}

/** Whether the answer of the row keeps what the SLO says of tokens. */
export function keepsLimits(tokens: TokenBlock, row: number, { firstTokenSeconds, gapSeconds }: TokenLimits): boolean {
  const isFirstLate = tokens.firstTokenSeconds[row] - tokens.arrivalSeconds[row] > firstTokenSeconds;
  // Not a number, and so no gap that is too long, where there is one token alone.
  return !isFirstLate && !(gapSecondsOf(tokens, row) > gapSeconds);
}

/** What a good answer keeps. */
export interface AnswerLimits {
  /** A good request completed within it; Infinity without an slo. */
  readonly sloSeconds: number;
  /** What a good answer of a model server keeps besides. */
  readonly tokenLimits?: TokenLimits | undefined;
}

/** Whether the answer of the row is good. */
export function isGoodAnswer(tokens: TokenBlock, row: number, { sloSeconds, tokenLimits }: AnswerLimits): boolean {
  if (tokens.seconds[row] - tokens.arrivalSeconds[row] > sloSeconds) return false;
  return tokenLimits === undefined || keepsLimits(tokens, row, tokenLimits);
}

export interface RequestLogOptions extends AnswerLimits {
  readonly groupCount: number;
  readonly serviceCount: number;
  /** Groups below this are of requests that sources send; the others are calls between services. */
  readonly outerGroupCount: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Apdex counts an answer within so many times the target as half as good (Apdex Technical Specification 1.1, 2007). */
export const tolerableFactor = 4;

/** Tumbling windows of the SLO measures (docs/measures.md). */
export const sloWindowSeconds = 60;

/** What one (source, service) pair saw; counts are of requests whose intended arrival lies in the span. */
export class GroupLog {
  readonly counts = new Float64Array(outcomeCount);
  good = 0;
  /** Not good, but completed within `tolerableFactor` times the SLO's latency: Apdex's "tolerating". */
  tolerated = 0;
  /** Unfinished and older than the SLO's latency (without one: all). */
  unfinishedOld = 0;
  /** Rejected ones that admission turned away. */
  shed = 0;
  /** Completed ones that a cache answered, and those of them that were wrong. */
  cached = 0;
  cachedWrong = 0;
  attempts = 0;
  droppedIterations = 0;
  waitedCount = 0;
  coldStarts = 0;
  /** Of requests answered well, and of those answered badly: only the former are ever on time. */
  readonly completedLatency = new Histogram();
  readonly failedLatency = new Histogram();
  readonly queueWait = new Histogram();

  /** What else an outcome says. */
  addReasons(kind: number): void {
    if ((kind & said.shed) !== 0) this.shed++;
    if ((kind & said.cached) !== 0) this.cached++;
    if ((kind & said.wrong) !== 0) this.cachedWrong++;
  }
}

/**
 * Counts and histograms of the requests, by (source, service) pair.
 *
 * Hot: pages of answers at the first try are counted column by column, others row by row. Time averages are sums of intervals clipped to the span, so nothing is integrated per
 * event; a request belongs to the span by its intended arrival, an average by the time it covers.
 */
export class RequestLog implements JournalReader {
  readonly groups: readonly GroupLog[];
  readonly options: RequestLogOptions;
  /**
   * [lane] seconds that requests spent in the system, clipped to the span. Lanes are the services, once for requests of
   * sources and behind them, where there are calls, once more for those: a call's time is part of its caller's.
   */
  readonly systemSeconds: Float64Array;
  /** [lane] seconds that requests spent waiting, clipped to the span. */
  readonly queueSeconds: Float64Array;
  /** [lane] completions in the span. */
  readonly completions: Float64Array;
  /** [lane][window] requests whose intended arrival lies in the window, and the good ones of them. */
  readonly windowTotals: Float64Array[];
  readonly windowGoods: Float64Array[];
  readonly #outerGroupCount: number;
  readonly #serviceCount: number;
  readonly #from: number;
  readonly #to: number;
  /** Scratch: the waits of a block. */
  readonly #waits = new Float64Array(outcomeLimit);

  constructor(options: RequestLogOptions) {
    this.options = options;
    this.#from = options.fromSeconds;
    this.#to = options.toSeconds;
    const { groupCount, serviceCount, outerGroupCount } = options;
    const laneCount = groupCount > outerGroupCount ? 2 * serviceCount : serviceCount;
    this.#outerGroupCount = outerGroupCount;
    this.#serviceCount = serviceCount;
    const windowCount = Math.ceil((this.#to - this.#from) / sloWindowSeconds);
    this.groups = Array.from({ length: groupCount }, () => new GroupLog());
    this.systemSeconds = new Float64Array(laneCount);
    this.queueSeconds = new Float64Array(laneCount);
    this.completions = new Float64Array(laneCount);
    this.windowTotals = Array.from({ length: laneCount }, () => new Float64Array(windowCount));
    this.windowGoods = Array.from({ length: laneCount }, () => new Float64Array(windowCount));
  }

  read(page: JournalPage): void {
    this.#readArrivals(page);
    this.#readCalls(page.calls);
    this.#readWaits(page.waits);
    if (this.options.tokenLimits !== undefined) this.#readTokens(page.tokens, this.options.tokenLimits);
    const { outcomes } = page;
    if (outcomes.count === 0) return;
    if (!outcomes.isServedFirst) this.#readRows(outcomes);
    else if (outcomes.isOfOneGroup && this.#areInSpan(outcomes)) this.#readServedOfOne(outcomes);
    else this.#readServed(outcomes);
  }

  /** Each arrival is a first try; open sources end before the span does. */
  #readArrivals({ arrivals, arrivalFrom: from, arrivalTo: to }: JournalPage): void {
    const { groups, seconds, isOfOneGroup } = arrivals;
    if (isOfOneGroup && from < to && seconds[from] >= this.#from) {
      this.groups[groups[from]].attempts += to - from;
      return;
    }
    for (let arrival = from; arrival < to; arrival++) {
      if (seconds[arrival] >= this.#from) this.groups[groups[arrival]].attempts++;
    }
  }

  #readCalls({ count, groups, seconds }: CallBlock): void {
    for (let call = 0; call < count; call++) {
      if (this.#isInSpan(seconds[call])) this.groups[groups[call]].attempts++;
    }
  }

  /** For the time average, so waits of requests that arrived before the span count, too. */
  #readWaits({ count, services, groups, fromSeconds, toSeconds }: WaitBlock): void {
    for (let wait = 0; wait < count; wait++) {
      const begin = Math.max(fromSeconds[wait], this.#from);
      const end = Math.min(toSeconds[wait], this.#to);
      if (end > begin) this.queueSeconds[this.#laneOf(services[wait], groups[wait])] += end - begin;
    }
  }

  /** Answers that are good by their latency, and not by their tokens: each has been counted, or is about to be. */
  #readTokens(tokens: TokenBlock, limits: TokenLimits): void {
    const { count, kinds, services, groups, seconds, arrivalSeconds } = tokens;
    for (let row = 0; row < count; row++) {
      const arrived = arrivalSeconds[row];
      if (!isAnswer(kinds[row]) || !this.#isInSpan(arrived)) continue;
      if (seconds[row] - arrived > this.options.sloSeconds) continue;
      if (keepsLimits(tokens, row, limits)) continue;
      const log = this.groups[groups[row]];
      log.good--;
      log.tolerated++;
      this.windowGoods[this.#laneOf(services[row], groups[row])][this.#windowOf(arrived)]--;
    }
  }

  #readRows(outcomes: OutcomeBlock): void {
    for (let row = 0; row < outcomes.count; row++) {
      const kind = outcomes.kinds[row];
      const result = kind & said.outcomeMask;
      if (result === outcome.unfinished) this.#readUnfinished(outcomes, row);
      else if (result !== said.nothing) this.#readEnd(outcomes, row, result);
      else if ((kind & (said.retry | said.coldStart | said.dropped)) !== 0) this.#readStep(outcomes, row);
    }
  }

  #readStep({ kinds, groups, arrivalSeconds, endSeconds }: OutcomeBlock, row: number): void {
    const kind = kinds[row];
    const isDropped = (kind & said.dropped) !== 0;
    if (!this.#isInSpan(isDropped ? endSeconds[row] : arrivalSeconds[row])) return;
    const log = this.groups[groups[row]];
    if (isDropped) log.droppedIterations++;
    else if ((kind & said.retry) !== 0) log.attempts++;
    else log.coldStarts++;
  }

  #readWaited({ kinds, groups, waitedSeconds }: OutcomeBlock, row: number): void {
    if ((kinds[row] & said.reached) === 0) return;
    const log = this.groups[groups[row]];
    log.queueWait.record(waitedSeconds[row]);
    if (waitedSeconds[row] > 0) log.waitedCount++;
  }

  /** The request's one outcome. */
  #readEnd(outcomes: OutcomeBlock, row: number, result: number): void {
    const { groups, services, arrivalSeconds, endSeconds, latencySeconds } = outcomes;
    const service = this.#laneOf(services[row], groups[row]);
    const ended = endSeconds[row];
    const begin = Math.max(arrivalSeconds[row], this.#from);
    if (ended > begin) this.systemSeconds[service] += Math.min(ended, this.#to) - begin;
    if (result === outcome.completed && ended >= this.#from) this.completions[service]++;
    if (!this.#isInSpan(arrivalSeconds[row])) return;
    this.#readWaited(outcomes, row);
    const log = this.groups[groups[row]];
    log.counts[result]++;
    log.addReasons(outcomes.kinds[row]);
    const window = this.#windowOf(arrivalSeconds[row]);
    this.windowTotals[service][window]++;
    if (result === outcome.failed) log.failedLatency.record(latencySeconds[row]);
    if (result !== outcome.completed) return;
    log.completedLatency.record(latencySeconds[row]);
    if (this.#judge(log, latencySeconds[row])) this.windowGoods[service][window]++;
  }

  /** A request still inside when the run ends. */
  #readUnfinished(outcomes: OutcomeBlock, row: number): void {
    const { groups, services, arrivalSeconds } = outcomes;
    const arrived = arrivalSeconds[row];
    const lane = this.#laneOf(services[row], groups[row]);
    this.systemSeconds[lane] += this.#to - Math.max(arrived, this.#from);
    if (!this.#isInSpan(arrived)) return;
    this.#readWaited(outcomes, row);
    const log = this.groups[groups[row]];
    log.counts[outcome.unfinished]++;
    // Without an slo every unfinished request counts as unanswered; with one only those already too late.
    const limit = this.options.sloSeconds === Number.POSITIVE_INFINITY ? 0 : this.options.sloSeconds;
    if (this.#to - arrived < limit) return;
    log.unfinishedOld++;
    this.windowTotals[lane][this.#windowOf(arrived)]++;
  }

  #isInSpan(seconds: number): boolean {
    return seconds >= this.#from && seconds < this.#to;
  }

  #areInSpan({ count, arrivalSeconds }: OutcomeBlock): boolean {
    const from = this.#from;
    if (from === 0) return true;
    for (let answer = 0; answer < count; answer++) if (arrivalSeconds[answer] < from) return false;
    return true;
  }

  #readServed({ count, services, groups, arrivalSeconds, beginSeconds, endSeconds, errors }: OutcomeBlock): void {
    for (let answer = 0; answer < count; answer++) {
      const service = this.#laneOf(services[answer], groups[answer]);
      const arrived = arrivalSeconds[answer];
      const ended = endSeconds[answer];
      const isError = errors[answer] === 1;
      const begin = Math.max(arrived, this.#from);
      if (ended > begin) this.systemSeconds[service] += ended - begin;
      if (!isError && ended >= this.#from) this.completions[service]++;
      if (arrived < this.#from) continue;
      const log = this.groups[groups[answer]];
      const wait = beginSeconds[answer] - arrived;
      log.queueWait.record(wait);
      if (wait > 0) log.waitedCount++;
      log.counts[isError ? outcome.failed : outcome.completed]++;
      const latency = ended - arrived;
      const window = this.#windowOf(arrived);
      this.windowTotals[service][window]++;
      if (isError) log.failedLatency.record(latency);
      else {
        log.completedLatency.record(latency);
        if (this.#judge(log, latency)) this.windowGoods[service][window]++;
      }
    }
  }

  /** Answers of one pair whose requests all came within the span: what is the same for all is looked up once. */
  #readServedOfOne(answers: OutcomeBlock): void {
    const { count, services, groups, arrivalSeconds, beginSeconds, latencySeconds, errorCount } = answers;
    const log = this.groups[groups[0]];
    const service = this.#laneOf(services[0], groups[0]);
    const waits = this.#waits;
    let systemSeconds = this.systemSeconds[service];
    let waitedCount = 0;
    for (let answer = 0; answer < count; answer++) {
      const wait = beginSeconds[answer] - arrivalSeconds[answer];
      waits[answer] = wait;
      if (wait > 0) waitedCount++;
      systemSeconds += latencySeconds[answer];
    }
    this.systemSeconds[service] = systemSeconds;
    this.completions[service] += count - errorCount;
    log.waitedCount += waitedCount;
    log.counts[outcome.failed] += errorCount;
    log.counts[outcome.completed] += count - errorCount;
    this.#addToWindows(answers, this.#judgeAll(log, answers));
    if (waitedCount > 0) log.queueWait.recordAll(waits, count);
    else log.queueWait.recordZeros(count);
    if (errorCount === 0) log.completedLatency.recordAll(latencySeconds, count);
    else this.#recordEither(log, answers);
  }

  #recordEither(log: GroupLog, { count, latencySeconds, errors }: OutcomeBlock): void {
    for (let answer = 0; answer < count; answer++) {
      if (errors[answer] === 1) log.failedLatency.record(latencySeconds[answer]);
      else log.completedLatency.record(latencySeconds[answer]);
    }
  }

  /** What `#judge` does, for answers of one pair. */
  #judgeAll(log: GroupLog, { count, latencySeconds, errors }: OutcomeBlock): number {
    const goodSeconds = this.options.sloSeconds;
    const tolerableSeconds = tolerableFactor * goodSeconds;
    let goodCount = 0;
    let toleratedCount = 0;
    for (let answer = 0; answer < count; answer++) {
      if (errors[answer] === 1) continue;
      if (latencySeconds[answer] <= goodSeconds) goodCount++;
      else if (latencySeconds[answer] <= tolerableSeconds) toleratedCount++;
    }
    log.good += goodCount;
    log.tolerated += toleratedCount;
    return goodCount;
  }

  /** Adds answers of one pair to their windows, which are mostly one: then no answer needs its own. */
  #addToWindows(
    { count, services, groups, arrivalSeconds, latencySeconds, errors }: OutcomeBlock,
    goodCount: number,
  ): void {
    const lane = this.#laneOf(services[0], groups[0]);
    const totals = this.windowTotals[lane];
    const goods = this.windowGoods[lane];
    let earliest = arrivalSeconds[0];
    let latest = earliest;
    for (let answer = 1; answer < count; answer++) {
      const arrived = arrivalSeconds[answer];
      if (arrived < earliest) earliest = arrived;
      if (arrived > latest) latest = arrived;
    }
    const first = this.#windowOf(earliest);
    if (first === this.#windowOf(latest)) {
      totals[first] += count;
      goods[first] += goodCount;
      return;
    }
    for (let answer = 0; answer < count; answer++) {
      const window = this.#windowOf(arrivalSeconds[answer]);
      totals[window]++;
      if (errors[answer] === 0 && latencySeconds[answer] <= this.options.sloSeconds) goods[window]++;
    }
  }

  #laneOf(service: number, group: number): number {
    return group < this.#outerGroupCount ? service : service + this.#serviceCount;
  }

  #windowOf(arrivalSeconds: number): number {
    return Math.floor((arrivalSeconds - this.#from) / sloWindowSeconds);
  }

  /** Counts a request answered well as good or tolerated; whether it is good. */
  #judge(log: GroupLog, latencySeconds: number): boolean {
    if (latencySeconds <= this.options.sloSeconds) {
      log.good++;
      return true;
    }
    if (latencySeconds <= tolerableFactor * this.options.sloSeconds) log.tolerated++;
    return false;
  }
}
