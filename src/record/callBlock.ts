/** Rows of one block. */
const callLimit = 256;

/** Calls between services that arrived and are not yet told to those who count. */
export class CallBlock {
  count = 0;
  /** [call] number of its (class, service) pair */
  readonly groups = new Int32Array(callLimit);
  readonly seconds = new Float64Array(callLimit);

  get isFull(): boolean {
    return this.count === callLimit;
  }

  clear(): void {
    this.count = 0;
  }
}
