import { Histogram } from '../stats/histogram.js';
import * as outcome from './outcome.js';
import { PoolLog } from './poolLog.js';

interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

interface MovedCall {
  readonly arrivedSeconds: number;
  /** Its try was given up in time. */
  readonly isTimeout: boolean;
}

/** What one call of a class came to, between two services; counts are of calls that arrived in the span. */
export class EdgeLog {
  calls = 0;
  tries = 0;
  /** Calls that went on from here to another service of their route, and are counted there. */
  moved = 0;
  /** Tries that were given up in time. */
  timedOutTries = 0;
  /** Calls that ended while their caller waited, and those of them that failed. */
  ended = 0;
  failed = 0;
  /** Calls that ended when nobody waited for them any more. */
  forgotten = 0;
  /** Call to answer, good or bad, as its caller saw it. */
  readonly latency = new Histogram();
}

/**
 * Who called whom, and where the time of the requests of sources went; only where a class calls.
 *
 * Told at each call, not by pages of the journal, for no row of it says who called.
 */
export class CallLog {
  readonly #from: number;
  readonly #to: number;
  readonly #serviceCount: number;
  /** [call] the classes that it is between. */
  readonly names: { readonly caller: string; readonly callee: string }[] = [];
  /** By the number of the edge, where anybody called: of many numbers few are used. */
  readonly edges = new Map<number, EdgeLog>();
  readonly pools: PoolLog;
  /** [service] seconds that requests of sources spent in it, waiting and served; of calls at once the slowest counts. */
  readonly pathSeconds: Float64Array;
  /** Requests of sources that ended: those that the seconds are of. */
  pathCount = 0;
  /** [service] tries that wait for calls in their slots; and ends minus begins of such waits, clipped to the span. */
  readonly #calling: Int32Array;
  readonly #callingBalance: Float64Array;

  constructor({ fromSeconds, toSeconds, serviceCount }: Span & { readonly serviceCount: number }) {
    this.#from = fromSeconds;
    this.#to = toSeconds;
    this.#serviceCount = serviceCount;
    this.pools = new PoolLog({ fromSeconds, toSeconds });
    this.pathSeconds = new Float64Array(serviceCount);
    this.#calling = new Int32Array(serviceCount);
    this.#callingBalance = new Float64Array(serviceCount);
  }

  /** The number of an edge. */
  edgeOf(call: number, from: number, to: number): number {
    return (call * this.#serviceCount + from) * this.#serviceCount + to;
  }

  /** What `edgeOf` was asked with. */
  endsOf(edge: number): { readonly call: number; readonly from: number; readonly to: number } {
    const [count, rest] = [this.#serviceCount, Math.floor(edge / this.#serviceCount)];
    return { call: Math.floor(rest / count), from: rest % count, to: edge % count };
  }

  called(edge: number, arrivedSeconds: number): void {
    if (arrivedSeconds < this.#from) return;
    let log = this.edges.get(edge);
    if (log === undefined) {
      log = new EdgeLog();
      this.edges.set(edge, log);
    }
    log.calls++;
  }

  /** A try of a call begins. */
  tried(edge: number, arrivedSeconds: number): void {
    const log = this.edges.get(edge);
    if (log !== undefined && arrivedSeconds >= this.#from) log.tries++;
  }

  /** A try of a call timed out, and another is to follow. */
  tryTimedOut(edge: number, arrivedSeconds: number): void {
    const log = this.edges.get(edge);
    if (log !== undefined && arrivedSeconds >= this.#from) log.timedOutTries++;
  }

  /** A call whose try failed goes on at another service: it belongs where it is, its tries where they were. */
  moved(edge: number, next: number, { arrivedSeconds, isTimeout }: MovedCall): void {
    const log = this.edges.get(edge);
    if (log === undefined || arrivedSeconds < this.#from) return;
    log.calls--;
    log.moved++;
    if (isTimeout) log.timedOutTries++;
    this.called(next, arrivedSeconds);
  }

  /** A call has its one outcome, which its caller knows at `answerSeconds`. */
  ended(edge: number, result: number, arrivedSeconds: number, answerSeconds: number): void {
    const log = this.edges.get(edge);
    if (log === undefined || arrivedSeconds < this.#from) return;
    log.ended++;
    if (result !== outcome.completed) log.failed++;
    if (result === outcome.timedOut) log.timedOutTries++;
    log.latency.record(answerSeconds - arrivedSeconds);
  }

  forgotten(edge: number, arrivedSeconds: number): void {
    const log = this.edges.get(edge);
    if (log !== undefined && arrivedSeconds >= this.#from) log.forgotten++;
  }

  /** A try of the service begins or ends to wait for calls, in its slot. */
  callsBegan(service: number, nowSeconds: number): void {
    this.#calling[service]++;
    this.#callingBalance[service] -= Math.max(nowSeconds, this.#from);
  }
  callsEnded(service: number, nowSeconds: number): void {
    this.#calling[service]--;
    this.#callingBalance[service] += Math.max(nowSeconds, this.#from);
  }

  /** Slot-seconds of the span that the service's tries spent waiting for calls, when the run is over. */
  callingSeconds(service: number): number {
    return this.#callingBalance[service] + this.#calling[service] * this.#to;
  }

  /** Whether what arrived then counts. */
  isInSpan(seconds: number): boolean {
    return seconds >= this.#from;
  }
}
