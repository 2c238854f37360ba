import { invariant } from '../../base/invariant.js';
import { InstantQueue } from '../../kernel/instantQueue.js';
import * as rank from '../../kernel/rank.js';
import type { IndexedStream } from '../../random/keyedStream.js';
import type { CallLog } from '../../record/callLog.js';
import * as outcome from '../../record/outcome.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import { makesCalls } from '../../traffic/requestFlag.js';
import type { ToolUse } from '../../traffic/sessions/sessions.js';
import * as word from '../../traffic/word.js';
import * as eventKind from '../eventKind.js';
import type { GatewayOptions } from '../gatewayOptions.js';
import { leastSeconds, type TimeoutsAndRetries } from '../timeoutsAndRetries.js';
import type { CallLinks } from './callLinks.js';
import { CallPaths } from './callPaths.js';
import type { CallEntry, CallPlan, PlannedCall } from './callPlan.js';
import { CallRows, stepOn } from './callRows.js';
import type { CallsDoor } from './callsDoor.js';
import type { CallsSetup } from './callsSetup.js';
import * as link from './link.js';
import { Pools } from './pools.js';

/**
 * Requests that wait, in their slot, for requests that they make themselves.
 *
 * A call is a request of its own with a row of its own; its caller's row waits in `place.calling` between its cpu and its io
 * phase. Answers come back as events, also those known at once, so that nothing happens to a caller in the middle of
 * something else. Hot where a class calls: no allocation a call.
 */
export class Calls {
  readonly #options: GatewayOptions;
  readonly #setup: CallsSetup;
  readonly #links: CallLinks;
  readonly #log: CallLog;
  readonly #paths: CallPaths;
  readonly #serviceCount: number;
  /** [group] the profile, and what it calls; undefined where it calls nothing */
  readonly #profileOf: Int32Array;
  readonly #plans: readonly (CallPlan | undefined)[];
  readonly #rows: CallRows;
  /** Some call ends with its caller. */
  readonly #hasCancels: boolean;
  /** Where instances have pools of connections. */
  readonly pools: Pools | undefined;
  readonly #door: CallsDoor;
  /** What callers hear, or do next, at this instant. */
  readonly now = new InstantQueue();

  constructor(options: GatewayOptions, setup: CallsSetup, door: CallsDoor) {
    this.#options = options;
    this.#setup = setup;
    this.#links = setup.links;
    this.#log = setup.log;
    this.#serviceCount = options.runtimes.length;
    this.#paths = new CallPaths(options.requests, setup.log, this.#serviceCount);
    const profiles = setup.plans.flatMap((_, profile) => options.runtimes.map(() => profile));
    this.#profileOf = Int32Array.from(profiles);
    this.#plans = profiles.map((profile) => setup.plans[profile]);
    this.#rows = new CallRows(options, setup, door);
    this.#hasCancels = setup.calls.some(({ isCancelled }) => isCancelled);
    this.pools = setup.poolLimits && new Pools({ ...options, log: setup.log.pools }, setup.poolLimits);
    this.#door = door;
  }

  /** Whether the request is a call. */
  isCall(row: number): boolean {
    return this.#options.requests.words[(row << 5) | word.group] >= this.#setup.outerGroupCount;
  }

  /** Whether the request is a call that nobody waits for any more. */
  isForgotten(row: number): boolean {
    return this.#links.words[(row << 4) | link.caller] >= 0 && !this.#links.isAwaited(row);
  }

  /** Timeouts and retries of the request. */
  rulesOf(row: number): TimeoutsAndRetries {
    const call = this.#links.words[(row << 4) | link.call];
    const service = this.#options.requests.words[(row << 5) | word.service];
    if (call < 0) return this.#options.serviceRules?.[service] ?? this.#options.rules;
    return this.#setup.calls[call].rules[service];
  }

  /** The draws after the call's present try. */
  retryStream(row: number): IndexedStream {
    const { words } = this.#links;
    const at = row << 4;
    const tries = this.#options.requests.words[(row << 5) | word.tries];
    return this.#setup.sampler.retryStream(row, words[at | link.root], words[at | link.tryPath], tries);
  }

  /** A request of a source begins in the row. */
  begin(row: number): void {
    const { words } = this.#options.requests;
    this.#links.begin(row, this.#profileOf[words[(row << 5) | word.group]]);
    this.#paths.reserve(row);
    this.#paths.begin(row);
  }

