import type { InstanceTable } from '../fleet/instanceTable.js';
import * as phase from '../fleet/phase.js';
import type { Serving } from '../fleet/serving.js';
import type { Clock } from '../kernel/clock.js';
import type { Journal } from '../record/journal.js';
import * as double from '../traffic/double.js';
import * as place from '../traffic/place.js';
import { hasReached } from '../traffic/requestFlag.js';
import { type RequestTable, slotPlaces } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import type { Providers } from './ai/providers/providers.js';
import type { Routes } from './ai/routes/routes.js';
import type { Answers } from './answers.js';
import type { DeadTries } from './belief/deadTries.js';
import type { Calls } from './calls/calls.js';
import type { CentralQueue } from './centralQueue.js';
import type { Checks } from './checks/checks.js';
import type { GatewayOptions } from './gatewayOptions.js';
import * as tryEnd from './guards/tryEnd.js';
import * as verdict from './guards/verdict.js';
import type { Hedges } from './hedging/hedges.js';
import type { Queues } from './queues.js';
import type { RequestTracer } from './requestTracer.js';
import type { RulesOf } from './rulesOf.js';
import type { RequestProfile, ServiceRuntime } from './serviceRuntime.js';
import type { TimeoutsAndRetries } from './timeoutsAndRetries.js';
import type { Timers } from './timers.js';

/** What a try goes through beside the services. */
interface TriesParts {
  readonly timers: Timers;
  readonly queues: Queues;
  readonly answers: Answers;
  readonly deadTries: DeadTries;
  readonly checks: Checks | undefined;
  readonly calls: Calls | undefined;
  readonly hedges: Hedges | undefined;
  readonly rulesOf: RulesOf | undefined;
  readonly routes: Routes | undefined;
  readonly providers: Providers | undefined;
}

/** How tries find a slot: an instance is picked, or they wait, or they are refused. */
export class Tries {
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
  readonly #timers: Timers;
  readonly #queues: Queues;
  readonly #answers: Answers;
  readonly #deadTries: DeadTries;
  readonly #checks: Checks | undefined;
  readonly #calls: Calls | undefined;
  readonly #hedges: Hedges | undefined;
  readonly #routes: Routes | undefined;
  readonly #providers: Providers | undefined;
  /** What mostly nothing asks for: memory and network, timeouts. */
  readonly #hasBytes: boolean;
  readonly #leaks: GatewayOptions['leaks'];
  readonly #hasTimers: boolean;
  /** The gateway may be wrong about instances. */
  readonly #hasBelief: boolean;
  readonly #hasGuards: boolean;
  readonly #hasPools: boolean;
  readonly #hasModels: boolean;
  #begins = 0;

  constructor(options: GatewayOptions, parts: TriesParts) {
    const { timers, queues, answers, deadTries, checks, calls, hedges, rulesOf, routes, providers } = parts;
    this.#clock = options.clock;
    this.#requests = options.requests;
    this.#instances = options.instances;
    this.#serving = options.serving;
    this.#journal = options.journal;
    this.#runtimes = options.runtimes;
    this.#profiles = options.profiles.flatMap((profile) => options.runtimes.map(() => profile));
    this.#rules = options.rules;
    this.#rulesOf = rulesOf;
    this.#tracer = options.tracer;
    this.#timers = timers;
    this.#queues = queues;
    this.#answers = answers;
    this.#deadTries = deadTries;
    this.#checks = checks;
    this.#calls = calls;
    this.#hedges = hedges;
    this.#routes = routes;
    this.#providers = providers;
    this.#hasBytes = options.profiles.some(({ memoryBytes, networkBytes }) => memoryBytes + networkBytes > 0);
    this.#leaks = options.leaks;
    this.#hasTimers = timers.areAny;
    this.#hasBelief = options.runtimes.some(({ belief }) => belief !== undefined);
    this.#hasGuards = options.runtimes.some(({ guards }) => guards !== undefined);
    this.#hasPools = calls?.pools !== undefined;
    this.#hasModels = options.runtimes.some(({ model }) => model !== undefined);
  }

