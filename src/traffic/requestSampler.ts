import { buildDistribution } from '../random/distributions/index.js';
import type { IndexedStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';
import { Zipf } from '../random/zipf.js';
import type { ArrivalBlock } from './arrivalBlock.js';
import { consumerDraws } from './consumer.js';
import { prefixDraws } from './prefix.js';
import type { RequestClassSettings } from './requestClass.js';
import { type Draws, outputDraws, promptDraws } from './tokens.js';

export interface SamplerContext {
  stream(purpose: string): Stream;
  indexedStream(purpose: string): IndexedStream;
}

/** Who sends the requests of an open source. */
export interface ClientSettings {
  readonly count: number;
  readonly skew: number;
  /** Clients of the sources before this one. */
  readonly firstNumber: number;
}

export interface SamplerOptions {
  readonly drawsErrors: boolean;
  /** Undefined where the source names none. */
  readonly clients?: ClientSettings | undefined;
  /** Number of the first prefix of the class. */
  readonly firstPrefix?: number;
  /** Names of all consumers. */
  readonly consumerNames?: readonly string[];
}

/** Draws made at a time: a tight loop costs half of one call a request, and no other purpose shares the stream. */
const blockLength = 128;

/** One purpose of a class: drawn in sequence by open sources, by (user, iteration) by closed ones. */
class Purpose {
  readonly #distribution: Draws;
  readonly #sequence: Stream;
  readonly #indexed: IndexedStream;
  readonly #block = new Float64Array(blockLength);
  #used = blockLength;

  constructor(name: string, distribution: Draws, context: SamplerContext) {
    this.#distribution = distribution;
    this.#sequence = context.stream(name);
    this.#indexed = context.indexedStream(name);
  }

  /** The next draw of the sequence. */
  next(): number {
    if (this.#used === blockLength) this.#refill();
    return this.#block[this.#used++];
  }

  /** The next `count` draws of the sequence. */
  fill(into: Float64Array, count: number): void {
    let filled = 0;
    while (filled < count && this.#used < blockLength) into[filled++] = this.#block[this.#used++];
    this.#draw(into, filled, count);
  }

  /** The draw of a user's iteration, whatever was drawn before. */
  at(userIndex: number, iteration: number): number {
    this.#indexed.seek(userIndex, iteration);
    return this.#distribution.sample(this.#indexed);
  }

  #refill(): void {
    this.#draw(this.#block, 0, blockLength);
    this.#used = 0;
  }

  #draw(into: Float64Array, from: number, to: number): void {
    const distribution = this.#distribution;
    const sequence = this.#sequence;
    if (distribution.fill !== undefined) distribution.fill(sequence, into, from, to);
    else for (let index = from; index < to; index++) into[index] = distribution.sample(sequence);
  }
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
  /** The number of a client over all sources. */
  readonly #client: Purpose | undefined;
  readonly #prefix: Purpose | undefined;
  /** Who asks, where the class has several. */
  readonly #consumer: Purpose | undefined;
  readonly #drawsErrors: boolean;
  /** Of a request with tokens those of its prompt, and below those of its answer. */
  cpuSeconds = 0;
  ioSeconds = 0;
  /** Infinity without patience. */
  patienceSeconds = Number.POSITIVE_INFINITY;
  /** 0 when there is only one route. */
  routeUniform = 0;
  /** 1 when neither the class nor a fault can make an error. */
  errorUniform = 1;
  /** As `word.user` has it. */
  client = -1;
  /** As `RequestTable.prefixes` has it. */
  prefix = -1;
  /** As `RequestTable.consumers` has it. */
  consumer = -1;

  constructor(settings: RequestClassSettings, context: SamplerContext, options: SamplerOptions) {
    const purpose = (name: string, distribution: Draws) => new Purpose(name, distribution, context);
    const { cpu, io, patience, route, prefix } = settings;
    const [prompt, output] = [promptDraws(settings), outputDraws(settings)];
    this.#cpu = prompt ? purpose('prompt tokens', prompt) : cpu && purpose('cpu', buildDistribution(cpu));
    this.#io = output ? purpose('output tokens', output) : io && purpose('io', buildDistribution(io));
    this.#patience = patience && purpose('patience', buildDistribution(patience));
    this.#route = typeof route === 'string' ? undefined : purpose('route', uniform);
    this.#error = purpose('error', uniform);
    this.#client = options.clients && purpose('client', clientNumbers(options.clients));
    this.#prefix = prefix && purpose('prefix', prefixDraws(prefix, options.firstPrefix ?? 0));
    const consumer =
      settings.consumer === undefined ? -1 : consumerDraws(settings.consumer, options.consumerNames ?? []);
    if (typeof consumer === 'number') this.consumer = consumer;
    this.#consumer = typeof consumer === 'number' ? undefined : purpose('consumer', consumer);
    this.#drawsErrors = options.drawsErrors || settings.errorRate > 0;
  }

  /** Draws the next request of an open source. */
  drawNext(): void {
    if (this.#cpu !== undefined) this.cpuSeconds = this.#cpu.next();
    if (this.#io !== undefined) this.ioSeconds = this.#io.next();
    if (this.#patience !== undefined) this.patienceSeconds = this.#patience.next();
    if (this.#route !== undefined) this.routeUniform = this.#route.next();
    if (this.#drawsErrors) this.errorUniform = this.#error.next();
    if (this.#client !== undefined) this.client = -2 - this.#client.next();
    if (this.#prefix !== undefined) this.prefix = this.#prefix.next();
    if (this.#consumer !== undefined) this.consumer = this.#consumer.next();
  }

  /** Draws the next `count` requests of an open source. */
  fill(block: ArrivalBlock, count: number): void {
    this.#cpu?.fill(block.cpuSeconds, count);
    this.#io?.fill(block.ioSeconds, count);
    this.#patience?.fill(block.patienceSeconds, count);
    this.#route?.fill(block.routeUniforms, count);
    if (this.#drawsErrors) this.#error.fill(block.errorUniforms, count);
    else block.errorUniforms.fill(1);
    this.#prefix?.fill(block.prefixes, count);
    if (this.#consumer !== undefined) this.#consumer.fill(block.consumers, count);
    else if (this.consumer >= 0) block.consumers.fill(this.consumer);
    if (this.#client === undefined) return;
    for (let arrival = 0; arrival < count; arrival++) block.users[arrival] = -2 - this.#client.next();
  }

  /** Puts the request drawn last into the block. */
  store(block: ArrivalBlock, arrival: number): void {
    block.cpuSeconds[arrival] = this.cpuSeconds;
    block.ioSeconds[arrival] = this.ioSeconds;
    block.patienceSeconds[arrival] = this.patienceSeconds;
    block.routeUniforms[arrival] = this.routeUniform;
    block.errorUniforms[arrival] = this.errorUniform;
    block.users[arrival] = this.client;
    block.prefixes[arrival] = this.prefix;
    block.consumers[arrival] = this.consumer;
  }

  /** Draws the request of a user's iteration. */
  drawAt(userIndex: number, iteration: number): void {
    if (this.#cpu !== undefined) this.cpuSeconds = this.#cpu.at(userIndex, iteration);
    if (this.#io !== undefined) this.ioSeconds = this.#io.at(userIndex, iteration);
    if (this.#patience !== undefined) this.patienceSeconds = this.#patience.at(userIndex, iteration);
    if (this.#route !== undefined) this.routeUniform = this.#route.at(userIndex, iteration);
    if (this.#drawsErrors) this.errorUniform = this.#error.at(userIndex, iteration);
    if (this.#prefix !== undefined) this.prefix = this.#prefix.at(userIndex, iteration);
    if (this.#consumer !== undefined) this.consumer = this.#consumer.at(userIndex, iteration);
  }
}

const uniform: Draws = { sample: (stream) => stream.uniform() };

function clientNumbers({ count, skew, firstNumber }: ClientSettings): Draws {
  const ranks = new Zipf(count, skew);
  return { sample: (stream) => firstNumber + ranks.sample(stream) - 1 };
}