  /**
   * The request goes on in another row; its try stays, with the calls that it makes.
   *
   * @param isBeside the row that the caller waits for is another one
   */
  moveOn(row: number, next: number, isBeside = false): void {
    const caller = !isBeside && this.#links.isAwaited(row) ? this.#links.words[(row << 4) | link.caller] : -1;
    this.#links.moveOn(row, next);
    this.#paths.reserve(next);
    this.#paths.moveOn(row, next, caller, this.#options.clock.nowSeconds);
    this.pools?.moveOn(row, next);
  }

  /** Of several open tries of a call its caller waits for another one from now on. */
  waitsFor(row: number, next: number): void {
    if (this.#links.isAwaited(row)) this.#paths.replace(this.#links.words[(row << 4) | link.caller], row, next);
  }

  /** Another try of a call has begun beside one that is open, in this row: what it takes. */
  hedged(row: number): void {
    const { words } = this.#options.requests;
    const called = this.#setup.classes[this.#profileOf[words[(row << 5) | word.group]]];
    if (called === undefined) return;
    const links = this.#links;
    const root = links.words[(row << 4) | link.root];
    const tryNumber = words[(row << 5) | word.tries];
    this.#setup.sampler.drawHedge(called, row, root, { path: links.words[(row << 4) | link.path], tryNumber });
    if (called.drawsErrors) {
      // As after the try before it, had that one failed.
      const stream = this.#setup.sampler.retryStream(row, root, links.words[(row << 4) | link.tryPath], tryNumber - 1);
      this.#options.requests.doubles[(row << 4) | double.errorUniform] = stream.uniform();
    }
    this.tried(row);
  }

  /** A request of a source has its outcome. */
  close(row: number): void {
    this.#paths.close(row, this.#options.clock.nowSeconds);
  }

  /** Another try of a call begins. */
  tried(row: number): void {
    const { doubles } = this.#options.requests;
    this.#log.tried(this.#links.words[(row << 4) | link.edge], doubles[(row << 4) | double.arrival]);
  }

  /** A try of a call timed out, and another is to follow. */
  tryTimedOut(row: number): void {
    const { doubles } = this.#options.requests;
    this.#log.tryTimedOut(this.#links.words[(row << 4) | link.edge], doubles[(row << 4) | double.arrival]);
  }

  /** The call goes on at another service of its route, after a try that failed. */
  moved(row: number, service: number, isTimeout: boolean): void {
    const { requests } = this.#options;
    const { words: links } = this.#links;
    const at = row << 4;
    const { call, from } = this.#log.endsOf(links[at | link.edge]);
    const next = this.#log.edgeOf(call, from, service);
    this.#log.moved(links[at | link.edge], next, { arrivedSeconds: requests.doubles[at | double.arrival], isTimeout });
    links[at | link.edge] = next;
    const caller = links[at | link.caller];
    if (caller >= 0) this.pools?.begin(row, requests.words[(caller << 5) | word.instance], service);
  }

  /** The draw of where the call goes after its present try. */
  hopStream(row: number, tryNumber: number): IndexedStream {
    const links = this.#links;
    return this.#setup.sampler.hopStream(
      row,
      links.words[(row << 4) | link.root],
      links.words[(row << 4) | link.tryPath],
      tryNumber,
    );
  }

