import type { Distribution } from '../random/distribution.js';
import { buildDistribution } from '../random/distributions/index.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';
import type { RequestClassSettings } from './requestClass.js';

export interface SamplerContext {
  stream(purpose: string): Stream;
  indexedStream(purpose: string): IndexedStream;
}

/** One purpose of a class: drawn in sequence by open sources, by (user, iteration) by closed ones. */
interface Purpose {
  readonly distribution: Distribution;
  readonly sequence: Stream;
  readonly indexed: IndexedStream;
}

/**
 * The numbers one request brings, drawn at its arrival whether used or not.
 *
 * Each purpose has a stream of its own, and which purposes there are depends on the scenario only; so every policy meets
 * the same requests. Hot: no allocation per request.
 */
export class RequestSampler {
  readonly #cpu: Purpose | undefined;
  readonly #io: Purpose | undefined;
  readonly #patience: Purpose | undefined;
  readonly #route: Purpose | undefined;
  readonly #error: Purpose;
  readonly #drawsErrors: boolean;
  cpuSeconds = 0;
  ioSeconds = 0;
  /** Infinity without patience. */
  patienceSeconds = Number.POSITIVE_INFINITY;
  /** 0 when there is only one route. */
  routeUniform = 0;
  /** 1 when neither the class nor a fault can make an error. */
  errorUniform = 1;

  constructor(settings: RequestClassSettings, context: SamplerContext, options: { readonly drawsErrors: boolean }) {
    const purpose = (name: string, distribution: Distribution): Purpose => ({
      distribution,
      sequence: context.stream(name),
      indexed: context.indexedStream(name),
    });
    const { cpu, io, patience, route } = settings;
    this.#cpu = cpu && purpose('cpu', buildDistribution(cpu));
    this.#io = io && purpose('io', buildDistribution(io));
    this.#patience = patience && purpose('patience', buildDistribution(patience));
    this.#route = typeof route === 'string' ? undefined : purpose('route', uniform);
    this.#error = purpose('error', uniform);
    this.#drawsErrors = options.drawsErrors || settings.errorRate > 0;
  }

  /** Draws the next request of an open source. */
  drawNext(): void {
    if (this.#cpu !== undefined) this.cpuSeconds = this.#cpu.distribution.sample(this.#cpu.sequence);
    if (this.#io !== undefined) this.ioSeconds = this.#io.distribution.sample(this.#io.sequence);
    if (this.#patience !== undefined)
      this.patienceSeconds = this.#patience.distribution.sample(this.#patience.sequence);
    if (this.#route !== undefined) this.routeUniform = this.#route.sequence.uniform();
    if (this.#drawsErrors) this.errorUniform = this.#error.sequence.uniform();
  }

  /** Draws the request of a user's iteration. */
  drawAt(userIndex: number, iteration: number): void {
    if (this.#cpu !== undefined) this.cpuSeconds = drawOf(this.#cpu, userIndex, iteration);
    if (this.#io !== undefined) this.ioSeconds = drawOf(this.#io, userIndex, iteration);
    if (this.#patience !== undefined) this.patienceSeconds = drawOf(this.#patience, userIndex, iteration);
    if (this.#route !== undefined) this.routeUniform = drawOf(this.#route, userIndex, iteration);
    if (this.#drawsErrors) this.errorUniform = drawOf(this.#error, userIndex, iteration);
  }
}

function drawOf({ distribution, indexed }: Purpose, userIndex: number, iteration: number): number {
  indexed.seek(userIndex, iteration);
  return distribution.sample(indexed);
}

const uniform: Distribution = { sample: (stream) => stream.uniform(), meanSeconds: 0.5, variance: 1 / 12 };
