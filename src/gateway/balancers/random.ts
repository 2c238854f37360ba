import { z } from 'zod';
import type { Stream } from '../../random/stream.js';
import { type Balancer, balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';

export const random = balancer({
  name: 'random',
  summary: 'Any eligible instance, equally likely',
  schema: z.strictObject({}),
  build: (_settings, { stream }) => new Random(stream),
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
