import type { Clock } from '../kernel/clock.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import * as double from '../traffic/double.js';
import { hasReached } from '../traffic/requestFlag.js';
import type { RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import { CallBlock } from './callBlock.js';
import * as outcome from './outcome.js';
import { OutcomeBlock } from './outcomeBlock.js';
import * as said from './said.js';
import { type AnswerJudge, isAnswer, TokenBlock, tokenEvent } from './tokenBlock.js';
import { WaitBlock } from './waitBlock.js';

/** What happened to requests since the page before, in five parts, each in its order. */
export interface JournalPage {
  /** The arrivals [arrivalFrom, arrivalTo) of the block. */
  readonly arrivals: ArrivalBlock;
  readonly arrivalFrom: number;
  readonly arrivalTo: number;
  readonly calls: CallBlock;
  readonly outcomes: OutcomeBlock;
  readonly waits: WaitBlock;
  /** Of model servers. */
  readonly tokens: TokenBlock;
}

/** Counts what happened to requests. */
export interface JournalReader {
  read(page: JournalPage): void;
}

export interface JournalOptions {
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly sourceCount: number;
  readonly serviceCount: number;
  /** Requests have consumers. */
  readonly hasConsumers: boolean;
  /** Where models have a quality. */
  readonly judge: AnswerJudge | undefined;
  /** Where `arrivals` points before the first arrival. */
  readonly noArrivals: ArrivalBlock;
}

/**
 * All that happens to requests, written by the gateway alone, read in pages by all who count.
 *
 * Hot: writing is a few stores. A page is told when it is full, and before anybody reads a count: at every control event
 * and at the end. No method takes an instant: they are those of the request's row and of the clock.
 */
export class Journal implements JournalPage {
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  #readers: readonly JournalReader[] = [];
  arrivals: ArrivalBlock;
  arrivalFrom = 0;
  arrivalTo = 0;
  readonly calls = new CallBlock();
  readonly outcomes: OutcomeBlock;
  readonly waits = new WaitBlock();
  readonly tokens: TokenBlock;
  readonly #hasConsumers: boolean;
  readonly #judge: AnswerJudge | undefined;

  constructor(options: JournalOptions) {
    this.#clock = options.clock;
    this.#requests = options.requests;
    this.arrivals = options.noArrivals;
    this.outcomes = new OutcomeBlock(options);
    this.tokens = new TokenBlock(options);
    this.#hasConsumers = options.hasConsumers;
    this.#judge = options.judge;
  }

  /** Those who read from now on, in their order. */
  set readers(readers: readonly JournalReader[]) {
    this.#readers = readers;
  }

  /** The request arrived, and with it its first try. */
  arrived(block: ArrivalBlock, arrival: number): void {
    if (block !== this.arrivals || arrival !== this.arrivalTo) {
      this.flush();
      this.arrivals = block;
      this.arrivalFrom = arrival;
    }
    this.arrivalTo = arrival + 1;
  }

  /** A request called another, which arrived and with it its first try. */
  called(row: number): void {
    const { calls } = this;
    const { doubles, words } = this.#requests;
    const at = calls.count++;
    calls.groups[at] = words[(row << 5) | word.group];
    calls.seconds[at] = doubles[(row << 4) | double.arrival];
    if (calls.isFull) this.flush();
  }

  /** The try was served and is answered, and with it the request. */
  served(row: number, isError: boolean): void {
    const { words } = this.#requests;
    const ended = isError ? outcome.failed | said.error : outcome.completed;
    if (words[(row << 5) | word.tries] === 1) {
      const { outcomes } = this;
      const { doubles } = this.#requests;
      const at = outcomes.count;
      const instant = row << 4;
      outcomes.kinds[at] = said.servedFirst | ended;
      if (!outcomes.isAlwaysOfOne) outcomes.groups[at] = words[(row << 5) | word.group];
      outcomes.arrivalSeconds[at] = doubles[instant | double.arrival];
      outcomes.beginSeconds[at] = doubles[instant | double.began];
      outcomes.endSeconds[at] = this.#clock.nowSeconds;
      if (this.#hasConsumers) outcomes.consumers[at] = this.#requests.consumers[row];
      outcomes.count = at + 1;
      if (outcomes.isFull) this.flush();
    } else this.#write(row, ended | said.answer | said.reached | said.left);
  }

  /** The first token of the try is out of its model server. */
  firstToken(row: number): void {
    this.#writeTokens(row, tokenEvent.firstToken);
  }

  /** The request that was just served well is an answer of a model server. */
  answeredTokens(row: number): void {
    this.#writeTokens(row, tokenEvent.answered);
  }

  /** A cache has the answer of the request, all of it at once. */
  cachedTokens(row: number): void {
    this.#requests.doubles[(row << 4) | double.firstToken] = this.#clock.nowSeconds;
    this.#writeTokens(row, tokenEvent.cached);
  }

  /** A model server took a request out of its batch, for want of memory. */
  preempted(service: number): void {
    const { tokens } = this;
    const at = tokens.count++;
    tokens.kinds[at] = tokenEvent.preempted;
    tokens.services[at] = service;
    tokens.seconds[at] = this.#clock.nowSeconds;
    if (tokens.isFull) this.flush();
  }

  /** The try gave its slot back; whether anybody waited for it is another matter. */
  left(row: number): void {
    this.#write(row, said.nothing | said.left);
  }

  /** The try got its answer, or its client gave it up, which counts as an error. */
  answered(row: number, isError: boolean): void {
    this.#write(row, said.nothing | said.answer | (isError ? said.error : 0));
  }

  /** The try never got to an instance. */
  refused(row: number): void {
    this.#write(row, said.nothing | said.answer | said.error | said.refused);
  }

  /** A rate limit turned the try away: no answer of the service. */
  limited(row: number): void {
    this.#write(row, said.nothing | said.limited);
  }

  /** The request's one outcome, with what else `said` says of it; not for those that were served. */
  ended(row: number, result: number): void {
    this.#write(row, result | this.#reachedOf(row));
  }

  /** One more try begins. */
  retried(row: number): void {
    this.#write(row, said.nothing | said.retry);
  }

  /** The request waits for an instance that was started for it. */
  coldStarted(row: number): void {
    this.#write(row, said.nothing | said.coldStart);
  }

  /** An iteration of a source found no VU. */
  dropped(group: number): void {
    const { outcomes } = this;
    const at = outcomes.count++;
    outcomes.kinds[at] = said.nothing | said.dropped;
    outcomes.groups[at] = group;
    if (this.#hasConsumers) outcomes.consumers[at] = -1;
    outcomes.endSeconds[at] = this.#clock.nowSeconds;
    if (outcomes.isFull) this.flush();
  }

  /** The present try has waited until now. */
  waited(row: number): void {
    const { doubles, words } = this.#requests;
    const at = row << 5;
    const since = doubles[(row << 4) | double.tried];
    this.waits.add(words[at | word.service], words[at | word.group], since, this.#clock.nowSeconds);
    if (this.waits.isFull) this.flush();
  }

  /** The request is inside when the run ends; one that waits has waited in vain. */
  unfinished(row: number, isWaiting: boolean): void {
    this.#write(row, outcome.unfinished | (isWaiting ? 0 : this.#reachedOf(row)));
  }

  /** The try holds its slot when the run ends. */
  held(row: number): void {
    this.#write(row, said.nothing | said.held);
  }

  /** Tells all readers what happened so far. */
  flush(): void {
    const { calls, outcomes, waits, tokens } = this;
    if (outcomes.count + waits.count + calls.count + tokens.count === 0 && this.arrivalFrom === this.arrivalTo) return;
    outcomes.close();
    for (const reader of this.#readers) reader.read(this);
    calls.clear();
    outcomes.clear();
    waits.clear();
    tokens.clear();
    this.arrivalFrom = this.arrivalTo;
  }

  #writeTokens(row: number, kind: number): void {
    const { tokens } = this;
    const { doubles, words } = this.#requests;
    const at = tokens.count++;
    const instant = row << 4;
    tokens.kinds[at] = kind;
    tokens.services[at] = words[(row << 5) | word.service];
    tokens.groups[at] = words[(row << 5) | word.group];
    tokens.seconds[at] = this.#clock.nowSeconds;
    tokens.arrivalSeconds[at] = doubles[instant | double.arrival];
    tokens.triedSeconds[at] = doubles[instant | double.tried];
    tokens.firstTokenSeconds[at] = doubles[instant | double.firstToken];
    tokens.prompts[at] = doubles[instant | double.cpu];
    tokens.outputs[at] = doubles[instant | double.io];
    if (this.#hasConsumers) tokens.consumers[at] = this.#requests.consumers[row];
    if (this.#judge !== undefined) {
      tokens.verdicts[at] = isAnswer(kind) ? this.#judge.judge(row) : 0;
      tokens.instances[at] = words[(row << 5) | word.instance];
    }
    if (tokens.isFull) this.flush();
  }

  #reachedOf(row: number): number {
    return (this.#requests.words[(row << 5) | word.flags] & hasReached) === 0 ? 0 : said.reached;
  }

  #write(row: number, kind: number): void {
    const { outcomes } = this;
    const { doubles, words } = this.#requests;
    const at = outcomes.count;
    const instant = row << 4;
    outcomes.kinds[at] = kind;
    outcomes.groups[at] = words[(row << 5) | word.group];
    outcomes.arrivalSeconds[at] = doubles[instant | double.arrival];
    outcomes.beginSeconds[at] = doubles[instant | double.began];
    outcomes.endSeconds[at] = this.#clock.nowSeconds;
    outcomes.triedSeconds[at] = doubles[instant | double.tried];
    outcomes.waitedSeconds[at] = doubles[instant | double.waited];
    if (this.#hasConsumers) outcomes.consumers[at] = this.#requests.consumers[row];
    outcomes.count = at + 1;
    if (outcomes.isFull) this.flush();
  }
}
