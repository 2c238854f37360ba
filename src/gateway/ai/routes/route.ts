import type { RetryCause } from '../../retryRules.js';
import type { Chooser } from './choosers/chooser.js';
import { type CooldownSettings, Cooldowns } from './cooldowns.js';
import type { FallbackCause } from './settings.js';

/** One place of the way, its services by index. */
export type HopServices = readonly { readonly service: number; readonly weight: number }[];

export interface RouteParts {
  readonly name: string;
  /** Where requests go first, and behind it where they fall back to. */
  readonly hops: readonly HopServices[];
  readonly causes: readonly FallbackCause[];
  /** Undefined where nothing ever cools down. */
  readonly cooldown: CooldownSettings | undefined;
  /** Undefined where weights do. */
  readonly chooser?: Chooser | undefined;
  /** Infinity without. */
  readonly ttftSeconds: number;
  readonly idleSeconds: number;
  readonly totalSeconds: number;
}

/** The way of the requests of some classes: which service is next, and which get none for a while. */
export class Route {
  readonly name: string;
  readonly ttftSeconds: number;
  readonly idleSeconds: number;
  readonly totalSeconds: number;
  readonly chooser: Chooser | undefined;
  #hops: readonly HopServices[];
  readonly #causes: readonly FallbackCause[];
  readonly #cooldowns: Cooldowns | undefined;
  /** [service] its bit among those that a request has visited; 0 of others */
  readonly #bits: Int32Array;
  /** Those of `to`, whatever their weights. */
  readonly firstServices: readonly number[];
  /** Weights have moved: where an arrival goes is not what was planned for it. */
  hasMoved = false;

  constructor(parts: RouteParts, serviceCount: number) {
    this.name = parts.name;
    this.ttftSeconds = parts.ttftSeconds;
    this.idleSeconds = parts.idleSeconds;
    this.totalSeconds = parts.totalSeconds;
    this.chooser = parts.chooser;
    this.#hops = parts.hops;
    this.firstServices = parts.hops[0].map(({ service }) => service);
    this.#causes = parts.causes;
    this.#cooldowns = parts.cooldown && new Cooldowns(parts.cooldown, serviceCount);
    this.#bits = new Int32Array(serviceCount);
    const services = new Set(parts.hops.flatMap((hop) => hop.map(({ service }) => service)));
    for (const [place, service] of [...services].entries()) this.#bits[service] = 1 << place;
  }

  /** From now on requests go to these first, by weight; the services are those of the first hop. */
  sendTo(first: HopServices): void {
    this.#hops = [first, ...this.#hops.slice(1)];
    this.hasMoved = true;
  }

  /** Where an arrival goes, whoever cools down. @param uniform in [0, 1) */
  first(uniform: number): number {
    return byWeight(this.#hops[0], uniform);
  }

  bitOf(service: number): number {
    return this.#bits[service];
  }

  /** Whether requests go on after such a failure. */
  counts(cause: FallbackCause | RetryCause): boolean {
    return this.#causes.includes(cause);
  }

  isCooling(service: number, nowSeconds: number): boolean {
    return this.#cooldowns?.isCooling(service, nowSeconds) === true;
  }

  /** As in `Cooldowns`. A request that is too long says nothing about the service. */
  failed(service: number, cause: FallbackCause, nowSeconds: number): number {
    if (cause === 'context-too-long' || !this.counts(cause)) return 0;
    return this.#cooldowns?.failed(service, nowSeconds) ?? 0;
  }

  /**
   * The first service in order of the hops that the request has not visited and that does not cool down.
   *
   * @param uniform decides among the services of one hop, in [0, 1)
   * @returns -1 where there is none
   */
  next(visited: number, nowSeconds: number, uniform: number): number {
    for (const hop of this.#hops) {
      // Who has been at one of its services is done with the hop.
      if (hop.some(({ service }) => (visited & this.#bits[service]) !== 0)) continue;
      const open = hop.filter(({ service, weight }) => weight > 0 && !this.isCooling(service, nowSeconds));
      if (open.length > 0) return byWeight(open, uniform);
    }
    return -1;
  }
}

function byWeight(services: HopServices, uniform: number): number {
  const total = services.reduce((sum, { weight }) => sum + weight, 0);
  let left = uniform * total;
  let last = -1;
  for (const { service, weight } of services) {
    if (weight === 0) continue;
    left -= weight;
    if (left < 0) return service;
    last = service;
  }
  return last;
}
