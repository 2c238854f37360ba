import * as rank from '../../kernel/rank.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import { hasReached, isHedge } from '../../traffic/requestFlag.js';
import { waitsThere } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import type { Calls } from '../calls/calls.js';
import * as eventKind from '../eventKind.js';
import type { GatewayOptions } from '../gatewayOptions.js';
import type { Rotation } from '../rotation.js';
import type { RulesOf } from '../rulesOf.js';
import { OpenTries } from './openTries.js';

/**
 * Requests that have several tries open at once: hedged ones.
 *
 * Each open try has a row with all of its request in it; whichever is answered well first ends the request, and the others
 * are left behind. The first of the rows is the one that the total timeout knows. A request without a hedge costs one event
 * that comes to nothing, and no object; a hedged one has its `OpenTries` for as long as it lasts.
 */
export class Hedges {
  readonly #options: GatewayOptions;
  readonly #calls: Calls | undefined;
  readonly #rulesOf: RulesOf | undefined;
  /** [row] */
  readonly #open: (OpenTries | undefined)[] = [];

  constructor(options: GatewayOptions, calls: Calls | undefined, rulesOf: RulesOf | undefined) {
    this.#options = options;
    this.#calls = calls;
    this.#rulesOf = rulesOf;
  }

  /** A try begins: when it has taken too long another will begin beside it. */
  watch(row: number): void {
    const { requests, runtimes, clock } = this.#options;
    const { hedging } = runtimes[requests.words[(row << 5) | word.service]];
    if (hedging === undefined || this.triesOf(row) >= this.#mostTries(row, hedging.attemptCount)) return;
    const dueSeconds = clock.nowSeconds + hedging.delay.seconds(clock.nowSeconds);
    if (dueSeconds === Number.POSITIVE_INFINITY) return;
    this.#open[row]?.watched(row, dueSeconds);
    this.#plan(row, dueSeconds);
  }

  /** The try has taken too long. @returns the row of the one that begins beside it; -1 when it was left behind */
  due(row: number): number {
    const { requests, runtimes, hedgeSamplers } = this.#options;
    if (requests.isOrphan(row) || this.#calls?.isForgotten(row) === true) return -1;
    const hedge = requests.moveOn(row);
    this.#calls?.moveOn(row, hedge, true);
    const { doubles, words } = requests;
    const open = this.#open[row] ?? new OpenTries(row, words[(row << 5) | word.tries], this.#before(row));
    open.add(hedge);
    this.#open[row] = open;
    this.#open[hedge] = open;
    const at = hedge << 5;
    const instant = hedge << 4;
    words[at | word.flags] = (words[at | word.flags] & hasReached) | isHedge;
    words[at | word.place] = place.backoff;
    words[at | word.tries] = open.tryCount;
    // Each waits for itself.
    doubles[instant | double.waited] = open.waitedSeconds;
    const { hedging, model } = runtimes[words[at | word.service]];
    const [prompt, output] = [doubles[instant | double.cpu], doubles[instant | double.io]];
    if (this.#calls?.isCall(hedge) === true) this.#calls.hedged(hedge);
    else {
      const sampler = hedgeSamplers[Math.floor(words[at | word.group] / runtimes.length)];
      sampler.drawAt(doubles[instant | double.arrivalNumber], open.tryCount);
      doubles[instant | double.cpu] = sampler.cpuSeconds;
      doubles[instant | double.io] = sampler.ioSeconds;
      doubles[instant | double.errorUniform] = sampler.errorUniform;
    }
    if (model !== undefined) {
      // The same prompt, and the same answer to it.
      doubles[instant | double.cpu] = prompt;
      doubles[instant | double.io] = output;
    }
    hedging?.noteBegun(doubles[instant | double.arrival]);
    this.#options.journal.retried(hedge);
    return hedge;
  }

  /** What the request had done before its present try. */
  #before(row: number): { sinceSeconds: number; waitedSeconds: number } {
    const { requests } = this.#options;
    const { doubles } = requests;
    const at = row << 4;
    const ownSeconds = waitsThere(requests.placeOf(row)) ? 0 : doubles[at | double.began] - doubles[at | double.tried];
    return { sinceSeconds: doubles[at | double.tried], waitedSeconds: doubles[at | double.waited] - ownSeconds };
  }

  /** The instance for the try: one that its request has not tried yet, where one may be picked. */
  pick(row: number, rotation: Rotation): number {
    const open = this.#open[row];
    const isOwn = (this.#options.requests.words[(row << 5) | word.flags] & isHedge) !== 0;
    if (open === undefined || !isOwn) return rotation.pick(row);
    return rotation.pickOther(
      row,
      open.triedInstances((other) => this.#instanceOf(other)),
    );
  }

  /** Tries of its request so far. */
  triesOf(row: number): number {
    return this.#open[row]?.tryCount ?? this.#options.requests.words[(row << 5) | word.tries];
  }

  /** Whether the request has, or had since it began or was tried again, several tries open. */
  isHedged(row: number): boolean {
    return this.#open[row] !== undefined;
  }

  /** Whether the request has other tries open. */
  hasOthers(row: number): boolean {
    const open = this.#open[row];
    return open !== undefined && open.rows.length > 1;
  }

  /** The try failed, and its request goes on in the others. */
  drop(row: number): void {
    const open = this.#open[row];
    if (open === undefined) return;
    const { clock, requests } = this.#options;
    const wasFirst = open.rows[0] === row;
    const wasWatched = open.watchedRow === row && open.dueSeconds > clock.nowSeconds;
    open.remove(row, this.#instanceOf(row));
    this.#forget(row);
    const reached = requests.words[(row << 5) | word.flags] & hasReached;
    for (const other of open.rows) requests.words[(other << 5) | word.flags] |= reached;
    const [first] = open.rows;
    if (wasFirst) {
      this.#keepTotalTimeout(first);
      this.#standsFor(row, first);
    }
    if (!wasWatched) return;
    open.watched(first, open.dueSeconds);
    this.#plan(first, open.dueSeconds);
  }

  /** Whether another open try of the request is the one that its caller and the total timeout know. */
  isBeside(row: number): boolean {
    const open = this.#open[row];
    return open !== undefined && open.rows[0] !== row;
  }

  /** The request ends with what came of this try: its caller, if any, waits for no other. */
  decides(row: number): void {
    const first = this.#open[row]?.rows[0] ?? row;
    if (first !== row) this.#standsFor(first, row);
  }

  /** The request of a try that was left behind goes on in another row. */
  moved(row: number, request: number): void {
    const open = this.#open[row];
    if (open === undefined) return;
    open.replace(row, request);
    this.#open[request] = open;
    this.#open[row] = undefined;
  }

  /** A good answer came from the try. */
  won(row: number): void {
    const { requests, runtimes, clock } = this.#options;
    const { doubles, words } = requests;
    const { hedging } = runtimes[words[(row << 5) | word.service]];
    if (hedging === undefined) return;
    const now = clock.nowSeconds;
    if ((words[(row << 5) | word.flags] & isHedge) !== 0) hedging.noteWon(doubles[(row << 4) | double.arrival]);
    if (hedging.delay.note !== undefined)
      hedging.delay.note(now - (this.#open[row]?.sinceSeconds ?? doubles[(row << 4) | double.tried]), now);
  }

  /** The last open try has ended: its request ends, or begins anew with one. @returns the tries that it leaves behind */
  close(row: number): readonly number[] {
    const open = this.#open[row];
    if (open === undefined) return none;
    this.#options.requests.words[(row << 5) | word.tries] = open.tryCount;
    for (const one of open.rows) this.#forget(one);
    return open.rows.filter((one) => one !== row);
  }

  /** At the end of the run: of each request the tries beside the first. */
  closeAll(): number[] {
    return this.#open.flatMap((open, row) => (open !== undefined && open.rows[0] === row ? this.close(row) : []));
  }

  /** Where a call is hedged its caller waits for `next` instead of `row`. */
  #standsFor(row: number, next: number): void {
    if (this.#calls?.isCall(next) === true) this.#calls.waitsFor(row, next);
  }

  #mostTries(row: number, attemptCount: number): number {
    const { retries } = this.#rulesOf?.(row) ?? this.#options.rules;
    return Math.min(attemptCount, retries?.attemptCount ?? Number.POSITIVE_INFINITY);
  }

  #plan(row: number, dueSeconds: number): void {
    const { requests, heap } = this.#options;
    heap.push(dueSeconds, rank.timeout, eventKind.hedgeDue, row, requests.words[(row << 5) | word.generation]);
  }

  #forget(row: number): void {
    this.#open[row] = undefined;
    this.#options.requests.words[(row << 5) | word.flags] &= ~isHedge;
  }

  /** Where the try is or was last; -1 for one that has no instance yet. */
  #instanceOf(row: number): number {
    const { requests } = this.#options;
    const where = requests.placeOf(row);
    return noInstance.includes(where) ? -1 : requests.words[(row << 5) | word.instance];
  }

  #keepTotalTimeout(row: number): void {
    const { requests, rules, heap, clock } = this.#options;
    const { totalSeconds } = this.#rulesOf?.(row) ?? rules;
    if (totalSeconds === Number.POSITIVE_INFINITY) return;
    const endsSeconds = Math.max(requests.doubles[(row << 4) | double.arrival] + totalSeconds, clock.nowSeconds);
    heap.push(endsSeconds, rank.timeout, eventKind.totalTimedOut, row, requests.words[(row << 5) | word.life]);
  }
}

const none: readonly number[] = [];
/** Where a try has no instance. */
const noInstance: readonly number[] = [place.centralQueue, place.pool, place.backoff, place.free];
