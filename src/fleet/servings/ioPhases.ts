import { TimeWheel } from '../../kernel/timeWheel.js';
import { double, place, word } from '../../traffic/requestTable.js';
import { rowsInside } from '../rowsInside.js';
import type { ServingContext } from '../serving.js';

/** The io phases of the requests inside: each ends by the clock, or later by as long as its instance pauses. */
export class IoPhases {
  readonly #context: ServingContext;
  readonly #ends = new TimeWheel();

  constructor(context: ServingContext) {
    this.#context = context;
  }

  get nextSeconds(): number {
    return this.#ends.nextSeconds;
  }

  get nextInstance(): number {
    return this.#context.requests.words[(this.#ends.nextSlot << 5) | word.instance];
  }

  begin(instance: number, row: number): void {
    const { requests, instances } = this.#context;
    this.#plan(instance, row, requests.doubles[(row << 4) | double.io] * instances.slowFactor[instance]);
  }

  /** The phase that ends next is over. @returns its row; -1 where a pause fell into it and it goes on */
  finish(): number {
    const { requests, instances } = this.#context;
    const row = this.#ends.pop();
    const instance = requests.words[(row << 5) | word.instance];
    const missedSeconds = this.#pauseClock(instance) - requests.doubles[(row << 4) | double.pause];
    if (missedSeconds <= 0) return row;
    if (Number.isNaN(instances.pausedSinceSeconds[instance])) this.#plan(instance, row, missedSeconds);
    else {
      requests.words[(row << 5) | word.place] = place.held;
      requests.doubles[(row << 4) | double.pause] = missedSeconds;
    }
    return -1;
  }

  cancel(row: number): void {
    if (this.#context.requests.placeOf(row) === place.io) this.#ends.remove(row);
  }

  pause(instance: number): void {
    const { instances, clock } = this.#context;
    instances.pausedSinceSeconds[instance] = clock.nowSeconds;
  }

  resume(instance: number): void {
    const { requests, instances } = this.#context;
    instances.pausedSeconds[instance] = this.#pauseClock(instance);
    instances.pausedSinceSeconds[instance] = Number.NaN;
    for (const row of rowsInside(requests, instance)) {
      if (requests.placeOf(row) === place.held) this.#plan(instance, row, requests.doubles[(row << 4) | double.pause]);
    }
  }

  #plan(instance: number, row: number, ioSeconds: number): void {
    const { requests, clock } = this.#context;
    requests.words[(row << 5) | word.place] = place.io;
    requests.doubles[(row << 4) | double.pause] = this.#pauseClock(instance);
    this.#ends.push(row, clock.nowSeconds + ioSeconds);
  }

  /** Time the instance has been paused so far. */
  #pauseClock(instance: number): number {
    const { instances, clock } = this.#context;
    const since = instances.pausedSinceSeconds[instance];
    const before = instances.pausedSeconds[instance];
    return Number.isNaN(since) ? before : before + (clock.nowSeconds - since);
  }
}
