import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Clock } from '../kernel/clock.js';
import * as rank from '../kernel/rank.js';
import type { Journal } from '../record/journal.js';
import * as outcome from '../record/outcome.js';
import * as said from '../record/said.js';
import * as double from '../traffic/double.js';
import * as place from '../traffic/place.js';
import { isWrongHit } from '../traffic/requestFlag.js';
import { type RequestTable, slotPlaces, waitsForInstance, waitsThere } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import type { Routes } from './ai/routes/routes.js';
import type { FallbackCause } from './ai/routes/settings.js';
import type { Calls } from './calls/calls.js';
import * as eventKind from './eventKind.js';
import type { GatewayOptions } from './gatewayOptions.js';
import * as tryEnd from './guards/tryEnd.js';
import * as verdict from './guards/verdict.js';
import type { Hedges } from './hedging/hedges.js';
import type { Queues } from './queues.js';
import type { RequestTracer } from './requestTracer.js';
import { Retries } from './retries.js';
import { type RulesOf, rulesOfServices } from './rulesOf.js';
import type { ServiceRuntime } from './serviceRuntime.js';
import type { TimeoutsAndRetries } from './timeoutsAndRetries.js';

interface AnswersParts {
  readonly queues: Queues;
  readonly calls: Calls | undefined;
  readonly hedges: Hedges | undefined;
  readonly rulesOf: RulesOf | undefined;
  readonly routes: Routes | undefined;
  /** The try gives up its slot before it is done. */
  cancel(row: number): void;
}

/** How tries end: answered, refused, aborted or given up; then another try, or the one outcome of the request. */
export class Answers {
  readonly #options: GatewayOptions;
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #journal: Journal;
  readonly #runtimes: readonly ServiceRuntime[];
  /** [group] */
  readonly #errorRates: Float64Array;
  readonly #rules: TimeoutsAndRetries;
  readonly #rulesOf: RulesOf | undefined;
  readonly #tracer: RequestTracer | undefined;
  readonly #queues: Queues;
  readonly #calls: Calls | undefined;
  readonly #hedges: Hedges | undefined;
  readonly #routes: Routes | undefined;
  readonly #cancel: (row: number) => void;
  readonly #retries: Retries | undefined;
  /** Someone goes on when answered. */
  readonly #hasClients: boolean;
  readonly #hasGuards: boolean;
  readonly #hasModels: boolean;

