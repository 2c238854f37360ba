import { invariant } from '../../base/invariant.js';
import type { Clock } from '../../kernel/clock.js';
import * as place from '../../traffic/place.js';
import { makesCalls } from '../../traffic/requestFlag.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import type { InstanceTable } from '../instanceTable.js';
import type { Serving, ServingContext, ServingVariant } from '../serving.js';
import { IoPhases } from './ioPhases.js';
import { touchSlots } from './touchSlots.js';

export const slots: ServingVariant = {
  name: 'slots',
  summary: 'Requests hold a slot for their io time, and nothing uses processors',
  fits: ({ usesCpu }) => !usesCpu,
  build: (context) => new Slots(context),
};

class Slots implements Serving {
  readonly hasBackground = false;
  nextSeconds = Number.POSITIVE_INFINITY;
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #io: IoPhases;

  constructor(context: ServingContext) {
    this.#clock = context.clock;
    this.#requests = context.requests;
    this.#instances = context.instances;
    this.#io = new IoPhases(context);
  }

  begin(instance: number, row: number): void {
    const instances = this.#instances;
    this.touch(instance);
    instances.inside[instance]++;
    instances.begun[instance]++;
    if (!this.#calls(row)) this.goOn(instance, row);
  }

  goOn(instance: number, row: number): void {
    this.#io.begin(instance, row);
    this.nextSeconds = this.#io.ends.nextSeconds;
  }

  hold(row: number): void {
    this.#io.hold(row);
  }

  beginCheck(): void {
    invariant(false, 'a check with cpu where nothing uses processors');
  }

  finish(): number {
    const row = this.#io.finish();
    this.nextSeconds = this.#io.ends.nextSeconds;
    if (row >= 0 && !this.#calls(row)) this.#leave(row);
    return row;
  }

  cancel(row: number): void {
    this.#io.cancel(row);
    this.nextSeconds = this.#io.ends.nextSeconds;
    this.#leave(row);
  }

  pause(instance: number): void {
    this.touch(instance);
    this.#io.pause(instance);
  }

  resume(instance: number): void {
    this.touch(instance);
    this.#io.resume(instance);
    this.nextSeconds = this.#io.ends.nextSeconds;
  }

  touch(instance: number): void {
    const clock = this.#clock;
    touchSlots(this.#instances, instance, clock.nowSeconds);
  }

  clear(): void {}

  cpuFactor(): number {
    return 1;
  }

  burstOf(): undefined {}

  burn(): void {}

  /** Whether the request makes calls first; then it waits for their answers. */
  #calls(row: number): boolean {
    const { words } = this.#requests;
    if ((words[(row << 5) | word.flags] & makesCalls) === 0) return false;
    words[(row << 5) | word.place] = place.calling;
    return true;
  }

  #leave(row: number): void {
    const requests = this.#requests;
    const instances = this.#instances;
    const instance = requests.words[(row << 5) | word.instance];
    this.touch(instance);
    instances.inside[instance]--;
  }
}
