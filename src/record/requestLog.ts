import { Histogram } from '../stats/histogram.js';
import { type AnswerBlock, answerLimit } from './answerBlock.js';
import type { ArrivalBlock } from './arrivalBlock.js';
import type { Ledger } from './ledger.js';
import { outcome, outcomeCount } from './outcome.js';
import type { OutcomeLog } from './outcomeLog.js';
import type { SettlingLog } from './settlingLog.js';

export interface RequestLogOptions {
  readonly groupCount: number;
  readonly serviceCount: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** A good request completed within it; Infinity without an slo. */
  readonly sloSeconds: number;
  readonly ledger: Ledger;
  /** Of runs whose pictures are kept. */
  readonly outcomes?: OutcomeLog | undefined;
  /** Of loads that can settle. */
  readonly settling?: SettlingLog | undefined;
}

/** Apdex counts an answer within so many times the target as half as good (Apdex Technical Specification 1.1, 2007). */
const tolerableFactor = 4;

/** Tumbling windows of the SLO measures (docs/measures.md). */
export const sloWindowSeconds = 60;

/** What one (source, service) pair saw; counts are of requests whose intended arrival lies in the span. */
export class GroupLog {
  readonly counts = new Float64Array(outcomeCount);
  good = 0;
  /** Completed too late, but within `tolerableFactor` times the SLO's latency: Apdex's "tolerating". */
  tolerated = 0;
  /** Unfinished and older than the SLO's latency (without one: all). */
  unfinishedOld = 0;
  attempts = 0;
  droppedIterations = 0;
  waitedCount = 0;
  coldStarts = 0;
  /** Of requests answered well, and of those answered badly: only the former are ever on time. */
  readonly completedLatency = new Histogram();
  readonly failedLatency = new Histogram();
  readonly queueWait = new Histogram();
}

/**
 * Counts and histograms of the requests, by (source, service) pair.
 *
 * Hot: told once per request. Time averages are sums of intervals clipped to the span, so nothing is integrated per
 * event; a request belongs to the span by its intended arrival, an average by the time it covers.
 */
export class RequestLog {
  readonly groups: readonly GroupLog[];
  readonly options: RequestLogOptions;
  /** [service] seconds that requests spent in the system, clipped to the span. */
  readonly systemSeconds: Float64Array;
  /** [service] seconds that requests spent waiting, clipped to the span. */
  readonly queueSeconds: Float64Array;
  /** [service] completions in the span. */
  readonly completions: Float64Array;
  /** [service][window] requests whose intended arrival lies in the window, and the good ones of them. */
  readonly windowTotals: Float64Array[];
  readonly windowGoods: Float64Array[];
  readonly #from: number;
  readonly #to: number;
  /** Scratch: the waits of a block. */
  readonly #waits = new Float64Array(answerLimit);

