export interface CooldownSettings {
  /** Failures within the window that begin one. */
  readonly failures: number;
  readonly windowSeconds: number;
  readonly forSeconds: number;
}

/**
 * Which services of a route get no requests for a while, since they failed too often.
 *
 * LiteLLM's rule (docs.litellm.ai, Retries, fallbacks and cooldowns) with two deviations: the failure that reaches the count
 * begins it and not the next, and the window slides. Failures during one do not count, and after it the count begins anew.
 */
export class Cooldowns {
  readonly #settings: CooldownSettings;
  /** [service] the latest failures, a ring. */
  readonly #failedSeconds: Float64Array;
  readonly #failureCounts: Int32Array;
  readonly #untilSeconds: Float64Array;

  constructor(settings: CooldownSettings, serviceCount: number) {
    this.#settings = settings;
    this.#failedSeconds = new Float64Array(settings.failures * serviceCount);
    this.#failureCounts = new Int32Array(serviceCount);
    this.#untilSeconds = new Float64Array(serviceCount).fill(Number.NEGATIVE_INFINITY);
  }

  isCooling(service: number, nowSeconds: number): boolean {
    return nowSeconds < this.#untilSeconds[service];
  }

  /** A try failed there. @returns until when it gets none; 0 where that does not begin now */
  failed(service: number, nowSeconds: number): number {
    const { failures, windowSeconds, forSeconds } = this.#settings;
    if (this.isCooling(service, nowSeconds)) return 0;
    const count = this.#failureCounts[service]++;
    const place = service * failures + (count % failures);
    this.#failedSeconds[place] = nowSeconds;
    if (count + 1 < failures) return 0;
    const oldest = this.#failedSeconds[service * failures + ((count + 1) % failures)];
    if (nowSeconds - oldest > windowSeconds) return 0;
    this.#failureCounts[service] = 0;
    this.#untilSeconds[service] = nowSeconds + forSeconds;
    return this.#untilSeconds[service];
  }
}
