import { BlockPool } from './blockPool.js';
import { DecodeBatch } from './decodeBatch.js';
import { Holdings } from './holdings.js';
import { Incoming } from './incoming.js';
import type { ModelEvents } from './modelEvents.js';
import { type ModelRequests, stage } from './modelRequests.js';
import type { ReplicaCounters, ReplicaReading } from './replicaReading.js';
import { RunningList } from './runningList.js';
import { BLOCK_TOKENS, type ModelServerSettings } from './settings.js';
import { Span } from './span.js';
import { type StepWork, stepMicroseconds } from './stepTime.js';
import { type WaitingLine, waitingLine } from './waitingLine.js';

/**
 * One replica of a model server: continuous batching in iterations, as vLLM has it (vllm/v1/core/sched/scheduler.py).
 *
 * In each iteration every decoding request gets a token and prompts get what is left of the token budget. Iterations in
 * which nothing changes are one span and cost nothing; a request that enters or is given up cuts the span at the first
 * boundary from then on. Two kinds of instants: the end of a span, and just after it the plan of the next iteration, so that
 * what the caller does at the instant of a boundary is in the plan. Time moves only by `proceed`.
 *
 * Differs from vLLM: a whole prompt's blocks are taken at admission; only prefixes are found again, also after a preemption.
 */
export class ModelReplica {
  /** When `proceed` is due; Infinity when nothing is. */
  nextMicroseconds = Number.POSITIVE_INFINITY;
  steps = 0;
  busyMicroseconds = 0;
  /** Computed, those computed again after a preemption included. */
  prefillTokens = 0;
  decodeTokens = 0;
  /** Of prompts whose first token is out; and all tokens of answers. */
  promptTokens = 0;
  outputTokens = 0;
  hitTokens = 0;
  preemptions = 0;
  peakKvBlocks = 0;
  readonly #settings: ModelServerSettings;
  readonly #requests: ModelRequests;
  readonly #events: ModelEvents;
  readonly pool: BlockPool;
  readonly #holdings: Holdings;
  readonly #batch: DecodeBatch;
  readonly #list: RunningList;
  readonly #line: WaitingLine;
  readonly #incoming: Incoming;
  readonly #span = new Span();
  readonly #work: StepWork = { decoding: 0, contextTokens: 0, promptTokens: 0, attentionPairs: 0 };
  #waiting = 0;
  #givenUp: number[] = [];
  /** Those that prefill in this iteration, and their tokens; only the last may have some left after it. */
  #prefillCount = 0;
  readonly #prefills: number[] = [];
  readonly #chunks: number[] = [];
  #partial = -1;
  #isRunning = false;
  /** When the present boundary is, and when the iteration before it began, NaN after an idle time. */
  #boundary = 0;
  #previousBegin = Number.NaN;
  #pass = 0;
  #pausedAt = Number.NaN;

  constructor(settings: ModelServerSettings, requests: ModelRequests, events: ModelEvents) {
    this.#settings = settings;
    this.#requests = requests;
    this.#events = events;
    this.pool = new BlockPool(settings.kvBlocks);
    this.#holdings = new Holdings(settings, requests, this.pool);
    this.#batch = new DecodeBatch(requests);
    this.#list = new RunningList(requests, settings.policy);
    this.#line = waitingLine(settings.policy, requests);
    this.#incoming = new Incoming(requests);
  }

