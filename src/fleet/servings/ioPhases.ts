import type { Clock } from '../../kernel/clock.js';
import { TimeWheel } from '../../kernel/timeWheel.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import type { InstanceTable } from '../instanceTable.js';
import { rowsInside } from '../rowsInside.js';
import type { ServingContext } from '../serving.js';
import * as work from '../work.js';

/** The io phases of the requests inside: each ends by the clock, or later by as long as its instance pauses. */
export class IoPhases {
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  /** Public, because the loop asks at every event when the next one is due. */
  readonly ends = new TimeWheel();
  /** Whether any instance ever paused: mostly none does. */
  #hasPaused = false;

  constructor(context: ServingContext) {
    this.#clock = context.clock;
    this.#requests = context.requests;
    this.#instances = context.instances;
  }

  begin(instance: number, row: number): void {
    const requests = this.#requests;
    const instances = this.#instances;
    const clock = this.#clock;
    const seconds = requests.doubles[(row << 4) | double.io] * instances.work[(instance << 3) | work.slowFactor];
    // One of no length would be over before the pause could show.
    if (seconds === 0 && this.#hasPaused && !Number.isNaN(instances.pausedSinceSeconds[instance])) {
      this.hold(row);
      return;
    }
    this.ends.due[0] = clock.nowSeconds + seconds;
    this.#plan(instance, row);
  }

  /** The phase that ends next is over. @returns its row; -1 where a pause fell into it and it goes on */
  finish(): number {
    const requests = this.#requests;
    const instances = this.#instances;
    const row = this.ends.pop();
    if (!this.#hasPaused) return row;
    const instance = requests.words[(row << 5) | word.instance];
    const missedSeconds = this.#pauseClock(instance) - requests.doubles[(row << 4) | double.pause];
    if (missedSeconds <= 0) return row;
    if (Number.isNaN(instances.pausedSinceSeconds[instance])) {
      this.ends.due[0] = this.#clock.nowSeconds + missedSeconds;
      this.#plan(instance, row);
    } else {
      requests.words[(row << 5) | word.place] = place.held;
      requests.doubles[(row << 4) | double.pause] = missedSeconds;
    }
    return -1;
  }

  /** The request goes on where it stands, as soon as its paused instance does. */
  hold(row: number): void {
    this.#requests.words[(row << 5) | word.place] = place.held;
    this.#requests.doubles[(row << 4) | double.pause] = 0;
  }

  cancel(row: number): void {
    if (this.#requests.placeOf(row) === place.io) this.ends.remove(row);
  }

  pause(instance: number): void {
    this.#hasPaused = true;
    const instances = this.#instances;
    const clock = this.#clock;
    instances.pausedSinceSeconds[instance] = clock.nowSeconds;
  }

  resume(instance: number): void {
    const requests = this.#requests;
    const instances = this.#instances;
    instances.pausedSeconds[instance] = this.#pauseClock(instance);
    instances.pausedSinceSeconds[instance] = Number.NaN;
    for (const row of rowsInside(requests, instance)) {
      if (requests.placeOf(row) !== place.held) continue;
      this.ends.due[0] = this.#clock.nowSeconds + requests.doubles[(row << 4) | double.pause];
      this.#plan(instance, row);
    }
  }

  /** The phase ends when `ends.due` says. */
  #plan(instance: number, row: number): void {
    const requests = this.#requests;
    requests.words[(row << 5) | word.place] = place.io;
    requests.doubles[(row << 4) | double.pause] = this.#hasPaused ? this.#pauseClock(instance) : 0;
    this.ends.push(row);
  }

  /** Time the instance has been paused so far. */
  #pauseClock(instance: number): number {
    const instances = this.#instances;
    const clock = this.#clock;
    const since = instances.pausedSinceSeconds[instance];
    const before = instances.pausedSeconds[instance];
    return Number.isNaN(since) ? before : before + (clock.nowSeconds - since);
  }
}
