const waitLimit = 256;

/** Waits of one page that took any time, in the order of their ends. */
export class WaitBlock {
  count = 0;
  readonly services = new Int32Array(waitLimit);
  /** [wait] number of its (source, service) pair */
  readonly groups = new Int32Array(waitLimit);
  readonly fromSeconds = new Float64Array(waitLimit);
  readonly toSeconds = new Float64Array(waitLimit);

  get isFull(): boolean {
    return this.count === waitLimit;
  }

  add(service: number, group: number, fromSeconds: number, toSeconds: number): void {
    const wait = this.count++;
    this.services[wait] = service;
    this.groups[wait] = group;
    this.fromSeconds[wait] = fromSeconds;
    this.toSeconds[wait] = toSeconds;
  }

  clear(): void {
    this.count = 0;
  }
}
