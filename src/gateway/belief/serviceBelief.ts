export interface ServiceBeliefOptions {
  /** What a try costs that nothing answers; undefined: it is refused at once. */
  readonly connectSeconds: number | undefined;
  /** Begin of the measured span. */
  readonly fromSeconds: number;
}

/** Where the gateway may be wrong about a service's instances: what that costs a try, and how many it cost. */
export class ServiceBelief {
  readonly connectSeconds: number | undefined;
  readonly #fromSeconds: number;
  /** Tries of the measured span that were sent to an instance that took none. */
  toDeadCount = 0;

  constructor({ connectSeconds, fromSeconds }: ServiceBeliefOptions) {
    this.connectSeconds = connectSeconds;
    this.#fromSeconds = fromSeconds;
  }

  noteDead(arrivalSeconds: number): void {
    if (arrivalSeconds >= this.#fromSeconds) this.toDeadCount++;
  }
}
