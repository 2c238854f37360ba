import { isFailure } from './guard.js';
import type { BreakerState } from './standingNews.js';
import * as tryEnd from './tryEnd.js';

/** The window is cut into so many equal parts; the oldest leaves as a whole. */
const BUCKETS = 10;

export interface RatioRules {
  readonly failureRatio: number;
  readonly windowSeconds: number;
  readonly minimumCount: number;
  readonly openSeconds: number;
  /** Tries that a half-open breaker lets through to see how they go. */
  readonly halfOpenCount: number;
}

const state = { closed: 0, open: 1, halfOpen: 2 } as const;
const stateNames: readonly BreakerState[] = ['closed', 'open', 'half-open'];

/**
 * A circuit breaker: closed, open once too large a share of the last tries failed, half-open after a while.
 *
 * Half-open it lets so many tries through at once; when all went well it is closed again with empty counts, and one that
 * fails opens it again. A try that ended by nobody's fault gives its place to another.
 * Idea: M. Nygard, Release It!, "Circuit Breaker"; that opening needs a minimum of tries is Hystrix' rule.
 *
 * Hot: no allocation; buckets are turned to when looked at.
 */
export class RatioBreaker {
  readonly #rules: RatioRules;
  readonly #changed: (state: BreakerState) => void;
  readonly #tries = new Int32Array(BUCKETS);
  readonly #failures = new Int32Array(BUCKETS);
  #tryCount = 0;
  #failureCount = 0;
  /** The bucket of the last try, counted from 0 s, and its place in the columns: the rest of so large a number takes long. */
  #bucket = 0;
  #at = 0;
  #state: number = state.closed;
  #openUntilSeconds = 0;
  #halfOpenSinceSeconds = Number.POSITIVE_INFINITY;
  #probesOut = 0;
  #probesGood = 0;

  /** @param changed told of each change, once it holds; an opening may be of a half-open one */
  constructor(rules: RatioRules, changed: (state: BreakerState) => void = () => {}) {
    this.#rules = rules;
    this.#changed = changed;
  }

  /** Of the last opening. */
  get openUntilSeconds(): number {
    return this.#openUntilSeconds;
  }

  get isClosed(): boolean {
    return this.#state === state.closed;
  }

  /** Whether it refuses everything now. */
  isOpen(nowSeconds: number): boolean {
    return this.#state === state.open && nowSeconds < this.#openUntilSeconds;
  }

  /** Whether a try may pass now. */
  admits(nowSeconds: number): boolean {
    if (this.#state === state.closed) return true;
    if (this.#state === state.open) {
      if (nowSeconds < this.#openUntilSeconds) return false;
      this.#halfOpenSinceSeconds = nowSeconds;
      this.#probesOut = 0;
      this.#probesGood = 0;
      this.#turn(state.halfOpen);
    }
    return this.#probesOut + this.#probesGood < this.#rules.halfOpenCount;
  }

  /** The try that `admits` let pass is under way. */
  entered(): void {
    if (this.#state === state.halfOpen) this.#probesOut++;
  }

  /** A try that entered at `enteredSeconds` has ended. */
  ended(end: number, enteredSeconds: number, nowSeconds: number): void {
    if (this.#state === state.closed) this.#count(end, nowSeconds);
    // Nobody enters between opening and half-opening, so whoever entered since is a probe.
    else if (this.#state === state.halfOpen && enteredSeconds >= this.#halfOpenSinceSeconds)
      this.#judge(end, nowSeconds);
  }

  #judge(end: number, nowSeconds: number): void {
    this.#probesOut--;
    if (isFailure(end)) this.#open(nowSeconds);
    else if (end === tryEnd.good && ++this.#probesGood === this.#rules.halfOpenCount) this.#turn(state.closed);
  }

  #count(end: number, nowSeconds: number): void {
    if (end === tryEnd.none) return;
    this.#turnTo(nowSeconds);
    const at = this.#at;
    this.#tries[at]++;
    this.#tryCount++;
    if (isFailure(end)) {
      this.#failures[at]++;
      this.#failureCount++;
    }
    const { minimumCount, failureRatio } = this.#rules;
    if (this.#tryCount >= minimumCount && this.#failureCount >= failureRatio * this.#tryCount) this.#open(nowSeconds);
  }

  #open(nowSeconds: number): void {
    this.#openUntilSeconds = nowSeconds + this.#rules.openSeconds;
    this.#tries.fill(0);
    this.#failures.fill(0);
    this.#tryCount = 0;
    this.#failureCount = 0;
    this.#turn(state.open);
  }

  #turn(to: number): void {
    this.#state = to;
    this.#changed(stateNames[to]);
  }

  /** Empties the buckets that went by since the last try. */
  #turnTo(nowSeconds: number): void {
    const bucket = Math.floor((nowSeconds * BUCKETS) / this.#rules.windowSeconds);
    if (bucket === this.#bucket) return;
    const first = Math.max(this.#bucket + 1, bucket - BUCKETS + 1);
    for (let passed = first; passed <= bucket; passed++) {
      const at = passed % BUCKETS;
      this.#tryCount -= this.#tries[at];
      this.#failureCount -= this.#failures[at];
      this.#tries[at] = 0;
      this.#failures[at] = 0;
    }
    this.#bucket = bucket;
    this.#at = bucket % BUCKETS;
  }
}
