import { grown } from '../../kernel/columns.js';
import type { CallLog } from '../../record/callLog.js';
import * as double from '../../traffic/double.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';

/**
 * Where the time of requests goes, by service: a request's own is what it does not wait for calls, and of calls at once the
 * one that ends last counts with all of its time.
 *
 * Each request carries one number a service. What its finished calls took is added when it goes on; a request that is given up adds
 * what the calls under way took so far, to the bottom. O(services) a call that called itself, O(1) another.
 */
export class CallPaths {
  readonly #requests: RequestTable;
  readonly #log: CallLog;
  readonly #serviceCount: number;
  #rowCount = 1024;
  /** [row] whether the request has waited for any call; until then its numbers in `#waited` are of another, and 0 is meant. */
  #hasWaited = new Uint8Array(1024);
  /** [row x service] seconds that the request waited for calls so far, where they passed. */
  #waited: Float64Array;
  /** [row] when the call of the entry under way ended that ended last; -1 for none. */
  #lastEndSeconds = new Float64Array(1024);
  /** [row] of that call, if it waited for no calls itself: its service, else -1, and what it took. */
  #lastOwnService = new Int32Array(1024);
  #lastOwnSeconds = new Float64Array(1024);
  /** [row x service] of that call, if it did: where its time passed. */
  #last: Float64Array;
  /** [row] the try's calls under way: the first, and the neighbours in the list of their caller; -1 for none. */
  #open = new Int32Array(1024);
  #next = new Int32Array(1024);
  #previous = new Int32Array(1024);

  constructor(requests: RequestTable, log: CallLog, serviceCount: number) {
    this.#requests = requests;
    this.#log = log;
    this.#serviceCount = serviceCount;
    this.#waited = new Float64Array(1024 * serviceCount);
    this.#last = new Float64Array(1024 * serviceCount);
  }

  reserve(row: number): void {
    while (row >= this.#rowCount) {
      this.#rowCount *= 2;
      this.#hasWaited = grown(this.#hasWaited);
      this.#waited = grown(this.#waited);
      this.#last = grown(this.#last);
      this.#lastEndSeconds = grown(this.#lastEndSeconds);
      this.#lastOwnSeconds = grown(this.#lastOwnSeconds);
      this.#lastOwnService = grown(this.#lastOwnService);
      this.#open = grown(this.#open);
      this.#next = grown(this.#next);
      this.#previous = grown(this.#previous);
    }
  }

  /** A request begins in the row. */
  begin(row: number): void {
    this.#open[row] = -1;
    this.#lastEndSeconds[row] = -1;
    this.#hasWaited[row] = 0;
  }

  /** A call begins, and its caller waits for it. */
  called(caller: number, row: number): void {
    this.begin(row);
    this.#link(caller, row);
  }

  /** A try takes its slot: it has called nothing yet. */
  prepare(row: number): void {
    this.#open[row] = -1;
    this.#lastEndSeconds[row] = -1;
  }

