import type { InstanceTable } from '../fleet/instanceTable.js';
import { rowsInside } from '../fleet/rowsInside.js';
import type { Serving } from '../fleet/serving.js';
import type { Clock } from '../kernel/clock.js';
import type { Journal } from '../record/journal.js';
import * as outcome from '../record/outcome.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import * as double from '../traffic/double.js';
import * as place from '../traffic/place.js';
import { makesCalls } from '../traffic/requestFlag.js';
import { type RequestTable, waitsForInstance } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import { AnswerCache } from './ai/cache/answerCache.js';
import { Providers } from './ai/providers/providers.js';
import { Routes } from './ai/routes/routes.js';
import { Answers } from './answers.js';
import { DeadTries } from './belief/deadTries.js';
import { Calls } from './calls/calls.js';
import { Checks } from './checks/checks.js';
import type { GatewayOptions } from './gatewayOptions.js';
import * as tryEnd from './guards/tryEnd.js';
import { Hedges } from './hedging/hedges.js';
import { logUnfinished } from './logUnfinished.js';
import { Queues } from './queues.js';
import type { RequestTracer } from './requestTracer.js';
import { hasOtherTimers, type RulesOf, rulesOf } from './rulesOf.js';
import type { RequestProfile, ServiceRuntime } from './serviceRuntime.js';
import type { TimeoutsAndRetries } from './timeoutsAndRetries.js';
import { Timers } from './timers.js';
import { Tries } from './tries.js';

