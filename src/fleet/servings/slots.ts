import { word } from '../../traffic/requestTable.js';
import type { Serving, ServingContext, ServingVariant } from '../serving.js';
import { IoPhases } from './ioPhases.js';

export const slots: ServingVariant = {
  name: 'slots',
  summary: 'Requests hold a slot for their io time, and nothing uses processors',
  fits: ({ usesCpu }) => !usesCpu,
  build: (context) => new Slots(context),
};

class Slots implements Serving {
  readonly hasBackground = false;
  readonly #context: ServingContext;
  readonly #io: IoPhases;

  constructor(context: ServingContext) {
    this.#context = context;
    this.#io = new IoPhases(context);
  }

  get nextSeconds(): number {
    return this.#io.nextSeconds;
  }

  get nextInstance(): number {
    return this.#io.nextInstance;
  }

  begin(instance: number, row: number): void {
    const { instances } = this.#context;
    this.touch(instance);
    instances.inside[instance]++;
    instances.begun[instance]++;
    this.#io.begin(instance, row);
  }

  finish(): number {
    const row = this.#io.finish();
    if (row >= 0) this.#leave(row);
    return row;
  }

  cancel(row: number): void {
    this.#io.cancel(row);
    this.#leave(row);
  }

  pause(instance: number): void {
    this.touch(instance);
    this.#io.pause(instance);
  }

  resume(instance: number): void {
    this.touch(instance);
    this.#io.resume(instance);
  }

  touch(instance: number): void {
    const { instances, clock } = this.#context;
    const now = clock.nowSeconds;
    const elapsed = now - instances.touchedSeconds[instance];
    if (elapsed <= 0) return;
    const inside = instances.inside[instance];
    if (inside > 0) {
      instances.slotSeconds[instance] += elapsed * inside;
      instances.servingSeconds[instance] += elapsed;
    }
    instances.touchedSeconds[instance] = now;
  }

  clear(): void {}

  cpuFactor(): number {
    return 1;
  }

  burstOf(): undefined {}

  burn(): void {}

  #leave(row: number): void {
    const { requests, instances } = this.#context;
    const instance = requests.words[(row << 5) | word.instance];
    this.touch(instance);
    instances.inside[instance]--;
  }
}
