/** Below this many a queue is not worth moving. */
const leastMoved = 1024;

/** Grades on their way, in the order in which they become known: all take equally long. */
export class GradeQueue {
  readonly #delaySeconds: number;
  #seconds: number[] = [];
  #keys: number[] = [];
  #rights: boolean[] = [];
  /** Those before it are known. */
  #next = 0;

  constructor(delaySeconds: number) {
    this.#delaySeconds = delaySeconds;
  }

  /** @param key whatever tells whose answer it was */
  push(answeredSeconds: number, key: number, isRight: boolean): void {
    this.#seconds.push(answeredSeconds + this.#delaySeconds);
    this.#keys.push(key);
    this.#rights.push(isRight);
  }

  /** Tells those that have become known since the last time. */
  drain(nowSeconds: number, tell: (key: number, isRight: boolean) => void): void {
    while (this.#next < this.#seconds.length && this.#seconds[this.#next] <= nowSeconds) {
      tell(this.#keys[this.#next], this.#rights[this.#next]);
      this.#next++;
    }
    if (this.#next < leastMoved || this.#next < this.#seconds.length / 2) return;
    this.#seconds = this.#seconds.slice(this.#next);
    this.#keys = this.#keys.slice(this.#next);
    this.#rights = this.#rights.slice(this.#next);
    this.#next = 0;
  }
}
