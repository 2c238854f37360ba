export interface CodelRules {
  readonly targetSeconds: number;
  readonly intervalSeconds: number;
}

/**
 * Which requests to drop as they leave a queue: CoDel, one request in place of one packet.
 *
 * Idea: a wait that stays above the target for a whole interval is a standing queue; then requests are dropped at a rate
 * that grows with the square root of their number until the wait falls below it.
 * Source: RFC 8289, section 5 (`dodequeue`, `deque`, `control_law`), which takes the next packet inside `deque`; here
 * whoever empties the queue asks again for the next one, so the control law is applied at the begin of the next question.
 * Nothing is dropped while at most one request is left behind it, as there while at most one packet's bytes are.
 */
export class CodelState {
  readonly #target: number;
  readonly #interval: number;
  /** When the wait will have been above the target for an interval; 0: it is below. */
  #firstAboveSeconds = 0;
  #isDropping = false;
  #nextDropSeconds = 0;
  #count = 0;
  #lastCount = 0;
  /** The last answer was a drop in the dropping state, so the next one is still to be planned. */
  #isUnplanned = false;

  constructor({ targetSeconds, intervalSeconds }: CodelRules) {
    this.#target = targetSeconds;
    this.#interval = intervalSeconds;
  }

  /** @param behindCount requests left in the queue */
  drops(nowSeconds: number, waitedSeconds: number, behindCount: number): boolean {
    const mayDrop = this.#isAbove(nowSeconds, waitedSeconds, behindCount);
    if (!this.#isDropping) {
      if (mayDrop) this.#beginDropping(nowSeconds);
      return mayDrop;
    }
    if (!mayDrop) {
      this.#isDropping = false;
      this.#isUnplanned = false;
      return false;
    }
    if (this.#isUnplanned) this.#plan(this.#nextDropSeconds);
    if (nowSeconds < this.#nextDropSeconds) return false;
    this.#count++;
    this.#isUnplanned = true;
    return true;
  }

  /** Whether the wait has been above the target for an interval. */
  #isAbove(nowSeconds: number, waitedSeconds: number, behindCount: number): boolean {
    if (waitedSeconds < this.#target || behindCount <= 1) {
      this.#firstAboveSeconds = 0;
      return false;
    }
    if (this.#firstAboveSeconds === 0) {
      this.#firstAboveSeconds = nowSeconds + this.#interval;
      return false;
    }
    return nowSeconds >= this.#firstAboveSeconds;
  }

  /** Begins with the rate of the last spell if that is not long ago. */
  #beginDropping(nowSeconds: number): void {
    const delta = this.#count - this.#lastCount;
    const isRecent = nowSeconds - this.#nextDropSeconds < 16 * this.#interval;
    this.#count = delta > 1 && isRecent ? delta : 1;
    this.#lastCount = this.#count;
    this.#isDropping = true;
    this.#plan(nowSeconds);
  }

  #plan(fromSeconds: number): void {
    this.#nextDropSeconds = fromSeconds + this.#interval / Math.sqrt(this.#count);
    this.#isUnplanned = false;
  }
}
