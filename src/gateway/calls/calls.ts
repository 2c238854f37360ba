import { InstantQueue } from '../../kernel/instantQueue.js';
import { rank } from '../../kernel/rank.js';
import type { IndexedStream } from '../../random/keyedStream.js';
import { mixBits } from '../../random/keyHash.js';
import type { CallLog } from '../../record/callLog.js';
import { outcome } from '../../record/outcome.js';
import { double, makesCalls, word } from '../../traffic/requestTable.js';
import { eventKind } from '../eventKind.js';
import type { GatewayOptions } from '../gatewayOptions.js';
import { serviceOf } from '../serviceOf.js';
import type { TimeoutsAndRetries } from '../timeoutsAndRetries.js';
import type { CallLinks } from './callLinks.js';
import { CallPaths } from './callPaths.js';
import type { CallEntry, PlannedCall } from './callPlan.js';
import type { CallsSetup } from './callsSetup.js';

/** Golden ratio and another odd constant: they keep the steps of a way apart. */
const [CALL_STEP, INDEX_STEP] = [0x9e3779b1, 0x85ebca6b];

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
  /** Sends a request on its way. */
  readonly #admit: (row: number) => void;
  /** What callers hear, or do next, at this instant. */
  readonly now = new InstantQueue();

  constructor(options: GatewayOptions, setup: CallsSetup, admit: (row: number) => void) {
    this.#options = options;
    this.#setup = setup;
    this.#links = setup.links;
    this.#log = setup.log;
    this.#serviceCount = options.runtimes.length;
    this.#paths = new CallPaths(options.requests, setup.log, this.#serviceCount);
    this.#admit = admit;
  }

  /** Whether the request is a call. */
  isCall(row: number): boolean {
    return this.#options.requests.words[(row << 5) | word.group] >= this.#setup.outerGroupCount;
  }

  /** Whether the request is a call that nobody waits for any more. */
  isForgotten(row: number): boolean {
    return this.#links.caller[row] >= 0 && !this.#links.isAwaited(row);
  }

  /** Timeouts and retries of the request. */
  rulesOf(row: number): TimeoutsAndRetries {
    const call = this.#links.call[row];
    if (call < 0) return this.#options.rules;
    return this.#setup.calls[call].rules[this.#options.requests.words[(row << 5) | word.service]];
  }

  /** The draws after the call's present try. */
  retryStream(row: number): IndexedStream {
    const { doubles, words } = this.#options.requests;
    const { root, tryPath } = this.#links;
    const arrivalNumber = doubles[(row << 4) | double.arrivalNumber];
    return this.#setup.sampler.retryStream(root[row], arrivalNumber, tryPath[row], words[(row << 5) | word.tries]);
  }

  /** A request of a source begins in the row. */
  begin(row: number): void {
    const { words } = this.#options.requests;
    this.#links.begin(row, Math.floor(words[(row << 5) | word.group] / this.#serviceCount));
    this.#paths.reserve(row);
    this.#paths.begin(row);
  }

  /** The request goes on in another row; its try stays, with the calls that it makes. */
  moveOn(row: number, next: number): void {
    const caller = this.#links.isAwaited(row) ? this.#links.caller[row] : -1;
    this.#links.moveOn(row, next);
    this.#paths.reserve(next);
    this.#paths.moveOn(row, next, caller, this.#options.clock.nowSeconds);
  }

  /** A request of a source has its outcome. */
  close(row: number): void {
    this.#paths.close(row, this.#options.clock.nowSeconds);
  }

  /** Another try of a call follows. */
  retried(row: number, isTimeout: boolean): void {
    const { doubles } = this.#options.requests;
    this.#log.retried(this.#links.edge[row], doubles[(row << 4) | double.arrival], isTimeout);
  }

  /** Whether any request may be tried again, or is given up in time. */
  get mayRetry(): boolean {
    return this.#setup.calls.some(({ rules }) => rules.some(({ retries }) => retries !== undefined));
  }

  get hasTimers(): boolean {
    const ends = (seconds: number) => seconds < Number.POSITIVE_INFINITY;
    return this.#setup.calls.some(({ rules }) => rules.some((one) => ends(Math.min(one.trySeconds, one.totalSeconds))));
  }

  /** A try is about to take its slot; if its class calls, it will. */
  prepare(row: number): void {
    const { words } = this.#options.requests;
    const profile = Math.floor(words[(row << 5) | word.group] / this.#serviceCount);
    const links = this.#links;
    if (this.#setup.plans[profile] === undefined) return;
    words[(row << 5) | word.flags] |= makesCalls;
    links.serial[row]++;
    links.entry[row] = -1;
    links.pending[row] = 0;
    links.made[row] = 0;
    links.wanted[row] = 0;
    links.hasFailed[row] = 0;
    this.#paths.prepare(row);
  }

  /** The try had no cpu phase and calls at once. */
  due(row: number): void {
    this.now.push(eventKind.callsDue, row, this.#links.serial[row]);
  }

  /** Whether an event is of the try that its row holds. */
  isCurrent(row: number, serial: number): boolean {
    return this.#links.serial[row] === serial;
  }

  /** A call has its one outcome, which its caller knows at `answerSeconds`. */
  answered(row: number, result: number, answerSeconds: number): void {
    const links = this.#links;
    const arrived = this.#options.requests.doubles[(row << 4) | double.arrival];
    if (!links.isAwaited(row)) {
      this.#log.forgotten(links.edge[row], arrived);
      return;
    }
    this.#paths.ended(links.caller[row], row, answerSeconds);
    this.#log.ended(links.edge[row], result, arrived, answerSeconds);
    const isFine = result === outcome.completed || this.#setup.calls[links.call[row]].ignoresErrors;
    const kind = isFine ? eventKind.callAnswered : eventKind.callFailed;
    const { heap, clock } = this.#options;
    const caller = links.caller[row];
    const serial = links.callerSerial[row];
    if (answerSeconds === clock.nowSeconds) this.now.push(kind, caller, serial);
    else heap.push(answerSeconds, rank.completion, kind, caller, serial);
  }

  /** @returns whether the caller may go on: nothing else of its entry is under way */
  noteAnswer(caller: number, isGood: boolean): boolean {
    const links = this.#links;
    if (!isGood) links.hasFailed[caller] = 1;
    if (--links.pending[caller] > 0) return false;
    this.#paths.entryEnded(caller);
    this.#log.callsEnded(this.#options.requests.words[(caller << 5) | word.service], this.#options.clock.nowSeconds);
    return true;
  }

  /** Makes the next calls of the caller. @returns whether there are none, and its io begins; or it has failed */
  goOn(caller: number): boolean {
    const { words } = this.#options.requests;
    const links = this.#links;
    if (links.hasFailed[caller] === 1) return true;
    const plan = this.#setup.plans[Math.floor(words[(caller << 5) | word.group] / this.#serviceCount)] ?? [];
    for (;;) {
      if (links.made[caller] < links.wanted[caller]) {
        this.#makeNext(caller, plan[links.entry[caller]].calls[0]);
        return false;
      }
      if (++links.entry[caller] >= plan.length) return true;
      const entry = plan[links.entry[caller]];
      if (entry.isSerial) {
        links.made[caller] = 0;
        links.wanted[caller] = this.#countOf(caller, entry.calls[0]);
      } else if (this.#makeAll(caller, entry)) return false;
    }
  }

  hasFailed(caller: number): boolean {
    return this.#links.hasFailed[caller] === 1;
  }

  /** The try is cut off; its calls go on, and nobody waits for them. */
  cutOff(caller: number): void {
    const { requests, clock } = this.#options;
    this.#links.serial[caller]++;
    this.#paths.cutOff(caller, clock.nowSeconds);
    if (this.#links.pending[caller] === 0) return;
    this.#links.pending[caller] = 0;
    this.#log.callsEnded(requests.words[(caller << 5) | word.service], clock.nowSeconds);
  }

  #makeNext(caller: number, call: PlannedCall): void {
    const index = this.#links.made[caller]++;
    this.#wait(caller, 1);
    this.#make(caller, call, index);
  }

  /** @returns whether there is any call to wait for */
  #makeAll(caller: number, { calls }: CallEntry): boolean {
    const counts = calls.map((call) => this.#countOf(caller, call));
    this.#wait(
      caller,
      counts.reduce((sum, count) => sum + count, 0),
    );
    for (const [place, call] of calls.entries()) {
      for (let index = 0; index < counts[place]; index++) this.#make(caller, call, index);
    }
    return this.#links.pending[caller] > 0;
  }

  /** The caller waits for so many calls. */
  #wait(caller: number, count: number): void {
    const { requests, clock } = this.#options;
    this.#links.pending[caller] = count;
    if (count > 0) this.#log.callsBegan(requests.words[(caller << 5) | word.service], clock.nowSeconds);
  }

  /** How often a call is made: drawn by the way from the top, so every try makes the same calls. */
  #countOf(caller: number, call: PlannedCall): number {
    const { share, drawsCount } = call;
    if (share === 1 && !drawsCount) return call.countOf(noDraws);
    const { doubles } = this.#options.requests;
    const links = this.#links;
    const path = stepOn(links.path[caller], call.number, -1);
    const arrivalNumber = doubles[(caller << 4) | double.arrivalNumber];
    const stream = this.#setup.sampler.shapeStream(links.root[caller], arrivalNumber, path);
    return stream.uniform() < share ? call.countOf(stream) : 0;
  }

  #make(caller: number, call: PlannedCall, index: number): void {
    const { requests, clock, journal, profiles } = this.#options;
    const { sampler, classes } = this.#setup;
    const links = this.#links;
    const called = classes[call.profile];
    if (called === undefined) return;
    const row = requests.allocate();
    links.reserve(row);
    const { doubles, words } = requests;
    const [root, path] = [links.root[caller], stepOn(links.path[caller], call.number, index)];
    // The caller's own tries are part of the way, or all its tries would meet the same errors.
    const tryPath = stepOn(
      links.tryPath[caller] ^ Math.imul(words[(caller << 5) | word.tries], CALL_STEP),
      path,
      index,
    );
    const arrivalNumber = doubles[(caller << 4) | double.arrivalNumber];
    sampler.draw(called, root, arrivalNumber, path);
    const service = serviceOf(profiles[call.profile], sampler.routeUniform);
    const now = clock.nowSeconds;
    doubles[(row << 4) | double.arrival] = now;
    doubles[(row << 4) | double.cpu] = sampler.cpuSeconds;
    doubles[(row << 4) | double.io] = sampler.ioSeconds;
    doubles[(row << 4) | double.errorUniform] = called.drawsErrors
      ? sampler.errorUniform(root, arrivalNumber, tryPath)
      : 1;
    doubles[(row << 4) | double.waited] = 0;
    doubles[(row << 4) | double.patienceEnds] = now + sampler.patienceSeconds;
    doubles[(row << 4) | double.arrivalNumber] = arrivalNumber;
    words[(row << 5) | word.group] = call.profile * this.#serviceCount + service;
    words[(row << 5) | word.service] = service;
    words[(row << 5) | word.user] = words[(caller << 5) | word.user];
    words[(row << 5) | word.flags] = 0;
    words[(row << 5) | word.tries] = 1;
    links.caller[row] = caller;
    links.callerSerial[row] = links.serial[caller];
    links.call[row] = call.number;
    links.root[row] = root;
    links.path[row] = path;
    links.tryPath[row] = tryPath;
    links.edge[row] = this.#log.edgeOf(call.number, words[(caller << 5) | word.service], service);
    this.#log.called(links.edge[row], now);
    this.#paths.reserve(row);
    this.#paths.called(caller, row);
    journal.called(row);
    this.rulesOf(row).retries?.noteRequest(now);
    this.#admit(row);
  }
}

/** One step further on the way from the top. */
function stepOn(path: number, call: number, index: number): number {
  return mixBits(path ^ (Math.imul(call + 1, CALL_STEP) + Math.imul(index + 1, INDEX_STEP)));
}

/** Counts that are no draws ask for none. */
const noDraws = undefined as unknown as IndexedStream; // safe: only handed to counts with `drawsCount` false