/**
 * The way of a request: route -> admit -> wait -> begin -> answer -> retry or end.
 *
 * Hot: one call per request and stage, no allocation. How an instance serves is the serving's business, what is counted the
 * journal's; the gateway alone moves a request from one to the other.
 */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #serving: Serving;
  readonly #journal: Journal;
  readonly #runtimes: readonly ServiceRuntime[];
  /** [group] */
  readonly #profiles: readonly RequestProfile[];
  readonly #rules: TimeoutsAndRetries;
  readonly #rulesOf: RulesOf | undefined;
  readonly #tracer: RequestTracer | undefined;
  readonly #queues: Queues;
  readonly #answers: Answers;
  readonly #tries: Tries;
  readonly #deadTries: DeadTries;
  /** Where somebody hedges. */
  readonly #hedges: Hedges | undefined;
  /** What mostly nothing asks for: memory and network, timeouts. */
  readonly #hasBytes: boolean;
  readonly #hasPrefixes: boolean;
  readonly #hasSessions: boolean;
  readonly #hasConsumers: boolean;
  readonly #leaks: GatewayOptions['leaks'];
  readonly #hasTimers: boolean;
  readonly timers: Timers;
  /** Where a route has one. */
  readonly cache: AnswerCache | undefined;
  /** Where classes go to routes. */
  readonly routes: Routes | undefined;
  /** Where there are providers. */
  readonly providers: Providers | undefined;
  /** Where a class makes calls. */
  readonly calls: Calls | undefined;
  /** Where somebody checks instances. */
  readonly checks: Checks | undefined;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#requests = options.requests;
    this.#instances = options.instances;
    this.#serving = options.serving;
    this.#journal = options.journal;
    this.#runtimes = options.runtimes;
    this.#profiles = options.profiles.flatMap((profile) => options.runtimes.map(() => profile));
    this.#rules = options.rules;
    this.#tracer = options.tracer;
    this.#hasBytes = options.profiles.some(({ memoryBytes, networkBytes }) => memoryBytes + networkBytes > 0);
    this.#hasPrefixes = options.profiles.some(({ hasPrefix }) => hasPrefix);
    this.#hasSessions = options.profiles.some(({ hasSessions }) => hasSessions);
    this.#hasConsumers = options.hasConsumers;
    this.calls = options.calls && new Calls(options, options.calls, this);
    this.#rulesOf = rulesOf(options, this.calls);
    this.routes = options.routes && new Routes(options, options.routes, this.calls);
    this.timers = new Timers(options.rules, options, hasOtherTimers(options, this.calls));
    this.#leaks = options.leaks;
    this.#hasTimers = this.timers.areAny;
    this.#queues = new Queues(options, this.timers, { rulesOf: this.#rulesOf, pools: this.calls?.pools });
    for (const { guards } of options.runtimes) guards?.start(this);
    const hasHedging = options.runtimes.some(({ hedging }) => hedging !== undefined);
    this.#hedges = hasHedging ? new Hedges(options, this.calls, this.#rulesOf) : undefined;
    this.#answers = new Answers(options, {
      queues: this.#queues,
      calls: this.calls,
      hedges: this.#hedges,
      rulesOf: this.#rulesOf,
      routes: this.routes,
      cancel: (row) => this.#tries.cancel(row),
    });
    this.cache =
      options.cache && new AnswerCache(options, options.cache, { answers: this.#answers, calls: this.calls });
    const hasProviders = options.runtimes.some(({ provider }) => provider !== undefined);
    this.providers = hasProviders ? new Providers(options, this.#answers, this.routes) : undefined;
    this.#deadTries = new DeadTries(options, this.#answers);
    const slotFreed = (instance: number) =>
      this.#tries.serveNext(instance, this.#runtimes[this.#instances.service[instance]]);
    this.checks = options.hasChecks ? new Checks(options, slotFreed) : undefined;
    this.#tries = new Tries(options, {
      timers: this.timers,
      queues: this.#queues,
      answers: this.#answers,
      deadTries: this.#deadTries,
      checks: this.checks,
      calls: this.calls,
      hedges: this.#hedges,
      rulesOf: this.#rulesOf,
      routes: this.routes,
      providers: this.providers,
    });
  }

  /** The arrival of the block happens now. */
  arrive(block: ArrivalBlock, arrival: number): void {
    const isCached = this.choose(block, arrival, -1);
    const requests = this.#requests;
    const row = requests.allocate();
    const { doubles, words } = requests;
    const instant = row << 4;
    const at = row << 5;
    doubles[instant | double.arrival] = block.seconds[arrival];
    doubles[instant | double.cpu] = block.cpuSeconds[arrival];
    doubles[instant | double.io] = block.ioSeconds[arrival];
    doubles[instant | double.errorUniform] = block.errorUniforms[arrival];
    doubles[instant | double.waited] = 0;
    doubles[instant | double.patienceEnds] = block.seconds[arrival] + block.patienceSeconds[arrival];
    doubles[instant | double.arrivalNumber] = block.numbers[arrival];
    if (this.#hasPrefixes) requests.beginWith(row, block.prefixes[arrival]);
    if (this.#hasSessions) requests.isTurnOf(row, block.sessions[arrival], block.carriedTokens[arrival]);
    if (this.#hasConsumers) requests.askedBy(row, block.consumers[arrival]);
    words[at | word.group] = block.groups[arrival];
    words[at | word.service] = block.services[arrival];
    words[at | word.user] = block.users[arrival];
    words[at | word.flags] = 0;
    words[at | word.tries] = 1;
    this.#journal.arrived(block, arrival);
    this.calls?.begin(row);
    this.send(row, isCached);
  }

  /** Where the arrival goes, a request of a source or a call. @returns whether a cache answers it */
  choose(block: ArrivalBlock, arrival: number, call: number): boolean {
    const isCached = this.cache?.finds(block, arrival, call) === true;
    this.routes?.choose(block, arrival, isCached, call);
    return isCached;
  }

  /** A request, whose service is known, is on its way. */
  send(row: number, isCached: boolean): void {
    this.routes?.begin(row);
    if (isCached) {
      this.cache?.plan(row);
      return;
    }
    (this.#rulesOf?.(row) ?? this.#rules).retries?.noteRequest(this.#clock.nowSeconds);
    if (this.#hasTimers) this.timers.startTotal(row, this.#rulesOf?.(row));
    this.#tries.admit(row);
  }

  /** A serving is done with this request, or with what comes before its calls. */
  served(row: number): void {
    if (this.checks !== undefined && this.#requests.isCheck(row)) {
      this.checks.done(row);
      return;
    }
    if (this.calls !== undefined && (this.#requests.words[(row << 5) | word.flags] & makesCalls) !== 0)
      this.callsDue(row);
    else this.#finished(row);
  }

  /** The request has left its slot; whoever waits takes it. */
  #finished(row: number): void {
    const { words } = this.#requests;
    const instances = this.#instances;
    const at = row << 5;
    const instance = words[at | word.instance];
    const runtime = this.#runtimes[words[at | word.service]];
    this.#tries.left(row, instance, runtime);
    this.#tracer?.served(row);
    instances.answered[instance]++;
    if (this.#leaks !== undefined) this.#leaks.served(instance);
    if (this.#hasBytes) instances.networkBytes[instance] += this.#profiles[words[at | word.group]].networkBytes;
    if (this.#requests.isOrphan(row)) this.#answers.releaseOrphan(row);
    else this.#answers.answer(row, instance);
    this.#tries.slotFreed(instance, runtime);
  }

  /** The request in its slot makes its next calls; after the last it goes on, or ends with the error that one of them had. */
  callsDue(row: number): void {
    const { calls } = this;
    const instance = this.#requests.words[(row << 5) | word.instance];
    if (calls === undefined) return;
    if (!Number.isNaN(this.#instances.pausedSinceSeconds[instance])) {
      this.#serving.hold(row);
      return;
    }
    if (!calls.goOn(row)) return;
    this.#requests.words[(row << 5) | word.flags] &= ~makesCalls;
    const hasFailed = calls.hasFailed(row);
    if (!hasFailed && this.#requests.doubles[(row << 4) | double.io] > 0) {
      this.#serving.goOn(instance, row);
      return;
    }
    // Below every rate of errors: the answer is one.
    if (hasFailed) this.#requests.doubles[(row << 4) | double.errorUniform] = -1;
    this.#serving.cancel(row);
    this.#finished(row);
  }

  /** A call of the request has its answer, `isGood` or not. */
  callAnswered(row: number, isGood: boolean): void {
    if (this.calls?.noteAnswer(row, isGood) === true) this.callsDue(row);
  }

  /** The client's patience ends now; it leaves if it still waits. */
  patienceEnded(row: number): void {
    if (this.#requests.isOrphan(row) || !this.#queues.leave(row)) return;
    this.#answers.giveUp(row);
  }

  /** The central queue's timeout is over; the request is answered badly if it still waits. */
  centralQueueTimedOut(row: number): void {
    if (this.#requests.placeOf(row) !== place.centralQueue) return;
    this.#queues.leave(row);
    this.#journal.refused(row);
    this.#answers.queueTimedOut(row);
  }

  /** A try has taken too long. In the central queue it leaves; only model servers and providers notice, others serve it all the same. */
  tryTimedOut(row: number): void {
    if (!this.#requests.isOrphan(row)) this.#timedOut(row, 'timeout');
  }

  /** The first token of the try should be out by now. */
  firstTokenDue(row: number): void {
    const { doubles } = this.#requests;
    if (!this.#requests.isOrphan(row) && doubles[(row << 4) | double.firstToken] < 0)
      this.#timedOut(row, 'ttft-deadline');
  }

  #timedOut(row: number, cause: 'timeout' | 'ttft-deadline'): void {
    this.#answers.answered(row, tryEnd.timeout);
    const where = this.#requests.placeOf(row);
    const request = waitsForInstance(where) ? row : this.#leaveTryBehind(row);
    if (request === row) this.#queues.leave(row);
    else this.#tries.leftBehind(row);
    this.#answers.fail(request, cause, outcome.timedOut, this.#clock.nowSeconds);
  }

  /** The request has taken too long, all tries. */
  totalTimedOut(row: number): void {
    const where = this.#requests.placeOf(row);
    const isQueued = waitsForInstance(where);
    const isHere = isQueued || where === place.backoff;
    if (where !== place.backoff) {
      this.#answers.answered(row, tryEnd.timeout);
      this.routes?.failed(row, 'timeout');
    }
    const request = isHere ? row : this.#leaveTryBehind(row);
    if (isQueued) this.#queues.leave(row);
    if (request !== row) this.#tries.leftBehind(row);
    this.#answers.end(request, outcome.timedOut, this.#clock.nowSeconds);
  }

  /** The client of the try has given it up. @returns the row in which the request goes on */
  #leaveTryBehind(row: number): number {
    const request = this.#answers.leaveTryBehind(row);
    this.calls?.givenUp(row);
    return request;
  }

  /** A place of a pool is free; whoever waits there takes it. */
  poolFreed(pool: number): void {
    const pools = this.calls?.pools;
    if (pools === undefined) return;
    for (let row = pools.next(pool); row >= 0; row = pools.next(pool)) this.#tries.leavePool(row);
  }

  /** The caller of the call has ended, and ends it. */
  callCancelled(row: number): void {
    if (!this.#requests.isOrphan(row)) this.#tries.cancelCall(row);
  }

  /** A try was sent to an instance that takes none. */
  connectFailed(row: number): void {
    this.#deadTries.failed(row);
  }

  /** A try has taken so long that another begins beside it. */
  hedgeDue(row: number): void {
    const hedge = this.#hedges?.due(row) ?? -1;
    if (hedge >= 0) this.#tries.admit(hedge);
  }

  /** A pause between two tries is over. */
  retryDue(row: number): void {
    this.#journal.retried(row);
    if (this.calls?.isCall(row) === true) this.calls.tried(row);
    // It is nowhere yet, as a first try that comes.
    this.#requests.words[(row << 5) | word.place] = place.free;
    this.#tries.admit(row);
  }

  /** The instance takes requests from now on. */
  becameReady(instance: number): void {
    const runtime = this.#runtimes[this.#instances.service[instance]];
    runtime.guards?.ready(instance);
    runtime.rotation.ready(instance);
    this.#tries.serveNext(instance, runtime);
    runtime.onDemand?.rest(instance);
  }

  /** The instance takes nothing new from now on. */
  stoppedTaking(instance: number): void {
    this.#runtimes[this.#instances.service[instance]].rotation.stopped(instance);
  }

  /** The instance may not be picked, for this reason, whatever else holds of it. */
  takeOut(instance: number, reason: number): void {
    this.#runtimes[this.#instances.service[instance]].rotation.takeOut(instance, reason);
  }

  /** The reason does not hold any more. */
  putBack(instance: number, reason: number): void {
    const runtime = this.#runtimes[this.#instances.service[instance]];
    runtime.rotation.putBack(instance, reason);
    this.#tries.serveCentralQueue(runtime);
  }

  /** The instance is gone, with the checks that are left. */
  stopped(instance: number): void {
    this.checks?.abort(instance);
    this.calls?.pools?.close(instance);
  }

  /** The instance goes on after a pause. */
  resumed(instance: number): void {
    this.checks?.resumed(instance);
    this.calls?.pools?.resumed(instance);
  }

  /** Everything inside or queued at the instance is aborted now. */
  abortAll(instance: number): void {
    this.checks?.abort(instance);
    const runtime = this.#runtimes[this.#instances.service[instance]];
    for (const row of rowsInside(this.#requests, instance)) {
      this.calls?.cutOff(row);
      this.#serving.cancel(row);
      this.#tries.left(row, instance, runtime);
      this.#journal.left(row);
      this.#answers.abort(row);
    }
    for (let row = this.#queues.first(instance); row >= 0; row = this.#queues.first(instance)) {
      this.#queues.leave(row);
      this.#answers.abort(row);
    }
    this.calls?.pools?.close(instance);
    runtime.fleet.emptied(instance);
  }

  /** Requests in a service's central queue. */
  centralQueueLength(service: number): number {
    return this.#runtimes[service].centralQueue?.count ?? 0;
  }

  /** Requests waiting for a service: in its central queue and at its instances. */
  queueDepth(service: number): number {
    let depth = this.centralQueueLength(service);
    for (const instance of this.#runtimes[service].fleet.alive()) depth += this.#instances.queued[instance];
    return depth;
  }

  /** Ends the run: every request still inside is unfinished. */
  close(): void {
    this.#answers.leaveBeside();
    this.providers?.close();
    logUnfinished(this.#options);
  }
}
