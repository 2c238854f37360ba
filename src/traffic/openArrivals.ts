import { ArrivalBlock } from '../record/arrivalBlock.js';
import type { RequestSampler } from './requestSampler.js';
import type { OpenSource } from './source.js';

export interface OpenArrivalsOptions {
  readonly sources: readonly OpenSource[];
  /** [source] the numbers of its requests. */
  readonly samplers: readonly RequestSampler[];
  readonly serviceCount: number;
  /** The service a source's request goes to, by its uniform draw. */
  serviceOf(source: number, routeUniform: number): number;
}

/**
 * Open sources merged in time order, a block at a time.
 *
 * Hot: the next arrival is a scan over the few sources, never a heap; one call for 256 requests instead of one each.
 */
export class OpenArrivals {
  readonly block = new ArrivalBlock();
  readonly #options: OpenArrivalsOptions;
  /** [source] its next arrival, seconds */
  readonly #nextSeconds: Float64Array;

  constructor(options: OpenArrivalsOptions) {
    this.#options = options;
    this.#nextSeconds = Float64Array.from(options.sources, (source) => source.nextArrivalSeconds());
  }

  /** Fills the block with the arrivals after the last one in it. */
  refill(): void {
    const { block } = this;
    const { sources, samplers, serviceCount, serviceOf } = this.#options;
    const { seconds, ioSeconds, routeUniforms, errorUniforms, services, groups } = block;
    for (let arrival = 0; arrival < seconds.length; arrival++) {
      const source = this.#earliest();
      const sampler = samplers[source];
      seconds[arrival] = this.#nextSeconds[source];
      this.#nextSeconds[source] = sources[source].nextArrivalSeconds();
      sampler.drawNext();
      ioSeconds[arrival] = sampler.ioSeconds;
      routeUniforms[arrival] = sampler.routeUniform;
      errorUniforms[arrival] = sampler.errorUniform;
      const service = serviceOf(source, sampler.routeUniform);
      block.sources[arrival] = source;
      services[arrival] = service;
      groups[arrival] = source * serviceCount + service;
    }
  }

  /** Whose arrival comes next; the first in the scenario on a tie. */
  #earliest(): number {
    const next = this.#nextSeconds;
    let earliest = 0;
    for (let source = 1; source < next.length; source++) if (next[source] < next[earliest]) earliest = source;
    return earliest;
  }
}