  /** The draws of what a cache has for the call: the same in every try of its caller. */
  cacheStream(row: number): IndexedStream {
    const links = this.#links;
    return this.#setup.sampler.cacheStream(
      row,
      links.words[(row << 4) | link.root],
      links.words[(row << 4) | link.path],
    );
  }

  /** Whether any request may be tried again, or is given up in time. */
  get mayRetry(): boolean {
    return this.#setup.calls.some(({ rules }) => rules.some(({ retries }) => retries !== undefined));
  }

  get hasTimers(): boolean {
    return this.#setup.calls.some(({ rules }) => rules.some((one) => leastSeconds(one) < Number.POSITIVE_INFINITY));
  }

  /** A try is about to take its slot; if its class calls, it will. */
  prepare(row: number): void {
    const { words } = this.#options.requests;
    if (this.#plans[words[(row << 5) | word.group]] === undefined) return;
    words[(row << 5) | word.flags] |= makesCalls;
    const { words: links } = this.#links;
    const at = row << 4;
    links[at | link.serial]++;
    links[at | link.entry] = -1;
    links[at | link.pending] = 0;
    links[at | link.made] = 0;
    links[at | link.wanted] = 0;
    links[at | link.hasFailed] = 0;
    this.#paths.prepare(row);
  }

  /** The try had no cpu phase and calls at once. */
  due(row: number): void {
    this.now.push(eventKind.callsDue, row, this.#links.words[(row << 4) | link.serial]);
  }

  /** Whether an event is of the try that its row holds. */
  isCurrent(row: number, serial: number): boolean {
    return this.#links.words[(row << 4) | link.serial] === serial;
  }

  /** A call has its one outcome, which its caller knows at `answerSeconds`. */
  answered(row: number, result: number, answerSeconds: number): void {
    const { words: links } = this.#links;
    const at = row << 4;
    const arrived = this.#options.requests.doubles[at | double.arrival];
    if (links[at | link.caller] < 0) {
      this.#log.ended(links[at | link.edge], result, arrived, answerSeconds);
      this.#setup.toolAnswered(links[at | link.session], answerSeconds);
      return;
    }
    if (!this.#links.isAwaited(row)) {
      this.#log.forgotten(links[at | link.edge], arrived);
      return;
    }
    this.#paths.ended(links[at | link.caller], row, answerSeconds);
    this.#log.ended(links[at | link.edge], result, arrived, answerSeconds);
    const isFine = result === outcome.completed || this.#setup.calls[links[at | link.call]].ignoresErrors;
    const kind = isFine ? eventKind.callAnswered : eventKind.callFailed;
    const { heap, clock } = this.#options;
    const caller = links[at | link.caller];
    const serial = links[at | link.callerSerial];
    if (answerSeconds === clock.nowSeconds) this.now.push(kind, caller, serial);
    else heap.push(answerSeconds, rank.completion, kind, caller, serial);
  }

  /** @returns whether the caller may go on: nothing else of its entry is under way */
  noteAnswer(caller: number, isGood: boolean): boolean {
    const { words: links } = this.#links;
    const at = caller << 4;
    if (!isGood) links[at | link.hasFailed] = 1;
    if (--links[at | link.pending] > 0) return false;
    this.#paths.entryEnded(caller);
    this.#log.callsEnded(this.#options.requests.words[(caller << 5) | word.service], this.#options.clock.nowSeconds);
    return true;
  }

  /** Makes the next calls of the caller. @returns whether there are none, and its io begins; or it has failed */
  goOn(caller: number): boolean {
    const { words } = this.#options.requests;
    const { words: links } = this.#links;
    const at = caller << 4;
    if (links[at | link.hasFailed] === 1) return true;
    const plan = this.#plans[words[(caller << 5) | word.group]] ?? [];
    for (;;) {
      if (links[at | link.made] < links[at | link.wanted]) {
        this.#makeNext(caller, plan[links[at | link.entry]].calls[0]);
        return false;
      }
      if (++links[at | link.entry] >= plan.length) return true;
      const entry = plan[links[at | link.entry]];
      if (entry.isSerial) {
        links[at | link.made] = 0;
        links[at | link.wanted] = this.#countOf(caller, entry.calls[0]);
      } else if (this.#makeAll(caller, entry)) return false;
    }
  }

  hasFailed(caller: number): boolean {
    return this.#links.words[(caller << 4) | link.hasFailed] === 1;
  }

  /** The try is cut off: its calls go on, and nobody waits for them; but those end that are cancelled or were not sent yet. */
  cutOff(caller: number): void {
    const { requests, clock } = this.#options;
    if (this.#hasCancels || this.pools !== undefined)
      this.#cancelCalls(caller, (call) => this.#endsWithCaller(call) || requests.placeOf(call) === place.pool);
    const { words: links } = this.#links;
    const at = caller << 4;
    links[at | link.serial]++;
    this.#paths.cutOff(caller, clock.nowSeconds);
    if (links[at | link.pending] === 0) return;
    links[at | link.pending] = 0;
    this.#log.callsEnded(requests.words[(caller << 5) | word.service], clock.nowSeconds);
  }

  /** The client of the try, which goes on, has given it up. */
  givenUp(caller: number): void {
    if (!this.#hasCancels) return;
    this.#links.words[(caller << 4) | link.isGivenUp] = 1;
    this.#cancelCalls(caller, (call) => this.#endsWithCaller(call));
  }

  /** Each at its next event, so that nothing happens to it in the middle of something else. */
  #cancelCalls(caller: number, isCancelled: (call: number) => boolean): void {
    const { requests, heap, clock } = this.#options;
    for (const row of this.#paths.openCalls(caller).filter(isCancelled))
      heap.push(
        clock.nowSeconds,
        rank.completion,
        eventKind.callCancelled,
        row,
        requests.words[(row << 5) | word.life],
      );
  }

  /** Whether the call ends with its caller. */
  #endsWithCaller(row: number): boolean {
    return this.#setup.calls[this.#links.words[(row << 4) | link.call]].isCancelled;
  }

  #makeNext(caller: number, call: PlannedCall): void {
    const index = this.#links.words[(caller << 4) | link.made]++;
    this.#wait(caller, 1);
    this.#make(caller, call, index);
  }

  /** @returns whether there is any call to wait for */
  #makeAll(caller: number, { calls }: CallEntry): boolean {
    const counts = calls.map((call) => this.#countOf(caller, call));
    const wanted = counts.reduce((sum, count) => sum + count, 0);
    this.#wait(caller, wanted);
    for (const [place, call] of calls.entries()) {
      for (let index = 0; index < counts[place]; index++) this.#make(caller, call, index);
    }
    return wanted > 0;
  }

  /** The caller waits for so many calls. */
  #wait(caller: number, count: number): void {
    const { requests, clock } = this.#options;
    this.#links.words[(caller << 4) | link.pending] = count;
    if (count > 0) this.#log.callsBegan(requests.words[(caller << 5) | word.service], clock.nowSeconds);
  }

  /** How often a call is made: drawn by the way from the top, so every try makes the same calls. */
  #countOf(caller: number, call: PlannedCall): number {
    const { share, drawsCount } = call;
    if (share === 1 && !drawsCount) return call.countOf(noDraws);
    const links = this.#links;
    const path = stepOn(links.words[(caller << 4) | link.path], call.number, -1);
    const stream = this.#setup.sampler.shapeStream(caller, links.words[(caller << 4) | link.root], path);
    return stream.uniform() < share ? call.countOf(stream) : 0;
  }

  #make(caller: number, call: PlannedCall, index: number): void {
    const { requests } = this.#options;
    if (call.isCancelled && this.#links.words[(caller << 4) | link.isGivenUp] === 1) {
      // Nobody waits any more, which the caller hears at once.
      this.now.push(
        call.ignoresErrors ? eventKind.callAnswered : eventKind.callFailed,
        caller,
        this.#links.words[(caller << 4) | link.serial],
      );
      return;
    }
    const row = this.#rows.begin(caller, call, index);
    const { words } = requests;
    const service = words[(row << 5) | word.service];
    this.#paths.reserve(row);
    this.#paths.called(caller, row);
    this.pools?.begin(row, words[(caller << 5) | word.instance], service);
    this.#send(row, this.#log.edgeOf(call.number, words[(caller << 5) | word.service], service));
  }

  /** An agent uses a tool between two turns of its session. */
  useTool(use: ToolUse): void {
    const call = this.#setup.tools[use.source];
    invariant(call !== undefined, 'a tool of a source without any');
    const row = this.#rows.beginTool(use, call);
    this.#paths.reserve(row);
    this.#paths.begin(row);
    this.pools?.beginOutside(row);
    const service = this.#options.requests.words[(row << 5) | word.service];
    this.#send(row, this.#log.edgeOf(call.number, use.service, service));
  }

  /** The call that began last is on its way. */
  #send(row: number, edge: number): void {
    const { clock, journal } = this.#options;
    this.#links.words[(row << 4) | link.edge] = edge;
    this.#log.called(edge, clock.nowSeconds);
    this.#log.tried(edge, clock.nowSeconds);
    journal.called(row);
    this.#door.send(row, this.#rows.isCached);
  }
}

/** Counts that are no draws ask for none. */
const noDraws = undefined as unknown as IndexedStream; // safe: only handed to counts with `drawsCount` false
