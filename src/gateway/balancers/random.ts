import { z } from 'zod';
import type { Stream } from '../../random/stream.js';
import { type Balancer, balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';
import type { Weights } from '../weights.js';

export const random = balancer({
  name: 'random',
  summary: 'Any eligible instance, equally likely or as its weight',
  actsOn: ['weight', 'slowStart'],
  schema: z.strictObject({}),
  build: (_settings, { stream, weights }) =>
    weights === undefined ? new Random(stream) : new WeightedRandom(stream, weights),
});

class Random implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #stream: Stream;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  add(instance: number): void {
    this.#eligible.add(instance);
  }

  remove(instance: number): void {
    this.#eligible.remove(instance);
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const { count } = this.#eligible;
    if (count <= 1) return count === 0 ? -1 : this.#eligible.at(0);
    return this.#eligible.at(this.#stream.below(count));
  }
}

class WeightedRandom implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #stream: Stream;
  readonly #weights: Weights;

  constructor(stream: Stream, weights: Weights) {
    this.#stream = stream;
    this.#weights = weights;
  }

  add(instance: number): void {
    this.#eligible.add(instance);
  }

  remove(instance: number): void {
    this.#eligible.remove(instance);
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const { count } = this.#eligible;
    if (count <= 1) return count === 0 ? -1 : this.#eligible.at(0);
    let total = 0;
    for (let position = 0; position < count; position++) total += this.#weights.of(this.#eligible.at(position));
    let left = this.#stream.uniform() * total;
    let position = 0;
    // Rounding must not lead beyond the last.
    for (; position < count - 1; position++) {
      left -= this.#weights.of(this.#eligible.at(position));
      if (left < 0) break;
    }
    return this.#eligible.at(position);
  }
}
