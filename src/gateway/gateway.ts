import type { InstanceTable } from '../fleet/instanceTable.js';
import { rank } from '../kernel/rank.js';
import { outcome } from '../record/outcome.js';
import type { RequestLog } from '../record/requestLog.js';
import { eventKind } from './eventKind.js';
import type { GatewayOptions } from './gatewayOptions.js';
import { InstanceWork } from './instanceWork.js';
import { logUnfinished } from './logUnfinished.js';
import type { PatienceRules } from './patienceRules.js';
import type { RequestDraws, RequestGateway } from './requestGateway.js';
import { place, type RequestTable } from './requestTable.js';
import type { RequestTracer } from './requestTracer.js';
import type { RetryCause } from './retryRules.js';
import type { OutReason } from './rotation.js';
import type { RequestProfile, ServiceDesk } from './serviceDesk.js';
import { serviceOf } from './serviceOf.js';
import { Timers } from './timers.js';
import type { WaitingLine } from './waitingLine.js';

/**
 * The way of a request: route -> admit -> wait -> begin -> answer -> retry or end.
 *
 * Hot: one call per request and stage, no allocation. What happens at an instance is InstanceWork's.
 */
export class Gateway implements RequestGateway {
  readonly #options: GatewayOptions;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #log: RequestLog;
  readonly #desks: readonly ServiceDesk[];
  readonly #profiles: readonly RequestProfile[];
  readonly #rules: PatienceRules;
  readonly #tracer: RequestTracer | undefined;
  readonly work: InstanceWork;
  readonly timers: Timers;
  nowSeconds = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#requests = options.requests;
    this.#instances = options.instances;
    this.#log = options.log;
    this.#desks = options.desks;
    this.#profiles = options.profiles;
    this.#rules = options.rules;
    this.#tracer = options.tracer;
    this.work = new InstanceWork(options);
    this.timers = new Timers(options.rules);
  }

  /** A request arrives now, as it was meant to; returns the service it goes to. `user` is -1 for open sources. */
  arrive(source: number, user: number, arrivalNumber: number, draws: RequestDraws): number {
    const now = this.nowSeconds;
    const requests = this.#requests;
    const slot = requests.allocate();
    const service = serviceOf(this.#profiles[source], draws.routeUniform);
    requests.source[slot] = source;
    requests.user[slot] = user;
    requests.service[slot] = service;
    requests.group[slot] = source * this.#desks.length + service;
    requests.arrivalNumber[slot] = arrivalNumber;
    requests.arrivalSeconds[slot] = now;
    requests.cpuSeconds[slot] = draws.cpuSeconds;
    requests.ioSeconds[slot] = draws.ioSeconds;
    requests.patienceEndsSeconds[slot] = now + draws.patienceSeconds;
    requests.errorUniform[slot] = draws.errorUniform;
    requests.waitedSeconds[slot] = 0;
    requests.tries[slot] = 1;
    requests.isOrphan[slot] = 0;
    requests.hasReached[slot] = 0;
    this.#rules.retries?.noteRequest(now);
    this.timers.startTotal(slot, requests.life[slot], now);
    this.#admit(slot);
    return service;
  }

  /** A cpu phase ends now at this instance. */
  cpuDone(instance: number): void {
    const slot = this.work.endCpu(instance, this.nowSeconds);
    if (slot >= 0) this.#complete(slot);
  }

  /** An io phase ends now, unless a pause made it longer. */
  ioDone(slot: number): void {
    if (this.work.endIo(slot, this.nowSeconds)) this.#complete(slot);
  }

  /** The client's patience ends now; it leaves if it still waits. */
  patienceEnded(slot: number): void {
    if (this.#requests.isOrphan[slot] === 1 || !this.#leaveQueue(slot)) return;
    this.#end(slot, outcome.abandoned, this.nowSeconds);
  }

  /** The central queue's timeout is over; the request is answered badly if it still waits. */
  lineTimedOut(slot: number): void {
    if (this.#requests.place[slot] !== place.centralQueue) return;
    this.#leaveQueue(slot);
    for (const listener of this.#options.listeners) listener.refused(this.#requests.service[slot]);
    this.#end(slot, outcome.abandoned, this.nowSeconds);
  }

  /** A try has taken too long. In the central queue it leaves; an instance does not notice and serves it all the same. */
  tryTimedOut(slot: number): void {
    const requests = this.#requests;
    if (requests.isOrphan[slot] === 1) return;
    this.#tellAnswer(slot, true);
    const request = requests.place[slot] === place.centralQueue ? slot : this.#leaveTryBehind(slot);
    if (request === slot) this.#leaveQueue(slot);
    this.#fail(request, 'timeout', outcome.timedOut, this.nowSeconds);
  }

  /** The request has taken too long, all tries. */
  totalTimedOut(slot: number): void {
    const where = this.#requests.place[slot];
    const isHere = where === place.centralQueue || where === place.backoff;
    if (where !== place.backoff) this.#tellAnswer(slot, true);
    const request = isHere ? slot : this.#leaveTryBehind(slot);
    if (where === place.centralQueue) this.#leaveQueue(slot);
    this.#end(request, outcome.timedOut, this.nowSeconds);
  }

  /** A pause between two tries is over. */
  retryDue(slot: number): void {
    this.#admit(slot);
  }

  becameReady(instance: number): void {
    const desk = this.#desks[this.#instances.service[instance]];
    desk.rotation.ready(instance);
    this.#serveNext(instance, desk);
    desk.onDemand?.rest(instance);
  }

  stoppedTaking(instance: number): void {
    this.#desks[this.#instances.service[instance]].rotation.stopped(instance);
  }

  takeOut(instance: number, reason: OutReason): void {
    this.#desks[this.#instances.service[instance]].rotation.takeOut(instance, reason);
  }

  putBack(instance: number, reason: OutReason): void {
    const desk = this.#desks[this.#instances.service[instance]];
    desk.rotation.putBack(instance, reason);
    this.#serveLine(desk);
  }

  abortAll(instance: number): void {
    const { work } = this;
    this.#options.sharing.touch(instance, this.nowSeconds);
    this.#options.sharing.clear(instance);
    for (let slot = work.firstInside(instance); slot >= 0; slot = work.firstInside(instance)) {
      work.leave(slot, this.nowSeconds);
      this.#abort(slot);
    }
    for (let slot = work.firstQueued(instance); slot >= 0; slot = work.firstQueued(instance)) {
      this.#leaveQueue(slot);
      this.#abort(slot);
    }
    this.#desks[this.#instances.service[instance]].fleet.emptied(instance);
  }

  lineLength(service: number): number {
    return this.#desks[service].line?.count ?? 0;
  }

  queueDepth(service: number): number {
    const { fleet } = this.#desks[service];
    let depth = this.lineLength(service);
    for (const instance of fleet.alive()) depth += this.#instances.queued[instance];
    return depth;
  }

  /** Ends the run: every request still inside is unfinished. */
  close(): void {
    logUnfinished(this.#requests, this.#log, this.nowSeconds, this.#tracer);
  }

  #admit(slot: number): void {
    const requests = this.#requests;
    const desk = this.#desks[requests.service[slot]];
    requests.waitingSinceSeconds[slot] = this.nowSeconds;
    requests.sentSeconds[slot] = this.nowSeconds;
    this.#log.attempted(requests.group[slot], requests.arrivalSeconds[slot]);
    this.#tracer?.tried(slot);
    this.timers.startTry(slot, requests.generation[slot], this.nowSeconds);
    const { line } = desk;
    // Whoever waits in the line came earlier, so a newcomer may only pass it when it is empty.
    const instance = line !== undefined && line.count > 0 ? -1 : desk.rotation.pick(slot);
    if (line !== undefined) {
      if (instance >= 0) this.#begin(slot, instance);
      else if (line.count >= desk.lineLimit) this.#refuse(slot);
      else this.#joinLine(slot, line, desk);
    } else if (instance < 0) this.#startFor(slot, desk);
    else if (this.#instances.inside[instance] < desk.concurrency) this.#begin(slot, instance);
    else if (this.#instances.queued[instance] < desk.instanceQueueLimit) this.#queueAt(slot, instance);
    else {
      desk.rotation.finished(instance, this.#rules.rejectSeconds, true);
      this.#refuse(slot);
    }
  }

  /** No instance takes the request: where requests start instances it waits for its own, elsewhere it is refused. */
  #startFor(slot: number, { onDemand }: ServiceDesk): void {
    const instance = onDemand?.launch() ?? -1;
    if (instance < 0) {
      this.#refuse(slot);
      return;
    }
    this.#log.coldStarted(this.#requests.group[slot], this.#requests.arrivalSeconds[slot]);
    this.#queueAt(slot, instance);
  }

  #queueAt(slot: number, instance: number): void {
    this.work.enqueue(slot, instance);
    this.#tracer?.waits(slot, instance);
    this.#watchPatience(slot);
  }

  #joinLine(slot: number, line: WaitingLine, { onDemand }: ServiceDesk): void {
    this.#requests.place[slot] = place.centralQueue;
    line.append(slot);
    this.#tracer?.waits(slot, -1);
    if (onDemand !== undefined) {
      this.#log.coldStarted(this.#requests.group[slot], this.#requests.arrivalSeconds[slot]);
      onDemand.follow(line.count);
    }
    this.timers.startLine(slot, this.#requests.generation[slot], this.nowSeconds);
    this.#watchPatience(slot);
  }

  #watchPatience(slot: number): void {
    const ends = this.#requests.patienceEndsSeconds[slot];
    if (ends === Number.POSITIVE_INFINITY) return;
    // Patience counts from the intended arrival, so it may be over already when a later try begins to wait.
    const atSeconds = Math.max(ends, this.nowSeconds);
    this.#options.heap.push(atSeconds, rank.timeout, eventKind.patienceEnded, slot, this.#requests.generation[slot]);
  }

  /** Takes a waiting request out of its queue; false when it does not wait any more. */
  #leaveQueue(slot: number): boolean {
    const where = this.#requests.place[slot];
    if (where === place.centralQueue) {
      const { line, onDemand } = this.#desks[this.#requests.service[slot]];
      line?.remove(slot);
      onDemand?.follow(line?.count ?? 0);
    } else if (where === place.instanceQueue) this.work.dequeue(slot);
    else return false;
    this.#endWait(slot);
    return true;
  }

  #endWait(slot: number): void {
    const requests = this.#requests;
    if (requests.isOrphan[slot] === 1) return;
    requests.hasReached[slot] = 1;
    const since = requests.waitingSinceSeconds[slot];
    if (this.nowSeconds <= since) return;
    this.#log.queued(requests.service[slot], since, this.nowSeconds);
    this.#tracer?.waited(slot, since);
    requests.waitedSeconds[slot] += this.nowSeconds - since;
  }

  /** The request takes a slot of the instance. */
  #begin(slot: number, instance: number): void {
    this.#endWait(slot);
    const factor = this.work.begin(slot, instance, this.nowSeconds);
    this.#tracer?.began(slot, instance, factor);
  }

  /** The instance is done with the request; whoever waits takes its slot. */
  #complete(slot: number): void {
    const requests = this.#requests;
    const instance = requests.instance[slot];
    const desk = this.#desks[requests.service[slot]];
    const profile = this.#profiles[requests.source[slot]];
    this.work.leave(slot, this.nowSeconds);
    this.#tracer?.served(slot);
    this.#instances.answered[instance]++;
    this.#instances.networkBytes[instance] += profile.networkBytes;
    if (requests.isOrphan[slot] === 1) requests.release(slot);
    else this.#answer(slot, profile.errorRate, this.#instances.errorRatio[instance]);
    this.#serveNext(instance, desk);
    if (this.#instances.inside[instance] === 0) {
      desk.fleet.emptied(instance);
      desk.onDemand?.rest(instance);
    }
  }

  /** An error by the request's own nature, or by a fault of the instance, whichever strikes. */
  #answer(slot: number, errorRate: number, faultRatio: number): void {
    const isError = this.#requests.errorUniform[slot] < errorRate + faultRatio - errorRate * faultRatio;
    this.#tellAnswer(slot, isError);
    if (isError) this.#fail(slot, '5xx', outcome.failed, this.nowSeconds);
    else this.#end(slot, outcome.completed, this.nowSeconds);
  }

  /** The instance has a slot free: whoever waits for it takes it. */
  #serveNext(instance: number, desk: ServiceDesk): void {
    if (desk.line !== undefined) this.#serveLine(desk);
    else this.#serveQueue(instance, desk);
  }

  #serveLine({ line, rotation, onDemand }: ServiceDesk): void {
    if (line === undefined) return;
    while (line.count > 0) {
      const instance = rotation.pick(line.first);
      if (instance < 0) break;
      const slot = line.shift();
      this.#requests.sentSeconds[slot] = this.nowSeconds;
      this.#begin(slot, instance);
    }
    onDemand?.follow(line.count);
  }

  #serveQueue(instance: number, { dropExpired }: ServiceDesk): void {
    for (let slot = this.work.firstQueued(instance); slot >= 0; slot = this.work.firstQueued(instance)) {
      this.work.dequeue(slot);
      if (!dropExpired || this.#requests.isOrphan[slot] === 0) {
        this.#begin(slot, instance);
        return;
      }
      this.#requests.release(slot);
    }
  }

  #refuse(slot: number): void {
    for (const listener of this.#options.listeners) listener.refused(this.#requests.service[slot]);
    this.#fail(slot, '5xx', outcome.rejected, this.nowSeconds + this.#rules.rejectSeconds);
  }

  #abort(slot: number): void {
    if (this.#requests.isOrphan[slot] === 1) {
      this.#requests.release(slot);
      return;
    }
    this.#tellAnswer(slot, true);
    this.#fail(slot, '5xx', outcome.aborted, this.nowSeconds);
  }

  #tellAnswer(slot: number, isError: boolean): void {
    const requests = this.#requests;
    const service = requests.service[slot];
    const latencySeconds = this.nowSeconds - requests.waitingSinceSeconds[slot];
    for (const listener of this.#options.listeners) listener.answered(service, latencySeconds, isError);
    const { rotation } = this.#desks[service];
    if (!rotation.hearsAnswers || requests.place[slot] === place.centralQueue) return;
    rotation.finished(requests.instance[slot], this.nowSeconds - requests.sentSeconds[slot], isError);
  }

  /** The try stays at its instance as an orphan; the request goes on in a slot of its own, which is returned. */
  #leaveTryBehind(slot: number): number {
    const requests = this.#requests;
    if (requests.place[slot] === place.instanceQueue) this.#endWait(slot);
    const request = requests.moveOn(slot);
    requests.orphan(slot);
    const { totalSeconds } = this.#rules;
    if (totalSeconds < Number.POSITIVE_INFINITY) {
      // The ring of total timers knows the slot left behind; this one is of another begin, so it goes to the heap.
      const endsSeconds = Math.max(requests.arrivalSeconds[request] + totalSeconds, this.nowSeconds);
      this.#options.heap.push(endsSeconds, rank.timeout, eventKind.totalTimedOut, request, requests.life[request]);
    }
    return request;
  }

  /** A try ended badly and is known to the client at `answerSeconds`: another one, or the end. */
  #fail(slot: number, cause: RetryCause, result: number, answerSeconds: number): void {
    const requests = this.#requests;
    const { retries } = this.#rules;
    const tryNumber = requests.tries[slot];
    if (retries === undefined || !retries.takeRetry(cause, tryNumber, this.nowSeconds)) {
      this.#end(slot, result, answerSeconds);
      return;
    }
    const stream = this.#options.retryStreams[requests.source[slot]];
    stream.seek(requests.arrivalNumber[slot], tryNumber);
    requests.errorUniform[slot] = stream.uniform();
    const dueSeconds = answerSeconds + retries.backoffSeconds(tryNumber, stream.uniform());
    this.#tracer?.retries(slot, cause, dueSeconds);
    requests.tries[slot] = tryNumber + 1;
    requests.place[slot] = place.backoff;
    // What was planned for the try that failed is stale from now on.
    requests.generation[slot]++;
    this.#options.heap.push(dueSeconds, rank.arrival, eventKind.retryDue, slot, requests.generation[slot]);
  }

  /** The request's one outcome; its slot is free afterwards. */
  #end(slot: number, result: number, answerSeconds: number): void {
    const requests = this.#requests;
    const source = requests.source[slot];
    const user = requests.user[slot];
    const group = requests.group[slot];
    const arrivalSeconds = requests.arrivalSeconds[slot];
    if (requests.hasReached[slot] === 1) this.#log.waited(group, arrivalSeconds, requests.waitedSeconds[slot]);
    this.#log.ended(group, requests.service[slot], result, arrivalSeconds, this.nowSeconds);
    this.#tracer?.ended(slot, result);
    requests.release(slot);
    this.#options.clientAnswered(source, user, answerSeconds);
  }
}
