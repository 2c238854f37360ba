import { type InstanceTable, phase } from '../fleet/instanceTable.js';
import { rowsInside } from '../fleet/rowsInside.js';
import type { Serving } from '../fleet/serving.js';
import type { Clock } from '../kernel/clock.js';
import { rank } from '../kernel/rank.js';
import type { Journal } from '../record/journal.js';
import { outcome } from '../record/outcome.js';
import type { ArrivalBlock } from '../traffic/arrivalBlock.js';
import { double, hasReached, place, type RequestTable, word } from '../traffic/requestTable.js';
import { eventKind } from './eventKind.js';
import type { GatewayOptions } from './gatewayOptions.js';
import { logUnfinished } from './logUnfinished.js';
import { Queues } from './queues.js';
import type { RequestTracer } from './requestTracer.js';
import { Retries } from './retries.js';
import type { RetryCause } from './retryRules.js';
import type { OutReason } from './rotation.js';
import type { RequestProfile, ServiceRuntime } from './serviceRuntime.js';
import type { TimeoutsAndRetries } from './timeoutsAndRetries.js';
import { Timers } from './timers.js';

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
  readonly #tracer: RequestTracer | undefined;
  readonly #queues: Queues;
  readonly #retries: Retries | undefined;
  /** What mostly nothing asks for: someone who goes on when answered, memory and network, timeouts. */
  readonly #hasClients: boolean;
  readonly #hasBytes: boolean;
  readonly #hasTimers: boolean;
  #begins = 0;
  readonly timers: Timers;

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
    this.#hasClients = options.profiles.some(({ hasClients }) => hasClients);
    this.#hasBytes = options.profiles.some(({ memoryBytes, networkBytes }) => memoryBytes + networkBytes > 0);
    this.timers = new Timers(options.rules, options.clock);
    this.#hasTimers = this.timers.areAny;
    this.#queues = new Queues(options, this.timers);
    this.#retries = options.rules.retries && new Retries(options, options.rules.retries);
  }

  /** The arrival of the block happens now. */
  arrive(block: ArrivalBlock, arrival: number): void {
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
    words[at | word.group] = block.groups[arrival];
    words[at | word.service] = block.services[arrival];
    words[at | word.user] = block.users[arrival];
    words[at | word.flags] = 0;
    words[at | word.tries] = 1;
    this.#journal.arrived(block, arrival);
    this.#rules.retries?.noteRequest(this.#clock.nowSeconds);
    if (this.#hasTimers) this.timers.startTotal(row, words[at | word.life]);
    this.#admit(row);
  }

  /** A serving is done with this request; whoever waits takes its slot. */
  served(row: number): void {
    const { words } = this.#requests;
    const instances = this.#instances;
    const at = row << 5;
    const instance = words[at | word.instance];
    const runtime = this.#runtimes[words[at | word.service]];
    this.#left(row, instance, runtime);
    this.#tracer?.served(row);
    instances.answered[instance]++;
    if (this.#hasBytes) instances.networkBytes[instance] += this.#profiles[words[at | word.group]].networkBytes;
    if (this.#requests.isOrphan(row)) this.#releaseOrphan(row);
    else this.#answer(row, instance);
    this.#serveNext(instance, runtime);
    if (instances.inside[instance] === 0) {
      if (instances.phase[instance] === phase.draining) runtime.fleet.emptied(instance);
      runtime.onDemand?.rest(instance);
    }
  }

  /** The client's patience ends now; it leaves if it still waits. */
  patienceEnded(row: number): void {
    if (this.#requests.isOrphan(row) || !this.#queues.leave(row)) return;
    this.#end(row, outcome.abandoned, this.#clock.nowSeconds);
  }

  /** The central queue's timeout is over; the request is answered badly if it still waits. */
  centralQueueTimedOut(row: number): void {
    if (this.#requests.placeOf(row) !== place.centralQueue) return;
    this.#queues.leave(row);
    this.#journal.refused(row);
    this.#end(row, outcome.abandoned, this.#clock.nowSeconds);
  }

  /** A try has taken too long. In the central queue it leaves; an instance does not notice and serves it all the same. */
  tryTimedOut(row: number): void {
    if (this.#requests.isOrphan(row)) return;
    this.#answered(row, true);
    const request = this.#requests.placeOf(row) === place.centralQueue ? row : this.#leaveTryBehind(row);
    if (request === row) this.#queues.leave(row);
    this.#fail(request, 'timeout', outcome.timedOut, this.#clock.nowSeconds);
  }

  /** The request has taken too long, all tries. */
  totalTimedOut(row: number): void {
    const where = this.#requests.placeOf(row);
    const isHere = where === place.centralQueue || where === place.backoff;
    if (where !== place.backoff) this.#answered(row, true);
    const request = isHere ? row : this.#leaveTryBehind(row);
    if (where === place.centralQueue) this.#queues.leave(row);
    this.#end(request, outcome.timedOut, this.#clock.nowSeconds);
  }

  /** A pause between two tries is over. */
  retryDue(row: number): void {
    this.#journal.retried(row);
    this.#admit(row);
  }

  /** The instance takes requests from now on. */
  becameReady(instance: number): void {
    const runtime = this.#runtimes[this.#instances.service[instance]];
    runtime.rotation.ready(instance);
    this.#serveNext(instance, runtime);
    runtime.onDemand?.rest(instance);
  }

  /** The instance takes nothing new from now on. */
  stoppedTaking(instance: number): void {
    this.#runtimes[this.#instances.service[instance]].rotation.stopped(instance);
  }

  /** The instance may not be picked, for this reason, whatever else holds of it. */
  takeOut(instance: number, reason: OutReason): void {
    this.#runtimes[this.#instances.service[instance]].rotation.takeOut(instance, reason);
  }

  /** The reason does not hold any more. */
  putBack(instance: number, reason: OutReason): void {
    const runtime = this.#runtimes[this.#instances.service[instance]];
    runtime.rotation.putBack(instance, reason);
    this.#serveCentralQueue(runtime);
  }

  /** Everything inside or queued at the instance is aborted now. */
  abortAll(instance: number): void {
    const runtime = this.#runtimes[this.#instances.service[instance]];
    for (const row of rowsInside(this.#requests, instance)) {
      this.#serving.cancel(row);
      this.#left(row, instance, runtime);
      this.#journal.left(row);
      this.#abort(row);
    }
    for (let row = this.#queues.first(instance); row >= 0; row = this.#queues.first(instance)) {
      this.#queues.leave(row);
      this.#abort(row);
    }
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
    logUnfinished(this.#options);
  }

  #admit(row: number): void {
    const { doubles, words } = this.#requests;
    const at = row << 5;
    const runtime = this.#runtimes[words[at | word.service]];
    doubles[(row << 4) | double.tried] = this.#clock.nowSeconds;
    this.#tracer?.tried(row);
    if (this.#hasTimers) this.timers.startTry(row, words[at | word.generation]);
    const { centralQueue } = runtime;
    // Whoever waits in the central queue came earlier, so a newcomer may only pass it when it is empty.
    const instance = centralQueue !== undefined && centralQueue.count > 0 ? -1 : runtime.rotation.pick(row);
    if (centralQueue !== undefined) {
      if (instance >= 0) this.#beginAtOnce(row, instance, runtime);
      else if (centralQueue.count >= runtime.centralQueueLimit) this.#refuse(row);
      else this.#queues.joinCentralQueue(row, centralQueue, runtime);
    } else if (instance < 0) this.#startFor(row, runtime);
    else if (this.#instances.inside[instance] < runtime.concurrency) this.#beginAtOnce(row, instance, runtime);
    else if (this.#instances.queued[instance] < runtime.instanceQueueLimit)
      this.#queues.joinInstance(row, instance, runtime);
    else {
      runtime.rotation.finished(instance, this.#rules.rejectSeconds, true);
      this.#refuse(row);
    }
  }

  /** No instance takes the request: where requests start instances it waits for its own, elsewhere it is refused. */
  #startFor(row: number, runtime: ServiceRuntime): void {
    const instance = runtime.onDemand?.launch() ?? -1;
    if (instance < 0) {
      this.#refuse(row);
      return;
    }
    this.#journal.coldStarted(row);
    this.#queues.joinInstance(row, instance, runtime);
  }

  #beginAtOnce(row: number, instance: number, runtime: ServiceRuntime): void {
    this.#requests.words[(row << 5) | word.flags] |= hasReached;
    this.#begin(row, instance, runtime);
  }

  /** The request takes a slot of the instance. */
  #begin(row: number, instance: number, runtime: ServiceRuntime): void {
    const { doubles, words } = this.#requests;
    const at = row << 5;
    words[at | word.instance] = instance;
    words[at | word.beginNumber] = this.#begins++;
    doubles[(row << 4) | double.began] = this.#clock.nowSeconds;
    if (this.#hasBytes) this.#instances.memoryBytes[instance] += this.#profiles[words[at | word.group]].memoryBytes;
    this.#serving.begin(instance, row);
    runtime.rotation.began(instance);
    this.#tracer?.began(row, instance, this.#serving.cpuFactor(instance));
  }

  /** The request has given its slot back. */
  #left(row: number, instance: number, runtime: ServiceRuntime): void {
    const { words } = this.#requests;
    if (this.#hasBytes)
      this.#instances.memoryBytes[instance] -= this.#profiles[words[(row << 5) | word.group]].memoryBytes;
    runtime.rotation.ended(instance);
  }

  #releaseOrphan(row: number): void {
    this.#journal.left(row);
    this.#requests.release(row);
  }

  /** The try got its answer, or its client gave it up. */
  #answered(row: number, isError: boolean): void {
    this.#journal.answered(row, isError);
    this.#tellRotation(row, isError);
  }

  #tellRotation(row: number, isError: boolean): void {
    const requests = this.#requests;
    const { rotation, centralQueue } = this.#runtimes[requests.words[(row << 5) | word.service]];
    if (!rotation.hearsAnswers || requests.placeOf(row) === place.centralQueue) return;
    // Time in a central queue is not the instance's.
    const sentAt = centralQueue === undefined ? double.tried : double.began;
    const latencySeconds = this.#clock.nowSeconds - requests.doubles[(row << 4) | sentAt];
    rotation.finished(requests.words[(row << 5) | word.instance], latencySeconds, isError);
  }

  /** An error by the request's own nature, or by a fault of the instance, whichever strikes. */
  #answer(row: number, instance: number): void {
    const { doubles, words } = this.#requests;
    const uniform = doubles[(row << 4) | double.errorUniform];
    const { errorRate } = this.#profiles[words[(row << 5) | word.group]];
    const faultRatio = this.#instances.errorRatio[instance];
    const isError = uniform < 1 && uniform < errorRate + faultRatio - errorRate * faultRatio;
    if (isError && this.#retries?.take(row, '5xx')) {
      this.#journal.left(row);
      this.#answered(row, true);
      this.#retries.plan(row, '5xx', this.#clock.nowSeconds);
      return;
    }
    this.#journal.served(row, isError);
    this.#tellRotation(row, isError);
    if (this.#hasClients) this.#tellClient(row, this.#clock.nowSeconds);
    this.#release(row, isError ? outcome.failed : outcome.completed);
  }

  /** The instance has a slot free: whoever waits for it takes it. */
  #serveNext(instance: number, runtime: ServiceRuntime): void {
    if (runtime.centralQueue !== undefined) this.#serveCentralQueue(runtime);
    else if (this.#instances.queued[instance] > 0) this.#serveQueue(instance, runtime);
  }

  #serveCentralQueue({ centralQueue, rotation, onDemand }: ServiceRuntime): void {
    if (centralQueue === undefined) return;
    while (centralQueue.count > 0) {
      const instance = rotation.pick(centralQueue.first);
      if (instance < 0) break;
      const row = centralQueue.shift();
      this.#queues.endWait(row);
      this.#begin(row, instance, this.#runtimes[this.#instances.service[instance]]);
    }
    onDemand?.follow(centralQueue.count);
  }

  #serveQueue(instance: number, runtime: ServiceRuntime): void {
    for (let row = this.#queues.first(instance); row >= 0; row = this.#queues.first(instance)) {
      this.#queues.leaveInstance(row);
      if (!runtime.dropExpired || !this.#requests.isOrphan(row)) {
        this.#queues.endWait(row);
        this.#begin(row, instance, runtime);
        return;
      }
      this.#requests.release(row);
    }
  }

  #refuse(row: number): void {
    this.#journal.refused(row);
    this.#fail(row, '5xx', outcome.rejected, this.#clock.nowSeconds + this.#rules.rejectSeconds);
  }

  #abort(row: number): void {
    if (this.#requests.isOrphan(row)) {
      this.#requests.release(row);
      return;
    }
    this.#answered(row, true);
    this.#fail(row, '5xx', outcome.aborted, this.#clock.nowSeconds);
  }

  /** The try stays at its instance as an orphan; the request goes on in a row of its own, which is returned. */
  #leaveTryBehind(row: number): number {
    const requests = this.#requests;
    if (requests.placeOf(row) === place.instanceQueue) this.#queues.endWait(row);
    const request = requests.moveOn(row);
    requests.orphan(row);
    const { totalSeconds } = this.#rules;
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
  #fail(row: number, cause: RetryCause, result: number, answerSeconds: number): void {
    if (this.#retries?.take(row, cause)) this.#retries.plan(row, cause, answerSeconds);
    else this.#end(row, result, answerSeconds);
  }

  /** The request's one outcome; its row is free afterwards. */
  #end(row: number, result: number, answerSeconds: number): void {
    this.#journal.ended(row, result);
    if (this.#hasClients) this.#tellClient(row, answerSeconds);
    this.#release(row, result);
  }

  #tellClient(row: number, answerSeconds: number): void {
    const { words } = this.#requests;
    const source = Math.floor(words[(row << 5) | word.group] / this.#runtimes.length);
    this.#options.clientAnswered(source, words[(row << 5) | word.user], answerSeconds);
  }

  #release(row: number, result: number): void {
    this.#tracer?.ended(row, result);
    this.#requests.release(row);
  }
}
