/** Virtual time of a run. */
export interface Clock {
  /** Since the run began; never goes back. */
  readonly nowSeconds: number;
}

/** The clock of one run. The loop alone moves it: whoever else could would break the order of events. */
export class RunClock implements Clock {
  #nowSeconds = 0;

  get nowSeconds(): number {
    return this.#nowSeconds;
  }

  /** @param seconds not before now */
  moveTo(seconds: number): void {
    this.#nowSeconds = seconds;
  }
}
