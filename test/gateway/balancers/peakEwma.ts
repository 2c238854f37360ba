import { z } from 'zod';
import type { InstanceTable } from '../../../src/fleet/instanceTable.js';
import { type Balancer, balancer } from '../../../src/gateway/balancer.js';

/** How much of what an instance was known for stays at each answer that is faster. */
const keptShare = 0.7;

/**
 * The instance whose answer is expected first: its latency, a moving mean that jumps to each higher value, times those
 * that would be at it. Errors count as a second, for fast errors must not draw traffic.
 *
 * @see Finagle, "Aperture Load Balancers", Peak EWMA; there the mean decays by time instead of by answers
 */
export const peakEwma = balancer({
  name: 'peak-ewma',
  summary: 'The least latency times load',
  schema: z.strictObject({}),
  build: (_settings, { instances }) => new PeakEwma(instances),
});

class PeakEwma implements Balancer {
  readonly #members = new Set<number>();
  readonly #latencySeconds = new Map<number, number>();
  readonly #instances: InstanceTable;

  constructor(instances: InstanceTable) {
    this.#instances = instances;
  }

  add(instance: number): void {
    this.#members.add(instance);
  }

  remove(instance: number): void {
    this.#members.delete(instance);
  }

  forget(instance: number): void {
    this.#latencySeconds.delete(instance);
  }

  loadRose(): void {}

  loadFell(): void {}

  pick(): number {
    let best = -1;
    for (const instance of this.#members) if (best < 0 || this.#costOf(instance) < this.#costOf(best)) best = instance;
    return best;
  }

  finished(instance: number, latencySeconds: number, isError: boolean): void {
    const seen = isError ? Math.max(1, latencySeconds) : latencySeconds;
    const known = this.#latencySeconds.get(instance) ?? 0;
    this.#latencySeconds.set(instance, Math.max(seen, keptShare * known + (1 - keptShare) * seen));
  }

  #costOf(instance: number): number {
    const load = this.#instances.inside[instance] + this.#instances.queued[instance];
    return (this.#latencySeconds.get(instance) ?? 0) * (load + 1);
  }
}