  /** A try begins: it takes a slot, waits or is refused. */
  admit(row: number): void {
    const { doubles, words } = this.#requests;
    const at = row << 5;
    const runtime = this.#runtimes[words[at | word.service]];
    doubles[(row << 4) | double.tried] = this.#clock.nowSeconds;
    this.#tracer?.tried(row);
    if (this.#hasTimers) this.#timers.startTry(row, this.#rulesOf?.(row));
    this.#hedges?.watch(row);
    this.#routes?.watch(row);
    if (this.#hasPools && this.#calls?.isCall(row) === true && !this.#queues.passesPool(row)) return;
    this.#enter(row, runtime);
  }

  /** The try may go to its service, now that its caller's instance has a connection for it. */
  leavePool(row: number): void {
    this.#queues.endWait(row);
    const { doubles, words } = this.#requests;
    // From here on it waits at the service.
    doubles[(row << 4) | double.tried] = this.#clock.nowSeconds;
    this.#enter(row, this.#runtimes[words[(row << 5) | word.service]]);
  }

  /** The try comes to its service. */
  #enter(row: number, runtime: ServiceRuntime): void {
    if (this.#hasGuards && !this.#mayEnter(row, runtime)) return;
    if (this.#providers !== undefined && runtime.provider !== undefined) {
      this.#providers.enter(row, runtime.provider);
      return;
    }
    if (this.#hasModels && runtime.model?.refuses(row) === true) {
      this.#answers.refuseForGood(row);
      return;
    }
    const { centralQueue } = runtime;
    // Whoever waits in the central queue came earlier, so a newcomer may only pass it when it is empty.
    const instance = centralQueue !== undefined && centralQueue.count > 0 ? -1 : this.#pick(row, runtime);
    if (this.#hasBelief && instance >= 0 && this.#deadTries.meets(row, instance, runtime)) return;
    if (centralQueue !== undefined) {
      if (instance < 0) this.#wait(row, runtime, centralQueue);
      else if (!this.#hasGuards || this.#maySlot(row, runtime)) this.#beginAtOnce(row, instance, runtime);
    } else if (instance < 0) this.#startFor(row, runtime);
    else if (this.#takenSlots(instance) < runtime.concurrency) this.#beginAtOnce(row, instance, runtime);
    else if (this.#instances.queued[instance] >= runtime.instanceQueueLimit) {
      runtime.rotation.finished(instance, (this.#rulesOf?.(row) ?? this.#rules).rejectSeconds, true);
      if (this.#hasGuards) this.#overflowed(row, instance, runtime);
      this.#answers.refuse(row);
    } else if (!this.#hasGuards || this.#mayWait(row, runtime)) this.#join(row, instance, runtime);
  }

  #join(row: number, instance: number, runtime: ServiceRuntime): void {
    if (this.#hasGuards) runtime.guards?.sent(row, instance);
    this.#queues.joinInstance(row, instance, runtime);
  }

  #pick(row: number, { rotation }: ServiceRuntime): number {
    return this.#hedges === undefined ? rotation.pick(row) : this.#hedges.pick(row, rotation);
  }

  /** The instance itself refused the try. */
  #overflowed(row: number, instance: number, { guards }: ServiceRuntime): void {
    this.#requests.words[(row << 5) | word.instance] = instance;
    guards?.sent(row, instance);
    guards?.ended(row, tryEnd.error);
  }

  #takenSlots(instance: number): number {
    const { inside, checking } = this.#instances;
    return this.#checks === undefined ? inside[instance] : inside[instance] + checking[instance];
  }

  #wait(row: number, runtime: ServiceRuntime, centralQueue: CentralQueue): void {
    if (centralQueue.count >= runtime.centralQueueLimit) this.#answers.refuse(row);
    else if (!this.#hasGuards || this.#mayWait(row, runtime)) this.#queues.joinCentralQueue(row, centralQueue, runtime);
  }

  /** Whether the guards let the try in, wait or take a slot; if not it is refused. */
  #mayEnter(row: number, { guards }: ServiceRuntime): boolean {
    return this.#isLet(row, guards?.enter(row));
  }

  #mayWait(row: number, { guards }: ServiceRuntime): boolean {
    return this.#isLet(row, guards?.wait(row));
  }

  #maySlot(row: number, { guards }: ServiceRuntime): boolean {
    return this.#isLet(row, guards?.begin(row));
  }

  #isLet(row: number, answer: number = verdict.go): boolean {
    if (answer === verdict.go) return true;
    this.#answers.turnAway(row, answer);
    return false;
  }

  /** The request has given its slot back. */
  left(row: number, instance: number, runtime: ServiceRuntime): void {
    const { words } = this.#requests;
    if (this.#hasBytes)
      this.#instances.memoryBytes[instance] -= this.#profiles[words[(row << 5) | word.group]].memoryBytes;
    runtime.rotation.ended(instance);
  }

  /** A try has left the instance: whoever waits takes its slot. */
  slotFreed(instance: number, runtime: ServiceRuntime): void {
    this.serveNext(instance, runtime);
    const { inside, phase: phases } = this.#instances;
    if (inside[instance] !== 0) return;
    if (phases[instance] === phase.draining) runtime.fleet.emptied(instance);
    runtime.onDemand?.rest(instance);
  }

  /** The client of the try has gone: a model server or a provider notices, others serve it all the same. */
  leftBehind(row: number): void {
    const where = this.#requests.placeOf(row);
    if (where === place.provider) this.cancel(row);
    if (!this.#hasModels || where !== place.io) return;
    if (this.#runtimes[this.#requests.words[(row << 5) | word.service]].model !== undefined) this.cancel(row);
  }

  /** The try gives up its slot before it is done. */
  cancel(row: number): void {
    const { words } = this.#requests;
    const instance = words[(row << 5) | word.instance];
    const runtime = this.#runtimes[words[(row << 5) | word.service]];
    if (this.#providers !== undefined && runtime.provider !== undefined) {
      this.#providers.cancel(row, runtime.provider);
      this.#requests.release(row);
      return;
    }
    this.#leaveSlot(row, instance, runtime);
    this.#requests.release(row);
    this.slotFreed(instance, runtime);
  }

  /** The call is given up, wherever it is. */
  cancelCall(row: number): void {
    const { words } = this.#requests;
    const instance = words[(row << 5) | word.instance];
    const runtime = this.#runtimes[words[(row << 5) | word.service]];
    const where = this.#requests.placeOf(row);
    if (where === place.provider && runtime.provider !== undefined) {
      this.#providers?.cancel(row, runtime.provider);
      this.#answers.endWithCaller(row);
      return;
    }
    if (slotPlaces.includes(where)) {
      this.#leaveSlot(row, instance, runtime);
      this.#answers.endWithCaller(row);
      this.slotFreed(instance, runtime);
      return;
    }
    const request = where === place.connecting ? this.#answers.leaveTryBehind(row) : row;
    this.#queues.leave(request);
    this.#answers.endWithCaller(request);
  }

  #leaveSlot(row: number, instance: number, runtime: ServiceRuntime): void {
    this.#calls?.cutOff(row);
    this.#serving.cancel(row);
    this.left(row, instance, runtime);
    this.#journal.left(row);
    this.#tracer?.cancelled(row);
  }

  /** The instance has a slot free: whoever waits for it takes it. */
  serveNext(instance: number, runtime: ServiceRuntime): void {
    if (this.#checks?.takeSlot(instance) === true) return;
    if (runtime.centralQueue !== undefined) this.serveCentralQueue(runtime);
    // The answer to a check may have made it ready, and with it given the slot to whoever waited.
    else if (this.#instances.queued[instance] > 0 && this.#takenSlots(instance) < runtime.concurrency)
      this.#serveQueue(instance, runtime);
  }

  /** Whoever waits in the service's central queue is served as far as instances have room. */
  serveCentralQueue(own: ServiceRuntime): void {
    const { centralQueue, onDemand } = own;
    if (centralQueue === undefined) return;
    while (centralQueue.count > 0) {
      const instance = this.#pick(centralQueue.first, own);
      if (instance < 0) break;
      const row = centralQueue.shift();
      this.#queues.endWait(row);
      if (this.#hasGuards && !this.#maySlot(row, own)) continue;
      if (this.#hasBelief && this.#deadTries.meets(row, instance, own)) continue;
      if (this.#hasGuards) own.guards?.sent(row, instance);
      this.#begin(row, instance, own);
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

  /** No instance takes the request: where requests start instances it waits for its own, elsewhere it is refused. */
  #startFor(row: number, runtime: ServiceRuntime): void {
    const instance = runtime.onDemand?.launch() ?? -1;
    if (instance < 0) {
      this.#answers.refuse(row);
      return;
    }
    this.#journal.coldStarted(row);
    this.#join(row, instance, runtime);
  }

  #beginAtOnce(row: number, instance: number, runtime: ServiceRuntime): void {
    this.#requests.words[(row << 5) | word.flags] |= hasReached;
    if (this.#hasGuards) runtime.guards?.sent(row, instance);
    this.#begin(row, instance, runtime);
  }

  /** The request takes a slot of the instance. */
  #begin(row: number, instance: number, runtime: ServiceRuntime): void {
    const { doubles, words } = this.#requests;
    const at = row << 5;
    words[at | word.instance] = instance;
    words[at | word.beginNumber] = this.#begins++;
    doubles[(row << 4) | double.began] = this.#clock.nowSeconds;
    if (this.#hasBytes) this.#takeMemory(instance, this.#profiles[words[at | word.group]].memoryBytes);
    this.#calls?.prepare(row);
    this.#serving.begin(instance, row);
    runtime.rotation.began(instance);
    this.#tracer?.began(row, instance, this.#serving.cpuFactor(instance));
    if (this.#calls !== undefined && this.#requests.placeOf(row) === place.calling) this.#calls.due(row);
  }

  #takeMemory(instance: number, bytes: number): void {
    this.#instances.memoryBytes[instance] += bytes;
    if (bytes > 0) this.#leaks?.rose(instance);
  }
}