  /** A call that its caller waits for has its outcome. */
  ended(caller: number, row: number, answerSeconds: number): void {
    this.#unlink(caller, row);
    if (answerSeconds < this.#lastEndSeconds[caller]) return;
    this.#lastEndSeconds[caller] = answerSeconds;
    const { doubles, words } = this.#requests;
    const seconds = answerSeconds - doubles[(row << 4) | double.arrival];
    if (this.#hasWaited[row] === 1) {
      this.#lastOwnService[caller] = -1;
      this.#keep(caller, row, seconds);
    } else {
      this.#lastOwnService[caller] = words[(row << 5) | word.service];
      this.#lastOwnSeconds[caller] = seconds;
    }
  }

  /** Keeps where the time of a call passed that waited for calls itself. */
  #keep(caller: number, row: number, allSeconds: number): void {
    const waited = this.#waited;
    const last = this.#last;
    const count = this.#serviceCount;
    const from = row * count;
    const to = caller * count;
    let ownSeconds = allSeconds;
    for (let service = 0; service < count; service++) {
      const seconds = waited[from + service];
      last[to + service] = seconds;
      ownSeconds -= seconds;
    }
    last[to + this.#requests.words[(row << 5) | word.service]] += ownSeconds;
  }

  /** The caller has all answers of its entry. */
  entryEnded(caller: number): void {
    if (this.#lastEndSeconds[caller] < 0) return;
    this.#lastEndSeconds[caller] = -1;
    const waited = this.#waited;
    const last = this.#last;
    const count = this.#serviceCount;
    const from = caller * count;
    if (this.#hasWaited[caller] === 0) {
      this.#hasWaited[caller] = 1;
      for (let at = from; at < from + count; at++) waited[at] = 0;
    }
    const service = this.#lastOwnService[caller];
    if (service >= 0) waited[from + service] += this.#lastOwnSeconds[caller];
    else for (let at = from; at < from + count; at++) waited[at] += last[at];
  }

  /** The request goes on in `next`, and its try stays with the calls under way. */
  moveOn(row: number, next: number, caller: number, nowSeconds: number): void {
    const count = this.#serviceCount;
    this.#hasWaited[next] = this.#hasWaited[row];
    this.#waited.copyWithin(next * count, row * count, (row + 1) * count);
    this.#open[next] = -1;
    this.#lastEndSeconds[next] = -1;
    this.#addOpen(next, row, nowSeconds);
    if (caller < 0) return;
    this.#unlink(caller, row);
    this.#link(caller, next);
  }

  /** Of several rows of one call another stands for it. */
  replace(caller: number, row: number, next: number): void {
    this.#unlink(caller, row);
    this.#link(caller, next);
  }

  /** The try is cut off from its calls under way. */
  cutOff(row: number, nowSeconds: number): void {
    this.#addOpen(row, row, nowSeconds);
    this.prepare(row);
  }

  /** The try's calls under way, in the order in which they began. */
  openCalls(row: number): number[] {
    const calls: number[] = [];
    for (let callee = this.#open[row]; callee >= 0; callee = this.#next[callee]) calls.unshift(callee);
    return calls;
  }

  /** A request of a source has its outcome. */
  close(row: number, nowSeconds: number): void {
    const { doubles, words } = this.#requests;
    const arrived = doubles[(row << 4) | double.arrival];
    if (!this.#log.isInSpan(arrived)) return;
    const { pathSeconds } = this.#log;
    let ownSeconds = nowSeconds - arrived;
    if (this.#hasWaited[row] === 1) {
      const waited = this.#waited;
      const count = this.#serviceCount;
      const from = row * count;
      for (let service = 0; service < count; service++) {
        const seconds = waited[from + service];
        pathSeconds[service] += seconds;
        ownSeconds -= seconds;
      }
    }
    pathSeconds[words[(row << 5) | word.service]] += ownSeconds;
    this.#log.pathCount++;
  }

  /** Adds to one request what a call that `row` waits for took so far, down to the one at the bottom. */
  #addOpen(to: number, row: number, nowSeconds: number): void {
    const count = this.#serviceCount;
    const { doubles, words } = this.#requests;
    if (this.#open[row] >= 0 && this.#hasWaited[to] === 0) {
      this.#waited.fill(0, to * count, (to + 1) * count);
      this.#hasWaited[to] = 1;
    }
    for (let callee = this.#open[row]; callee >= 0; callee = this.#open[callee]) {
      let ownSeconds = nowSeconds - doubles[(callee << 4) | double.arrival];
      const below = this.#open[callee];
      if (below >= 0) ownSeconds -= nowSeconds - doubles[(below << 4) | double.arrival];
      const waitedCount = this.#hasWaited[callee] === 1 ? count : 0;
      for (let service = 0; service < waitedCount; service++) {
        const seconds = this.#waited[callee * count + service];
        this.#waited[to * count + service] += seconds;
        ownSeconds -= seconds;
      }
      this.#waited[to * count + words[(callee << 5) | word.service]] += ownSeconds;
    }
  }

  #link(caller: number, row: number): void {
    const first = this.#open[caller];
    this.#next[row] = first;
    this.#previous[row] = -1;
    if (first >= 0) this.#previous[first] = row;
    this.#open[caller] = row;
  }

  #unlink(caller: number, row: number): void {
    const next = this.#next[row];
    const previous = this.#previous[row];
    if (next >= 0) this.#previous[next] = previous;
    if (previous >= 0) this.#next[previous] = next;
    else this.#open[caller] = next;
  }
}