  constructor(options: RequestLogOptions) {
    this.options = options;
    this.#from = options.fromSeconds;
    this.#to = options.toSeconds;
    const { groupCount, serviceCount } = options;
    const windowCount = Math.ceil((this.#to - this.#from) / sloWindowSeconds);
    this.groups = Array.from({ length: groupCount }, () => new GroupLog());
    this.systemSeconds = new Float64Array(serviceCount);
    this.queueSeconds = new Float64Array(serviceCount);
    this.completions = new Float64Array(serviceCount);
    this.windowTotals = Array.from({ length: serviceCount }, () => new Float64Array(windowCount));
    this.windowGoods = Array.from({ length: serviceCount }, () => new Float64Array(windowCount));
  }

  /** A wait ended, by service or by giving up. */
  waited(group: number, arrivalSeconds: number, waitSeconds: number): void {
    if (arrivalSeconds < this.#from || arrivalSeconds >= this.#to) return;
    const log = this.groups[group];
    log.queueWait.record(waitSeconds);
    if (waitSeconds > 0) log.waitedCount++;
  }

  /** Time in a queue, for the time average; told also for requests that arrived before the span. */
  queued(service: number, fromSeconds: number, toSeconds: number): void {
    const begin = Math.max(fromSeconds, this.#from);
    const end = Math.min(toSeconds, this.#to);
    if (end > begin) this.queueSeconds[service] += end - begin;
  }

  attempted(group: number, arrivalSeconds: number): void {
    if (arrivalSeconds >= this.#from && arrivalSeconds < this.#to) this.groups[group].attempts++;
  }

  /** The requests [from, to) of the block made their one try; open sources end before the span does. */
  attemptedAll({ groups, seconds, isOfOneGroup }: ArrivalBlock, from: number, to: number): void {
    const spanBegin = this.#from;
    if (isOfOneGroup && seconds[from] >= spanBegin) {
      this.groups[groups[from]].attempts += to - from;
      return;
    }
    for (let arrival = from; arrival < to; arrival++) {
      if (seconds[arrival] >= spanBegin) this.groups[groups[arrival]].attempts++;
    }
  }

  /** The request found no idle instance of a service that scales per request. */
  coldStarted(group: number, arrivalSeconds: number): void {
    if (arrivalSeconds >= this.#from && arrivalSeconds < this.#to) this.groups[group].coldStarts++;
  }

  dropped(group: number, atSeconds: number): void {
    if (atSeconds >= this.#from && atSeconds < this.#to) this.groups[group].droppedIterations++;
  }

  /** The request's one outcome. */
  ended(group: number, service: number, result: number, arrivalSeconds: number, nowSeconds: number): void {
    this.options.ledger.ended(nowSeconds);
    this.options.outcomes?.ended(service, result, nowSeconds);
    const from = this.#from;
    const begin = Math.max(arrivalSeconds, from);
    if (nowSeconds > begin) this.systemSeconds[service] += Math.min(nowSeconds, this.#to) - begin;
    if (result === outcome.completed && nowSeconds >= from) this.completions[service]++;
    if (result <= outcome.failed) this.options.settling?.answered(service, arrivalSeconds, nowSeconds - arrivalSeconds);
    if (arrivalSeconds < from || arrivalSeconds >= this.#to) return;
    const log = this.groups[group];
    log.counts[result]++;
    const latencySeconds = nowSeconds - arrivalSeconds;
    let isGood = false;
    if (result === outcome.failed) log.failedLatency.record(latencySeconds);
    if (result === outcome.completed) {
      log.completedLatency.record(latencySeconds);
      isGood = this.#judge(log, latencySeconds);
    }
    const window = this.#windowOf(arrivalSeconds);
    this.windowTotals[service][window]++;
    if (isGood) this.windowGoods[service][window]++;
  }

  /** What `waited` and `ended` do, for requests answered at their first try. */
  answeredAll(answers: AnswerBlock): void {
    this.options.ledger.answeredAll(answers);
    this.options.outcomes?.answeredAll(answers);
    this.options.settling?.answeredAll(answers);
    if (answers.isOfOneGroup && this.#areInSpan(answers)) this.#answeredOfOne(answers);
    else this.#answeredOfMany(answers);
  }

  #areInSpan({ count, arrivalSeconds }: AnswerBlock): boolean {
    const from = this.#from;
    if (from === 0) return true;
    for (let answer = 0; answer < count; answer++) if (arrivalSeconds[answer] < from) return false;
    return true;
  }

  #answeredOfMany({ count, services, groups, arrivalSeconds, beginSeconds, answerSeconds, errors }: AnswerBlock): void {
    for (let answer = 0; answer < count; answer++) {
      const service = services[answer];
      const arrived = arrivalSeconds[answer];
      const ended = answerSeconds[answer];
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
  #answeredOfOne(answers: AnswerBlock): void {
    const { count, services, groups, arrivalSeconds, beginSeconds, latencySeconds, errorCount } = answers;
    const log = this.groups[groups[0]];
    const service = services[0];
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

  #recordEither(log: GroupLog, { count, latencySeconds, errors }: AnswerBlock): void {
    for (let answer = 0; answer < count; answer++) {
      if (errors[answer] === 1) log.failedLatency.record(latencySeconds[answer]);
      else log.completedLatency.record(latencySeconds[answer]);
    }
  }

  /** What `#judge` does, for answers of one pair. */
  #judgeAll(log: GroupLog, { count, latencySeconds, errors }: AnswerBlock): number {
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
  #addToWindows({ count, services, arrivalSeconds, latencySeconds, errors }: AnswerBlock, goodCount: number): void {
    const totals = this.windowTotals[services[0]];
    const goods = this.windowGoods[services[0]];
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

  /** A request still inside when the run ends. */
  unfinished(group: number, service: number, arrivalSeconds: number): void {
    const begin = Math.max(arrivalSeconds, this.#from);
    this.systemSeconds[service] += this.#to - begin;
    if (arrivalSeconds < this.#from) return;
    const log = this.groups[group];
    log.counts[outcome.unfinished]++;
    // Without an slo every unfinished request counts as unanswered; with one only those already too late.
    const limit = this.options.sloSeconds === Number.POSITIVE_INFINITY ? 0 : this.options.sloSeconds;
    if (this.#to - arrivalSeconds < limit) return;
    log.unfinishedOld++;
    this.windowTotals[service][this.#windowOf(arrivalSeconds)]++;
  }
}
