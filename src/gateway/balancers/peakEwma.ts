import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Clock } from '../../kernel/clock.js';
import type { Stream } from '../../random/stream.js';
import { type Balancer, type BalancerContext, balancer } from '../balancer.js';
import { EligibleSet } from '../eligibleSet.js';

export const peakEwma = balancer({
  name: 'peak-ewma',
  summary: 'Two distinct instances at random, the one of less recent peak latency x (load + 1) (Finagle, Linkerd)',
  actsOn: [],
  schema: z.strictObject({
    decay: durationSchema({ sign: 'positive' })
      .prefault('10s')
      .meta({ description: 'A latency that was higher is forgotten to a share of 1/e after this' }),
  }),
  build: ({ decay }, context) => new PeakEwma(context, decay),
});

/** More than any latency: one that has never answered is tried with one request, not with many. */
const unknownSeconds = 1e9;

/**
 * An instance's latency is a moving mean that jumps to each higher value and falls with time, also between answers.
 *
 * At each look and each answer it first falls by exp(-seconds since the last of them / decay) towards 0, or towards the
 * answer's latency. Errors count with the time they took: whoever fails fast draws traffic here, as there.
 *
 * @see Finagle, PeakEwma.scala: `observe` and `get`
 */
class PeakEwma implements Balancer {
  readonly #eligible = new EligibleSet();
  readonly #stream: Stream;
  readonly #clock: Clock;
  readonly #instances: InstanceTable;
  readonly #decaySeconds: number;
  /** [instanceRow] 0 before its first answer */
  readonly #latencySeconds: number[] = [];
  /** [instanceRow] when that was brought up to date */
  readonly #atSeconds: number[] = [];

  constructor({ stream, clock, instances }: BalancerContext, decaySeconds: number) {
    this.#stream = stream;
    this.#clock = clock;
    this.#instances = instances;
    this.#decaySeconds = decaySeconds;
  }

  add(instance: number): void {
    this.#eligible.add(instance);
  }

  remove(instance: number): void {
    this.#eligible.remove(instance);
  }

  forget(instance: number): void {
    this.#latencySeconds[instance] = 0;
    this.#atSeconds[instance] = this.#clock.nowSeconds;
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    const { count } = this.#eligible;
    if (count <= 1) return count === 0 ? -1 : this.#eligible.at(0);
    const first = this.#stream.below(count);
    const other = this.#stream.below(count - 1);
    const a = this.#eligible.at(first);
    const b = this.#eligible.at(other < first ? other : other + 1);
    return this.#costOf(b) < this.#costOf(a) ? b : a;
  }

  finished(instance: number, latencySeconds: number): void {
    this.#observe(instance, latencySeconds);
  }

  #costOf(instance: number): number {
    this.#observe(instance, 0);
    const load = this.#instances.inside[instance] + this.#instances.queued[instance];
    const latency = this.#latencySeconds[instance];
    return latency === 0 && load > 0 ? unknownSeconds + load : latency * (load + 1);
  }

  #observe(instance: number, seenSeconds: number): void {
    const now = this.#clock.nowSeconds;
    const known = this.#latencySeconds[instance];
    const kept = Math.exp((this.#atSeconds[instance] - now) / this.#decaySeconds);
    this.#latencySeconds[instance] = seenSeconds > known ? seenSeconds : known * kept + seenSeconds * (1 - kept);
    this.#atSeconds[instance] = now;
  }
}