  constructor(options: GatewayOptions, { queues, calls, hedges, rulesOf, routes, cancel }: AnswersParts) {
    this.#options = options;
    this.#clock = options.clock;
    this.#requests = options.requests;
    this.#instances = options.instances;
    this.#journal = options.journal;
    this.#runtimes = options.runtimes;
    this.#errorRates = Float64Array.from(
      options.profiles.flatMap(({ errorRate }) => options.runtimes.map(() => errorRate)),
    );
    this.#rules = options.rules;
    this.#rulesOf = rulesOf;
    this.#tracer = options.tracer;
    this.#queues = queues;
    this.#calls = calls;
    this.#hedges = hedges;
    this.#routes = routes;
    this.#cancel = cancel;
    const mayRetry = rulesOfServices(options).some(({ retries }) => retries !== undefined) || calls?.mayRetry === true;
    this.#retries =
      mayRetry || routes !== undefined ? new Retries(options, { calls, hedges, rulesOf, routes }) : undefined;
    this.#hasClients =
      calls !== undefined || options.profiles.some(({ hasClients, hasSessions }) => hasClients || hasSessions);
    this.#hasGuards = options.runtimes.some(({ guards }) => guards !== undefined);
    this.#hasModels = options.runtimes.some(({ model, provider }) => model !== undefined || provider !== undefined);
  }

  /** An error by the request's own nature, or by a fault of the instance, whichever strikes; -1: a provider answers. */
  answer(row: number, instance: number): void {
    const { doubles, words } = this.#requests;
    const uniform = doubles[(row << 4) | double.errorUniform];
    const errorRate = this.#errorRates[words[(row << 5) | word.group]];
    const faultRatio = instance < 0 ? 0 : this.#instances.errorRatio[instance];
    const isError = uniform < 1 && uniform < errorRate + faultRatio - errorRate * faultRatio;
    if (isError && this.#hedges?.hasOthers(row)) {
      this.#journal.left(row);
      this.answered(row, tryEnd.error);
      this.#drop(row, this.#hedges);
      return;
    }
    if (isError && this.#retries !== undefined) {
      const group = this.#retries.take(row, '5xx');
      if (group >= 0) {
        this.#journal.left(row);
        this.answered(row, tryEnd.error);
        this.#retries.plan(row, '5xx', { group, answerSeconds: this.#clock.nowSeconds });
        return;
      }
    }
    this.#journal.served(row, isError);
    if (this.#hasModels && !isError) this.#tellTokens(row);
    this.#tellEnd(row, isError ? tryEnd.error : tryEnd.good);
    if (!isError) this.#hedges?.won(row);
    const result = isError ? outcome.failed : outcome.completed;
    if (this.#hasClients) this.#tellClient(row, result, this.#clock.nowSeconds);
    this.#release(row, result);
  }

  /** The try got its answer, or its client gave it up: `tryEnd`. */
  answered(row: number, end: number): void {
    this.#journal.answered(row, end !== tryEnd.good);
    this.#tellEnd(row, end);
  }

  /** No instance takes the try, and none will. */
  refuse(row: number): void {
    this.#journal.refused(row);
    this.fail(row, '5xx', outcome.rejected, this.#clock.nowSeconds + this.#rejectSeconds(row));
  }

  /** No instance of the service can ever serve the request: it is not tried there again. */
  refuseForGood(row: number): void {
    this.#journal.refused(row);
    this.fail(row, 'context-too-long', outcome.rejected, this.#clock.nowSeconds + this.#rejectSeconds(row));
  }

  /** The try was sent to an instance, or a provider, that takes none. */
  connectFailed(row: number): void {
    this.#journal.refused(row);
    this.#tellEnd(row, tryEnd.connect);
    this.fail(row, '5xx', outcome.failed, this.#clock.nowSeconds);
  }

  /** A guard does not let the try go on, for the reason of its verdict. */
  turnAway(row: number, reason: number): void {
    const answerSeconds = this.#clock.nowSeconds + this.#rejectSeconds(row);
    if (reason === verdict.rateLimited) {
      this.#journal.limited(row);
      this.fail(row, '429', outcome.rateLimited, answerSeconds);
      return;
    }
    this.#journal.refused(row);
    this.fail(row, '5xx', reason === verdict.shed ? outcome.rejected | said.shed : outcome.rejected, answerSeconds);
  }

  /** The instance of the try is gone, or its provider down. */
  abort(row: number): void {
    if (this.#requests.isOrphan(row)) {
      this.#requests.release(row);
      return;
    }
    this.answered(row, tryEnd.abort);
    this.fail(row, '5xx', outcome.aborted, this.#clock.nowSeconds);
  }

  /** The try stays at its instance as an orphan; the request goes on in a row of its own, which is returned. */
  leaveTryBehind(row: number): number {
    const requests = this.#requests;
    if (requests.placeOf(row) === place.instanceQueue) this.#queues.endWait(row);
    const request = requests.moveOn(row);
    requests.orphan(row);
    this.#calls?.moveOn(row, request, this.#hedges?.isBeside(row));
    this.#hedges?.moved(row, request);
    const { totalSeconds } = this.#rulesOf?.(row) ?? this.#rules;
    if (totalSeconds < Number.POSITIVE_INFINITY) {
      // The ring of total timers knows the row left behind; this one is of another begin, so it goes to the heap.
      const arrived = requests.doubles[(request << 4) | double.arrival];
      const endsSeconds = Math.max(arrived + totalSeconds, this.#clock.nowSeconds);
      const life = requests.words[(request << 5) | word.life];
      this.#options.heap.push(endsSeconds, rank.timeout, eventKind.totalTimedOut, request, life);
    }
    return request;
  }

  /** A try ended badly and is known to the client at `answerSeconds`: another one, or the end. */
  fail(row: number, cause: FallbackCause, result: number, answerSeconds: number): void {
    if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
    if (this.#hedges?.hasOthers(row)) {
      this.#drop(row, this.#hedges);
      return;
    }
    const group = this.#retries?.take(row, cause) ?? -1;
    if (group >= 0) this.#retries?.plan(row, cause, { group, answerSeconds });
    else this.end(row, result, answerSeconds);
  }

  /** The request's one outcome, with what else `said` says of it; its row is free afterwards. */
  end(row: number, result: number, answerSeconds: number): void {
    if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
    this.#journal.ended(row, result);
    if (this.#hasClients) this.#tellClient(row, result & said.outcomeMask, answerSeconds);
    this.#release(row, result & said.outcomeMask);
  }

  /** A cache answered the request, before any service did. */
  cached(row: number): void {
    this.#journal.cachedTokens(row);
    const isWrong = (this.#requests.words[(row << 5) | word.flags] & isWrongHit) !== 0;
    this.end(row, outcome.completed | said.cached | (isWrong ? said.wrong : 0), this.#clock.nowSeconds);
  }

  /** The call ends with its caller, and so do all tries of it that are open, whatever hedging does with the others. */
  endWithCaller(row: number): void {
    if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
    this.#journal.ended(row, outcome.abandoned);
    if (this.#hasClients) this.#tellClient(row, outcome.abandoned, this.#clock.nowSeconds);
    this.#release(row, outcome.abandoned, true);
  }

  /** A try has waited for as long as its client, or the gateway, would. */
  giveUp(row: number): void {
    if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
    if (this.#hedges?.hasOthers(row)) this.#drop(row, this.#hedges);
    else this.end(row, outcome.abandoned, this.#clock.nowSeconds);
  }

  /** The central queue has kept the try for as long as it may; a route may have another service for it. */
  queueTimedOut(row: number): void {
    if (this.#routes !== undefined && this.#hedges?.hasOthers(row) !== true) {
      this.#routes.failed(row, 'timeout');
      const group = this.#retries?.elsewhere(row, 'timeout') ?? -1;
      if (group >= 0) {
        if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
        this.#retries?.plan(row, 'timeout', { group, answerSeconds: this.#clock.nowSeconds });
        return;
      }
    }
    this.giveUp(row);
  }

  /** The run ends: of each request one try stands for it. */
  leaveBeside(): void {
    for (const row of this.#hedges?.closeAll() ?? []) {
      if (waitsThere(this.#requests.placeOf(row))) this.#queues.endWait(row);
      this.#requests.orphan(row);
    }
  }

  /** A try that nobody waits for is over. */
  releaseOrphan(row: number): void {
    this.#journal.left(row);
    this.#requests.release(row);
  }

  #rejectSeconds(row: number): number {
    return (this.#rulesOf?.(row) ?? this.#rules).rejectSeconds;
  }

  /** Who judges the service or its instances by how tries end; guards hear of each only once. */
  #tellEnd(row: number, end: number): void {
    if (this.#hasGuards) this.#tellGuards(row, end);
    this.#tellRotation(row, end !== tryEnd.good);
  }

  #tellTokens(row: number): void {
    const { model, provider } = this.#runtimes[this.#requests.words[(row << 5) | word.service]];
    if (model === undefined && provider === undefined) return;
    this.#journal.answeredTokens(row);
    this.#routes?.answered(row);
    provider?.billAnswer(row);
  }

  #tellGuards(row: number, end: number): void {
    this.#runtimes[this.#requests.words[(row << 5) | word.service]].guards?.ended(row, end);
  }

  #tellRotation(row: number, isError: boolean): void {
    const requests = this.#requests;
    const { rotation, centralQueue } = this.#runtimes[requests.words[(row << 5) | word.service]];
    if (!rotation.hearsAnswers || waitsForInstance(requests.placeOf(row))) return;
    // Time in a central queue is not the instance's.
    const sentAt = centralQueue === undefined ? double.tried : double.began;
    const latencySeconds = this.#clock.nowSeconds - requests.doubles[(row << 4) | sentAt];
    rotation.finished(requests.words[(row << 5) | word.instance], latencySeconds, isError);
  }

  #tellClient(row: number, result: number, answerSeconds: number): void {
    if (this.#calls?.isCall(row) === true) {
      this.#hedges?.decides(row);
      this.#calls.answered(row, result, answerSeconds);
      return;
    }
    this.#calls?.close(row);
    this.#options.clientAnswered(row, result, answerSeconds);
  }

  /** The request goes on in its other tries. */
  #drop(row: number, hedges: Hedges): void {
    this.#calls?.pools?.giveBack(row);
    this.#tracer?.dropped(row);
    hedges.drop(row);
    this.#requests.release(row);
  }

  #release(row: number, result: number, endsAll = false): void {
    this.#calls?.pools?.giveBack(row);
    const isHedged = this.#hedges?.isHedged(row) === true;
    const answeredBy = isHedged ? this.#requests.words[(row << 5) | word.tries] : 0;
    const others = this.#hedges?.close(row);
    this.#tracer?.ended(row, result, answeredBy);
    this.#requests.release(row);
    if (others !== undefined && others.length > 0) this.#leaveAll(others, endsAll);
  }

  /** The request is over: its other tries go on as orphans, or give up their places. */
  #leaveAll(rows: readonly number[], endsAll: boolean): void {
    const requests = this.#requests;
    const { hedging } = this.#runtimes[requests.words[(rows[0] << 5) | word.service]];
    const cancels = endsAll || hedging?.cancels === true;
    const cancelled = cancels ? rows.filter((row) => slotPlaces.includes(requests.placeOf(row))) : [];
    for (const row of rows) {
      if (cancelled.includes(row)) continue;
      if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
      this.#calls?.pools?.giveBack(row);
      const where = requests.placeOf(row);
      const isQueued = where === place.instanceQueue;
      if (waitsForInstance(where) || (isQueued && cancels)) {
        this.#queues.leave(row);
        this.#tracer?.cancelled(row);
        requests.release(row);
        continue;
      }
      if (isQueued) this.#queues.endWait(row);
      this.#tracer?.leftBehind(row);
      requests.orphan(row);
    }
    // Last, for whoever waits takes the slots at once, and none of these may wait any more.
    for (const row of cancelled) {
      if (this.#hasGuards) this.#tellGuards(row, tryEnd.none);
      this.#calls?.pools?.giveBack(row);
      this.#cancel(row);
    }
  }
}
