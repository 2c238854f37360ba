import { ArrivalBlock } from '../record/arrivalBlock.js';
import type { RequestSampler } from './requestSampler.js';
import type { OpenSource } from './source.js';

export interface OpenArrivalsOptions {
  readonly sources: readonly OpenSource[];
  /** [source] the numbers of its requests. */
  readonly samplers: readonly RequestSampler[];
  readonly serviceCount: number;
  /** Services that a source's requests go to. */
  routeCountOf(source: number): number;
  /** No arrival at this instant or later matters, and no trace is read beyond it. */
  readonly endSeconds: number;
  /** The service a source's request goes to, by its uniform draw. */
  serviceOf(source: number, routeUniform: number): number;
}

/**
 * Open sources merged in time order, a block at a time.
 *
 * Hot: the next arrival is a scan over the few sources, never a heap; a source alone is drawn column by column.
 */
export class OpenArrivals {
  readonly block = new ArrivalBlock();
  readonly #options: OpenArrivalsOptions;
  /** [source] its next arrival, seconds; of several sources */
  readonly #nextSeconds: Float64Array;

  constructor(options: OpenArrivalsOptions) {
    this.#options = options;
    const { sources } = options;
    // A source alone is asked for a column at a time, and never for one arrival ahead.
    this.#nextSeconds = Float64Array.from(sources.length === 1 ? [] : sources, (source) => source.nextArrivalSeconds());
    this.block.isOfOneGroup = sources.length === 1 && options.routeCountOf(0) === 1;
    if (!this.block.isOfOneGroup) return;
    const service = options.serviceOf(0, 0);
    this.block.services.fill(service);
    this.block.groups.fill(service);
  }

  /** Fills the block with the arrivals after the last one in it; what is left of it at the end is Infinity. */
  refill(): void {
    const { block } = this;
    const { samplers, serviceCount, serviceOf } = this.#options;
    const count = samplers.length === 1 ? this.#fillFromOne() : this.#fillFromMany();
    if (count < block.length) block.seconds.fill(Number.POSITIVE_INFINITY, count);
    if (block.isOfOneGroup) return;
    for (let arrival = 0; arrival < count; arrival++) {
      const source = block.sources[arrival];
      const service = serviceOf(source, block.routeUniforms[arrival]);
      block.services[arrival] = service;
      block.groups[arrival] = source * serviceCount + service;
    }
  }

  #fillFromOne(): number {
    const { sources, samplers, endSeconds } = this.#options;
    const { seconds } = this.block;
    const [source] = sources;
    if (source.fillArrivals !== undefined) source.fillArrivals(seconds);
    else for (let arrival = 0; arrival < seconds.length; arrival++) seconds[arrival] = source.nextArrivalSeconds();
    let count = seconds.length;
    while (count > 0 && seconds[count - 1] >= endSeconds) count--;
    samplers[0].fill(this.block, count);
    return count;
  }

  #fillFromMany(): number {
    const { sources, samplers, endSeconds } = this.#options;
    const { seconds, sources: chosen, ioSeconds, routeUniforms, errorUniforms } = this.block;
    for (let arrival = 0; arrival < seconds.length; arrival++) {
      const source = this.#earliest();
      const next = this.#nextSeconds[source];
      if (next >= endSeconds) return arrival;
      seconds[arrival] = next;
      this.#nextSeconds[source] = sources[source].nextArrivalSeconds();
      const sampler = samplers[source];
      sampler.drawNext();
      chosen[arrival] = source;
      ioSeconds[arrival] = sampler.ioSeconds;
      routeUniforms[arrival] = sampler.routeUniform;
      errorUniforms[arrival] = sampler.errorUniform;
    }
    return seconds.length;
  }

  /** Whose arrival comes next; the first in the scenario on a tie. */
  #earliest(): number {
    const next = this.#nextSeconds;
    let earliest = 0;
    for (let source = 1; source < next.length; source++) if (next[source] < next[earliest]) earliest = source;
    return earliest;
  }
}
