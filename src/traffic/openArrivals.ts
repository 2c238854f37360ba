import { ArrivalBlock } from './arrivalBlock.js';
import type { RequestSampler } from './requestSampler.js';
import type { OpenSource } from './source.js';

export interface OpenArrivalsOptions {
  /** [source] the open ones; undefined where it is closed */
  readonly sources: readonly (OpenSource | undefined)[];
  /** [source] the numbers of its requests */
  readonly samplers: readonly RequestSampler[];
  /** No arrival at this instant or later matters, and no trace is read beyond it. */
  readonly endSeconds: number;
  /** Fills in where the arrivals [0, count) of the block go. */
  route(block: ArrivalBlock, count: number): void;
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
  /** [source] arrivals so far */
  readonly #counts: Float64Array;

  constructor(options: OpenArrivalsOptions) {
    this.#options = options;
    const { sources } = options;
    this.#counts = new Float64Array(sources.length);
    // A source alone is asked for a column at a time, and never for one arrival ahead.
    this.#nextSeconds = Float64Array.from(
      sources.length === 1 && sources[0] !== undefined ? [] : sources,
      (source) => source?.nextArrivalSeconds() ?? Number.POSITIVE_INFINITY,
    );
  }

  /** Fills the block with the arrivals after the last one in it; what is left of it at the end is Infinity. */
  refill(): void {
    const { block } = this;
    const [alone] = this.#options.sources;
    const count = this.#counts.length === 1 && alone !== undefined ? this.#fillFromOne(alone) : this.#fillFromMany();
    block.seconds.fill(Number.POSITIVE_INFINITY, count);
    this.#options.route(block, count);
  }

  #fillFromOne(source: OpenSource): number {
    const { samplers, endSeconds } = this.#options;
    const { seconds, numbers } = this.block;
    let count = 0;
    if (source.fillArrivals !== undefined) {
      source.fillArrivals(seconds);
      count = seconds.length;
      while (count > 0 && seconds[count - 1] >= endSeconds) count--;
    } else {
      for (; count < seconds.length; count++) {
        seconds[count] = source.nextArrivalSeconds();
        if (seconds[count] >= endSeconds) break;
      }
    }
    const before = this.#counts[0];
    for (let arrival = 0; arrival < count; arrival++) numbers[arrival] = before + arrival + 1;
    this.#counts[0] = before + count;
    samplers[0].fill(this.block, count);
    return count;
  }

  #fillFromMany(): number {
    const { sources, samplers, endSeconds } = this.#options;
    const { block } = this;
    const { seconds } = block;
    for (let arrival = 0; arrival < seconds.length; arrival++) {
      const source = this.#earliest();
      const next = this.#nextSeconds[source];
      if (next >= endSeconds) return arrival;
      seconds[arrival] = next;
      this.#nextSeconds[source] = sources[source]?.nextArrivalSeconds() ?? Number.POSITIVE_INFINITY;
      block.sources[arrival] = source;
      block.numbers[arrival] = ++this.#counts[source];
      samplers[source].drawNext();
      samplers[source].store(block, arrival);
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