  /** The request joins the queue at its `queuedMicroseconds`, which never falls from one call to the next. */
  enter(row: number): void {
    this.#incoming.push(row);
    const queued = this.#requests.queuedMicroseconds[row];
    if (this.#isRunning) this.#cutAt(queued);
    else if (this.nextMicroseconds === Number.POSITIVE_INFINITY && Number.isNaN(this.#pausedAt)) this.#planAt(queued);
  }

  /** Nobody waits for the request any more; it goes at the next boundary, and its row with it. */
  giveUp(row: number, nowMicroseconds: number): void {
    const { isGivenUp, stage: stages } = this.#requests;
    isGivenUp[row] = 1;
    if (stages[row] === stage.incoming) return;
    this.#givenUp.push(row);
    if (this.#isRunning) this.#cutAt(nowMicroseconds);
  }

  /** Does what is due at `nextMicroseconds`. */
  proceed(): void {
    if (this.#isRunning) this.#endSpan();
    else this.#plan();
  }

  /** The iteration that runs stops where it is, and all after it is later by as long as that lasts. */
  pause(nowMicroseconds: number): void {
    if (!Number.isNaN(this.#pausedAt)) return;
    this.#pausedAt = nowMicroseconds;
    this.nextMicroseconds = Number.POSITIVE_INFINITY;
  }

  resume(nowMicroseconds: number): void {
    if (Number.isNaN(this.#pausedAt)) return;
    const since = this.#pausedAt;
    this.#pausedAt = Number.NaN;
    if (this.#isRunning) {
      this.#span.postpone(since, nowMicroseconds - since);
      this.nextMicroseconds = this.#span.boundary(this.#span.steps);
      // What came or went meanwhile is seen at the next boundary from now on, never at one that is past.
      const queued = this.#incoming.nextMicroseconds;
      this.#cutAt(this.#givenUp.length > 0 ? nowMicroseconds : Math.max(nowMicroseconds, queued));
    } else if (this.#list.first >= 0 || this.#line.head >= 0 || this.#incoming.count > 0) this.#planAt(nowMicroseconds);
  }

  /** The replica is gone, and with it all that it holds and remembers; so are the rows of its requests. */
  clear(): void {
    const { stage: stages, after } = this.#requests;
    for (const row of this.#givenUp) if (stages[row] === stage.answering) this.#requests.drop(row);
    for (let row = this.#list.first; row >= 0; row = after[row]) this.#requests.drop(row);
    while (this.#line.head >= 0) this.#requests.drop(this.#line.shift());
    while (this.#incoming.count > 0) this.#requests.drop(this.#incoming.shift());
    this.nextMicroseconds = Number.POSITIVE_INFINITY;
  }

  /** What is true at an instant before `nextMicroseconds`. */
  readAt(nowMicroseconds: number, reading: ReplicaReading): void {
    const growing = this.#growingAt(nowMicroseconds);
    reading.running = this.#batch.count + (this.#isRunning ? this.#prefillCount : this.#partial < 0 ? 0 : 1);
    reading.waiting = this.#waiting + this.#incoming.countUntil(nowMicroseconds);
    reading.kvUsedBlocks = this.pool.usedBlocks + growing;
    reading.kvCachedBlocks = growing === 0 ? this.pool.cachedBlocks : this.pool.cachedAfter(growing);
  }

  /** Blocks that are found of a prefix at an instant before `nextMicroseconds`; what requests use is not eaten. */
  storedBlocksAt(nowMicroseconds: number, prefix: number): number {
    const stored = this.pool.storedBlocks(prefix);
    const isEaten = stored > 0 && this.pool.isFree(prefix);
    return isEaten ? this.pool.storedAfter(prefix, this.#growingAt(nowMicroseconds)) : stored;
  }

  /** Counters at an instant before `nextMicroseconds`. */
  countersAt(nowMicroseconds: number, counters: ReplicaCounters): void {
    const until = this.#workedUntil(nowMicroseconds);
    const ended = this.#isRunning ? this.#span.begunAt(until) - 1 : 0;
    const busy = this.#isRunning ? Math.max(0, until - this.#span.startMicroseconds) : 0;
    counters.busyMicroseconds = this.busyMicroseconds + busy;
    counters.promptTokens = this.promptTokens;
    this.#holdings.tellLookups(counters);
    counters.outputTokens = this.outputTokens + ended * this.#batch.count;
    counters.preemptions = this.preemptions;
  }

  /** When the last token until an instant before `nextMicroseconds` was out, of a request whose first one is. */
  lastTokenAt(row: number, nowMicroseconds: number): number {
    const { stage: stages, lastTokenMicroseconds } = this.#requests;
    return stages[row] === stage.decode
      ? this.#span.lastBoundary(this.#workedUntil(nowMicroseconds))
      : lastTokenMicroseconds[row];
  }

  /** Blocks that iterations of the span have taken by then, those of its first left out. */
  #growingAt(nowMicroseconds: number): number {
    const begun = this.#isRunning ? this.#span.begunAt(this.#workedUntil(nowMicroseconds)) : 1;
    return begun > 1 ? this.#blocksLater(begun) : 0;
  }

  /** Nothing goes on while it is paused. */
  #workedUntil(nowMicroseconds: number): number {
    return Number.isNaN(this.#pausedAt) ? nowMicroseconds : this.#pausedAt;
  }

  /** Blocks that iterations of the span after its first need. */
  #blocksLater(steps: number): number {
    return this.#settings.admit === 'reserve' ? 0 : this.#batch.blocksFor(steps - 1, 1);
  }

  #cutAt(microseconds: number): void {
    if (this.#span.steps === 1) return;
    this.#span.steps = this.#span.stepsUntil(microseconds);
    if (Number.isNaN(this.#pausedAt)) this.nextMicroseconds = this.#span.boundary(this.#span.steps);
  }

  /** The next number after the instant: the caller's events of the instant itself come before. */
  #planAt(microseconds: number): void {
    this.#boundary = microseconds;
    this.nextMicroseconds = microseconds > 0 ? microseconds * (1 + Number.EPSILON) : Number.MIN_VALUE;
  }

  #endSpan(): void {
    const span = this.#span;
    const batch = this.#batch;
    const steps = span.steps;
    const now = this.nextMicroseconds;
    this.steps += steps;
    this.busyMicroseconds += span.elapsed(steps);
    this.decodeTokens += steps * batch.count;
    this.outputTokens += steps * batch.count;
    this.prefillTokens += this.#work.promptTokens;
    if (steps > 1) {
      this.pool.takeFree(this.#blocksLater(steps));
      this.#notePeak();
    }
    batch.advance(steps);
    this.#isRunning = false;
    this.#previousBegin = span.boundary(steps - 1);
    span.end(now);
    for (let row = batch.takeEnded(); row >= 0; row = batch.takeEnded()) this.#end(row, now);
    this.#partial = -1;
    for (let index = 0; index < this.#prefillCount; index++) this.#endChunk(index, now);
    this.#prefillCount = 0;
    this.#planAt(now);
  }

  #endChunk(index: number, now: number): void {
    const requests = this.#requests;
    const row = this.#prefills[index];
    requests.context[row] += this.#chunks[index];
    if (requests.context[row] < requests.target[row]) {
      this.#partial = row;
      return;
    }
    requests.generated[row]++;
    this.outputTokens++;
    if (Number.isNaN(requests.firstTokenMicroseconds[row])) {
      requests.firstTokenMicroseconds[row] = now;
      this.promptTokens += requests.promptTokens[row];
      if (requests.isGivenUp[row] === 0) this.#events.firstToken(row);
    }
    if (requests.generated[row] === requests.outputTokens[row]) this.#end(row, now);
    else this.#batch.join(row);
  }

  #end(row: number, now: number): void {
    const requests = this.#requests;
    const { overheadOut, perOutputToken } = this.#settings.overheads;
    this.#list.remove(row);
    this.#holdings.finish(row);
    requests.stage[row] = stage.answering;
    requests.endMicroseconds[row] = now + overheadOut + perOutputToken * requests.outputTokens[row];
    if (requests.isGivenUp[row] === 0) this.#events.answered(row);
  }

  /** A running request stops before its end. */
  #stop(row: number): void {
    const isDecoding = this.#requests.stage[row] === stage.decode;
    if (isDecoding) this.#batch.leave(row);
    else this.#partial = -1;
    this.#list.remove(row);
    this.#holdings.stop(row, isDecoding && this.#requests.grantedIn[row] === this.#pass ? 1 : 0);
  }

  #plan(): void {
    const now = this.#boundary;
    this.#pass++;
    this.#dropGivenUp();
    const isBusy = !Number.isNaN(this.#previousBegin);
    const seenUntil = this.#settings.lookahead === 1 && isBusy ? this.#previousBegin : now;
    this.#waiting += this.#incoming.queueUntil(seenUntil, this.#line);
    if (this.#begin()) return;
    if (seenUntil < now) {
      this.#waiting += this.#incoming.queueUntil(now, this.#line);
      if (this.#begin()) return;
    }
    this.#previousBegin = Number.NaN;
    this.#planAt(this.#incoming.nextMicroseconds);
  }

  #dropGivenUp(): void {
    if (this.#givenUp.length === 0) return;
    const requests = this.#requests;
    const { admission, stage: stages } = requests;
    for (const row of this.#givenUp.sort((a, b) => admission[a] - admission[b])) {
      if (stages[row] === stage.waiting) this.#waiting--;
      else {
        if (stages[row] !== stage.answering) this.#stop(row);
        requests.drop(row);
      }
    }
    this.#givenUp.length = 0;
  }

  /** Plans the iteration that begins at the boundary. @returns whether there is anything to do */
  #begin(): boolean {
    const { admit, step, tokenBudget } = this.#settings;
    const batch = this.#batch;
    const work = this.#work;
    const needed = admit === 'reserve' ? 0 : batch.blocksFor(1, 0);
    const isShort = needed > this.pool.freeBlocks;
    if (isShort) this.#grantInOrder();
    else this.pool.takeFree(needed);
    work.decoding = batch.count;
    work.contextTokens = batch.contextTokens;
    work.promptTokens = 0;
    work.attentionPairs = 0;
    if (this.#partial >= 0) this.#prefill(this.#partial, tokenBudget - batch.count);
    if (!isShort) this.#admitWaiting();
    this.#notePeak();
    // Whoever is left alone has room: after a preemption there is always somebody to begin with.
    if (batch.count + this.#prefillCount === 0) return isShort && this.#begin();
    const span = this.#span;
    span.startMicroseconds = this.#boundary;
    span.firstMicroseconds = stepMicroseconds(step, work);
    span.growthMicroseconds = step.perContextToken * batch.count;
    span.steps = 1;
    if (!isShort && this.#prefillCount === 0) this.#stretch();
    this.#isRunning = true;
    this.nextMicroseconds = span.boundary(span.steps);
    return true;
  }

  /** As many iterations as nothing can change in: until an end, a request that is queued, or too few blocks. */
  #stretch(): void {
    const span = this.#span;
    const steps = this.#batch.stepsToEnd();
    const later =
      this.#settings.admit === 'reserve' ? steps - 1 : this.#batch.stepsWithin(this.pool.freeBlocks, steps - 1, 1);
    span.steps = later + 1;
    if (this.#incoming.count > 0) span.steps = span.stepsUntil(this.#incoming.nextMicroseconds);
  }

  /** A block for each that needs one, in order; where none is free somebody goes back to the queue. */
  #grantInOrder(): void {
    const { after, stage: stages, grantedIn } = this.#requests;
    let row = this.#list.first;
    while (row >= 0) {
      let isIn = true;
      if (stages[row] === stage.decode && this.#batch.needsBlock(row)) {
        while (isIn && this.pool.freeBlocks === 0) {
          const victim = this.#list.victim();
          this.#preempt(victim);
          isIn = victim !== row;
        }
        if (isIn) {
          this.pool.takeFree(1);
          grantedIn[row] = this.#pass;
        }
      }
      row = after[row];
    }
  }

  #preempt(row: number): void {
    const requests = this.#requests;
    requests.lastTokenMicroseconds[row] = this.lastTokenAt(row, this.#boundary);
    this.#stop(row);
    requests.stage[row] = stage.waiting;
    requests.preemptions[row]++;
    this.preemptions++;
    this.#line.pushBack(row);
    this.#waiting++;
    this.#events.preempted(row);
  }

  #prefill(row: number, room: number): void {
    const { context, target } = this.#requests;
    const left = target[row] - context[row];
    const chunk = left < room ? left : room;
    this.#prefills[this.#prefillCount] = row;
    this.#chunks[this.#prefillCount++] = chunk;
    this.#work.promptTokens += chunk;
    this.#work.attentionPairs += chunk * (context[row] + chunk / 2);
  }

  #admitWaiting(): void {
    const { maxSequences, tokenBudget } = this.#settings;
    const line = this.#line;
    for (let row = line.head; row >= 0; row = line.head) {
      if (this.#requests.isGivenUp[row] === 1) {
        this.#requests.drop(line.shift());
        continue;
      }
      const room = tokenBudget - this.#batch.count - this.#work.promptTokens;
      const isFull = this.#batch.count + this.#prefillCount >= maxSequences;
      if (room <= 0 || isFull || !this.#holdings.take(row)) return;
      line.shift();
      this.#admit(row);
      this.#prefill(row, room);
    }
  }

  #admit(row: number): void {
    const requests = this.#requests;
    this.#waiting--;
    requests.stage[row] = stage.prefill;
    this.#list.append(row);
    const found = requests.foundBlocks[row] * BLOCK_TOKENS;
    requests.context[row] = found;
    this.hitTokens += found;
    if (!Number.isNaN(requests.admittedMicroseconds[row])) return;
    requests.admittedMicroseconds[row] = this.#boundary;
    this.#holdings.noteLookup(row, found);
  }

  #notePeak(): void {
    if (this.pool.usedBlocks > this.peakKvBlocks) this.peakKvBlocks = this.pool.usedBlocks;
  }
}
