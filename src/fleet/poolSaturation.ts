import { blankReading, kvRatioOf } from './modelReading.js';
import type { ModelMeter } from './serving.js';

/** What a full replica is: requests that wait there, and the share of its KV memory. */
export interface SaturationRules {
  readonly queue: number;
  readonly kv: number;
}

/** Reads how full the model servers of a service are. */
export class PoolSaturation {
  readonly #rules: SaturationRules;
  readonly #reading = blankReading();

  constructor(rules: SaturationRules) {
    this.#rules = rules;
  }

  /**
   * The mean over the replicas of max(waiting / queue, KV share / kv), as they are now; with no replica nothing has room.
   *
   * Source: the saturation detector of the Gateway API Inference Extension (queueDepthThreshold 5, kvCacheUtilThreshold 0.8).
   */
  of(replicas: readonly number[], meter: Pick<ModelMeter, 'read'>): number {
    if (replicas.length === 0) return Number.POSITIVE_INFINITY;
    const { queue, kv } = this.#rules;
    const reading = this.#reading;
    let sum = 0;
    for (const instance of replicas) {
      meter.read(instance, reading);
      sum += Math.max(reading.waiting / queue, kvRatioOf(reading) / kv);
    }
    return sum / replicas.length;
  }
}
