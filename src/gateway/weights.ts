import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Clock } from '../kernel/clock.js';

export interface WeightsOptions {
  readonly instances: InstanceTable;
  readonly clock: Clock;
  /** [zone] weight of an instance there */
  readonly zoneWeights: readonly number[];
  /** How the weight of an instance grows from when it begins to take traffic; at once when left out. */
  readonly slowStart: { readonly for: number; readonly minWeight: number; readonly aggression: number } | undefined;
}

/**
 * What each instance of one service weighs in the eyes of its balancer, > 0.
 *
 * With slow start it is, t seconds after the instance came into rotation, its weight times
 * max(minWeight, (t / for)^(1 / aggression)), as Envoy has it. Who is there at the start of the run is warm.
 * Hot: `of` is asked for every instance at a pick.
 *
 * @see Envoy, "Slow start mode"
 */
export class Weights {
  readonly #instances: InstanceTable;
  readonly #clock: Clock;
  readonly #zoneWeights: Float64Array;
  readonly #forSeconds: number;
  readonly #minWeight: number;
  readonly #exponent: number;
  /** [instanceRow] when it came into rotation; -Infinity of a warm one */
  readonly #sinceSeconds: number[] = [];

  constructor({ instances, clock, zoneWeights, slowStart }: WeightsOptions) {
    this.#instances = instances;
    this.#clock = clock;
    this.#zoneWeights = Float64Array.from(zoneWeights);
    this.#forSeconds = slowStart?.for ?? 0;
    this.#minWeight = slowStart?.minWeight ?? 1;
    this.#exponent = 1 / (slowStart?.aggression ?? 1);
  }

  /** A new instance may take traffic from now on. */
  begin(instance: number): void {
    const isWarm = this.#instances.startupSeconds[instance] < 0;
    this.#sinceSeconds[instance] = isWarm ? Number.NEGATIVE_INFINITY : this.#clock.nowSeconds;
  }

  /** The instance was unhealthy and may take traffic again. One that has not served yet is warm as it was. */
  beginAgain(instance: number): void {
    if (this.#instances.begun[instance] > 0) this.#sinceSeconds[instance] = this.#clock.nowSeconds;
    else this.begin(instance);
  }

  of(instance: number): number {
    const weight = this.#zoneWeights[this.#instances.zone[instance]];
    if (this.#forSeconds === 0) return weight;
    const share = (this.#clock.nowSeconds - this.#sinceSeconds[instance]) / this.#forSeconds;
    return share >= 1 ? weight : weight * Math.max(this.#minWeight, share ** this.#exponent);
  }
}
