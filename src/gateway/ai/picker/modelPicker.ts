import type { InstanceTable } from '../../../fleet/instanceTable.js';
import { blankReading, kvRatioOf } from '../../../fleet/modelReading.js';
import type { ModelMeter } from '../../../fleet/serving.js';
import type { Calendar } from '../../../kernel/calendar.js';
import type { Clock } from '../../../kernel/clock.js';
import { rank } from '../../../kernel/rank.js';
import type { Balancer } from '../../balancer.js';
import type { PickerSettings } from './settings.js';

export interface ModelPickerOptions {
  readonly settings: PickerSettings;
  readonly instances: InstanceTable;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly meter: Pick<ModelMeter, 'read' | 'foundShare'>;
}

/**
 * Of the model servers that may be picked the one of the highest sum of weight x score, each score from 0 to 1; ties to the
 * one picked longest ago, those never picked first.
 *
 * What waits and what memory is held is as of the last refresh, of one that comes (back) as of then: requests of one
 * interval do not see each other. A prefix is looked up as it is now. Refreshes rest while nothing is at the servers.
 *
 * @see llm-d-inference-scheduler: queue-scorer, kv-cache-utilization-scorer, prefix-cache-scorer
 */
export class ModelPicker implements Balancer {
  readonly #options: ModelPickerOptions;
  readonly #members = new Set<number>();
  /** [instanceRow] as of the last refresh */
  readonly #waiting: number[] = [];
  readonly #kvRatio: number[] = [];
  /** [instanceRow] the interval between refreshes in which that was read: one that was out missed some */
  readonly #readIn: number[] = [];
  /** [instanceRow] number of its last pick; -1 before its first */
  readonly #turns: number[] = [];
  #turn = 0;
  /** Number of the next refresh; 0 where none is planned. */
  #next = 0;

  constructor(options: ModelPickerOptions) {
    this.#options = options;
  }

  add(instance: number): void {
    this.#members.add(instance);
    if (this.#readIn[instance] !== this.#interval()) this.#read(instance);
    if (this.#next === 0) this.#follow();
  }

  remove(instance: number): void {
    this.#members.delete(instance);
  }

  forget(instance: number): void {
    this.#turns[instance] = -1;
    this.#readIn[instance] = -1;
  }

  loadRose(): void {
    if (this.#next === 0) this.#follow();
  }

  loadFell(): void {}

  pick(request: number): number {
    let [fewest, most] = [Number.POSITIVE_INFINITY, 0];
    for (const instance of this.#members) {
      const waiting = this.#waiting[instance];
      if (waiting < fewest) fewest = waiting;
      if (waiting > most) most = waiting;
    }
    let [best, bestScore] = [-1, Number.NEGATIVE_INFINITY];
    for (const instance of this.#members) {
      const score = this.#scoreOf(instance, request, fewest, most);
      if (score < bestScore || (score === bestScore && !this.#isBefore(instance, best))) continue;
      best = instance;
      bestScore = score;
    }
    if (best >= 0) this.#turns[best] = this.#turn++;
    return best;
  }

  #scoreOf(instance: number, request: number, fewest: number, most: number): number {
    const { settings, meter } = this.#options;
    const { queue, prefix, kv } = settings.scorers;
    const queueScore = most === fewest ? 1 : 1 - (this.#waiting[instance] - fewest) / (most - fewest);
    const prefixScore = prefix > 0 ? meter.foundShare(instance, request) : 0;
    return queue * queueScore + prefix * prefixScore + kv * (1 - this.#kvRatio[instance]);
  }

  #isBefore(instance: number, other: number): boolean {
    const { launchNumber } = this.#options.instances;
    const [own, its] = [this.#turns[instance], this.#turns[other]];
    return own < its || (own === its && launchNumber[instance] < launchNumber[other]);
  }

  /** The next refresh is the first one after now. */
  #follow(): void {
    this.#next = this.#interval() + 1;
    this.#plan();
  }

  /** Number of the last refresh up to now, whether it took place or rested. */
  #interval(): number {
    const { clock, settings } = this.#options;
    const number = Math.floor(clock.nowSeconds / settings.refresh);
    return (number + 1) * settings.refresh <= clock.nowSeconds ? number + 1 : number;
  }

  #plan(): void {
    const { calendar, settings } = this.#options;
    calendar.at(this.#next * settings.refresh, rank.scrape, () => this.#refresh());
  }

  #refresh(): void {
    const { inside, queued } = this.#options.instances;
    let isBusy = false;
    for (const instance of this.#members) {
      this.#read(instance);
      if (inside[instance] + queued[instance] > 0 || this.#kvRatio[instance] > 0) isBusy = true;
    }
    this.#next = isBusy ? this.#next + 1 : 0;
    if (isBusy) this.#plan();
  }

  #read(instance: number): void {
    this.#options.meter.read(instance, reading);
    this.#readIn[instance] = this.#interval();
    this.#waiting[instance] = reading.waiting;
    this.#kvRatio[instance] = kvRatioOf(reading);
  }
}

/** Scratch. */
const reading = blankReading();
