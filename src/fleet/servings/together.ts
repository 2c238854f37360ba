import * as word from '../../traffic/word.js';
import type { Processors } from '../processors.js';
import type { ModelMeter, Serving, ServingContext } from '../serving.js';

/** The servings of services that serve in different ways, as one: of what is due next the earliest, the first on a tie. */
export class Together implements Serving {
  readonly #context: ServingContext;
  readonly #servings: readonly Serving[];
  /** [service] */
  readonly #ofService: readonly Serving[];

  /** @param ofService [service] how it serves */
  constructor(context: ServingContext, ofService: readonly Serving[]) {
    this.#context = context;
    this.#servings = [...new Set(ofService)];
    this.#ofService = ofService;
  }

  get nextSeconds(): number {
    return this.#next().nextSeconds;
  }

  get hasBackground(): boolean {
    return this.#servings.some(({ hasBackground }) => hasBackground);
  }

  get meter(): ModelMeter | undefined {
    return this.#servings.find(({ meter }) => meter !== undefined)?.meter;
  }

  begin(instance: number, row: number): void {
    this.#of(instance).begin(instance, row);
  }

  goOn(instance: number, row: number): void {
    this.#of(instance).goOn(instance, row);
  }

  hold(row: number): void {
    this.#of(this.#context.requests.words[(row << 5) | word.instance]).hold(row);
  }

  beginCheck(instance: number, row: number): void {
    this.#of(instance).beginCheck(instance, row);
  }

  finish(): number {
    return this.#next().finish();
  }

  cancel(row: number): void {
    this.#of(this.#context.requests.words[(row << 5) | word.instance]).cancel(row);
  }

  pause(instance: number): void {
    this.#of(instance).pause(instance);
  }

  resume(instance: number): void {
    this.#of(instance).resume(instance);
  }

  touch(instance: number): void {
    this.#of(instance).touch(instance);
  }

  clear(instance: number): void {
    this.#of(instance).clear(instance);
  }

  cpuFactor(instance: number): number {
    return this.#of(instance).cpuFactor(instance);
  }

  burstOf(service: number): Processors['burst'] {
    return this.#ofService[service].burstOf(service);
  }

  burn(instance: number, burstVcpus: number): void {
    this.#of(instance).burn(instance, burstVcpus);
  }

  #next(): Serving {
    let [next] = this.#servings;
    for (const serving of this.#servings) if (serving.nextSeconds < next.nextSeconds) next = serving;
    return next;
  }

  #of(instance: number): Serving {
    return this.#ofService[this.#context.instances.service[instance]];
  }
}
