import type { Serving, ServingContext, ServingVariant } from '../../../src/fleet/serving.js';
import * as work from '../../../src/fleet/work.js';
import * as double from '../../../src/traffic/double.js';
import * as place from '../../../src/traffic/place.js';
import * as word from '../../../src/traffic/word.js';

/** One decoding step of the batch, and what each request in it adds, seconds. */
const [stepSeconds, addedSeconds] = [0.02, 0.001];

/**
 * A model server in little: all requests inside are one batch, each step gives each of them one token, and a larger batch
 * takes longer steps. A request's cpu demand stands for its tokens. Shows that a way to serve is one file.
 */
export const toyModelServer: ServingVariant = {
  name: 'toy-model-server',
  summary: 'One token for each request of the batch in each step',
  fits: () => true,
  build: (context) => new ToyModelServer(context),
};

interface Batch {
  readonly tokensLeft: Map<number, number>;
  /** Rows that are done with the step that is over, and not handed out yet. */
  done: number[];
  stepEndsSeconds: number;
}

class ToyModelServer implements Serving {
  readonly hasBackground = false;
  readonly #context: ServingContext;
  readonly #batches = new Map<number, Batch>();

  constructor(context: ServingContext) {
    this.#context = context;
  }

  get nextSeconds(): number {
    return this.#next?.[1].stepEndsSeconds ?? Number.POSITIVE_INFINITY;
  }

  begin(instance: number, row: number): void {
    const { requests, instances } = this.#context;
    this.touch(instance);
    instances.inside[instance]++;
    instances.begun[instance]++;
    requests.words[(row << 5) | word.place] = place.cpu;
    const batch = this.#batches.get(instance) ?? { tokensLeft: new Map(), done: [], stepEndsSeconds: 0 };
    this.#batches.set(instance, batch);
    batch.tokensLeft.set(row, Math.max(1, Math.round(requests.doubles[(row << 4) | double.cpu] / stepSeconds)));
    // It joins the batch with the next step.
    if (batch.tokensLeft.size === 1) this.#step(batch);
  }

  beginCheck(): void {}

  goOn(): void {}

  hold(): void {}

  finish(): number {
    if (this.#next === undefined) return -1;
    const [instance, batch] = this.#next;
    if (batch.done.length === 0) {
      for (const [row, tokens] of batch.tokensLeft) batch.tokensLeft.set(row, tokens - 1);
      batch.done = [...batch.tokensLeft].flatMap(([row, tokens]) => (tokens <= 1 ? [row] : []));
    }
    const row = batch.done.shift() ?? -1;
    if (row >= 0) this.#leave(row, instance, batch);
    if (batch.done.length === 0) this.#step(batch);
    return row;
  }

  cancel(row: number): void {
    const instance = this.#context.requests.words[(row << 5) | word.instance];
    const batch = this.#batches.get(instance);
    if (batch === undefined) return;
    this.#leave(row, instance, batch);
    if (batch.tokensLeft.size === 0) this.#step(batch);
  }

  pause(): void {}

  resume(): void {}

  touch(instance: number): void {
    const { instances, clock } = this.#context;
    const elapsed = clock.nowSeconds - instances.work[(instance << 3) | work.touchedSeconds];
    instances.work[(instance << 3) | work.slotSeconds] += elapsed * instances.inside[instance];
    if (instances.inside[instance] > 0) instances.work[(instance << 3) | work.servingSeconds] += elapsed;
    instances.work[(instance << 3) | work.touchedSeconds] = clock.nowSeconds;
  }

  clear(instance: number): void {
    this.#batches.delete(instance);
  }

  cpuFactor(): number {
    return 1;
  }

  burstOf(): undefined {}

  burn(): void {}

  get #next(): readonly [number, Batch] | undefined {
    return [...this.#batches].toSorted(([, a], [, b]) => a.stepEndsSeconds - b.stepEndsSeconds)[0];
  }

  #leave(row: number, instance: number, batch: Batch): void {
    this.touch(instance);
    batch.tokensLeft.delete(row);
    batch.done = batch.done.filter((other) => other !== row);
    this.#context.instances.inside[instance]--;
  }

  #step(batch: Batch): void {
    const size = batch.tokensLeft.size;
    batch.stepEndsSeconds =
      size === 0 ? Number.POSITIVE_INFINITY : this.#context.clock.nowSeconds + stepSeconds + addedSeconds * size;
  }
}
