import type { InstanceTable } from '../../../fleet/instanceTable.js';
import { blankReading, kvRatioOf } from '../../../fleet/modelReading.js';
import type { ModelMeter } from '../../../fleet/serving.js';
import type { Calendar } from '../../../kernel/calendar.js';
import type { Clock } from '../../../kernel/clock.js';
import * as rank from '../../../kernel/rank.js';
import type { Balancer } from '../../balancer.js';
import type { PickerSettings } from './settings.js';

export interface ModelPickerOptions {
  readonly settings: PickerSettings;
  readonly instances: InstanceTable;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly meter: Pick<ModelMeter, 'read' | 'followPrefixes' | 'holdersOf' | 'foundShare'>;
}

/**
 * Of the model servers that may be picked the one of the highest sum of weight x score, each score from 0 to 1; ties to the
 * one picked longest ago, those never picked first.
 *
 * What waits and what memory is held is as of the last refresh, of one that comes (back) as of then: requests of one
 * interval do not see each other. A prefix is looked up as it is now. Refreshes rest while nothing is at the servers.
 *
 * Hot. Between refreshes scores differ by prefixes alone, and few servers have that of a request. So servers are ranked once
 * an interval by their scores without it, and a pick looks at those that have it and at the first of the ranking.
 *
 * @see llm-d-inference-scheduler: queue-scorer, kv-cache-utilization-scorer, prefix-cache-scorer
 */
export class ModelPicker implements Balancer {
  readonly #options: ModelPickerOptions;
  /** By their scores without a prefix, highest first; where `#isRanked` is false, of an earlier refresh or membership. */
  readonly #members: number[] = [];
  #isRanked = false;
  /** [instanceRow] */
  readonly #isMember: boolean[] = [];
  /** [instanceRow] as of the last refresh */
  readonly #waiting: number[] = [];
  readonly #kvRatio: number[] = [];
  /** [instanceRow] the interval between refreshes in which that was read: one that was out missed some */
  readonly #readIn: number[] = [];
  /** [instanceRow] number of its last pick; -1 before its first */
  readonly #turns: number[] = [];
  /** [instanceRow] times their weights */
  readonly #queueScore: number[] = [];
  readonly #kvScore: number[] = [];
  #turn = 0;
  /** Number of the next refresh; 0 where none is planned. */
  #next = 0;

  constructor(options: ModelPickerOptions) {
    this.#options = options;
    if (options.settings.scorers.prefix > 0) options.meter.followPrefixes();
  }

  add(instance: number): void {
    this.#members.push(instance);
    this.#isMember[instance] = true;
    this.#isRanked = false;
    const interval = this.#interval();
    if (this.#readIn[instance] !== interval) this.#read(instance, interval);
    if (this.#next === 0) this.#follow();
  }

  remove(instance: number): void {
    this.#members.splice(this.#members.indexOf(instance), 1);
    this.#isMember[instance] = false;
    this.#isRanked = false;
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
    const { settings, meter } = this.#options;
    const { prefix } = settings.scorers;
    if (!this.#isRanked) this.#rank();
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    if (prefix > 0) {
      for (const instance of meter.holdersOf(request)) {
        if (!this.#isMember[instance]) continue;
        const prefixScore = prefix * meter.foundShare(instance, request);
        const score = this.#queueScore[instance] + prefixScore + this.#kvScore[instance];
        if (score < bestScore || (score === bestScore && !this.#isBefore(instance, best))) continue;
        best = instance;
        bestScore = score;
      }
    }
    // Those that have the prefix come again, with no more than they had.
    for (const instance of this.#members) {
      const score = this.#queueScore[instance] + this.#kvScore[instance];
      if (score < bestScore) break;
      if (score === bestScore && !this.#isBefore(instance, best)) continue;
      best = instance;
      bestScore = score;
    }
    if (best >= 0) this.#turns[best] = this.#turn++;
    return best;
  }

  #rank(): void {
    this.#isRanked = true;
    const { queue, kv } = this.#options.settings.scorers;
    let [fewest, most] = [Number.POSITIVE_INFINITY, 0];
    for (const instance of this.#members) {
      const waiting = this.#waiting[instance];
      if (waiting < fewest) fewest = waiting;
      if (waiting > most) most = waiting;
    }
    for (const instance of this.#members) {
      const queueScore = most === fewest ? 1 : 1 - (this.#waiting[instance] - fewest) / (most - fewest);
      this.#queueScore[instance] = queue * queueScore;
      this.#kvScore[instance] = kv * (1 - this.#kvRatio[instance]);
    }
    this.#sort();
  }

  /** By insertion, for the order of one refresh is much that of the one before. */
  #sort(): void {
    const members = this.#members;
    for (let end = 1; end < members.length; end++) {
      const instance = members[end];
      const score = this.#queueScore[instance] + this.#kvScore[instance];
      let hole = end;
      for (; hole > 0; hole--) {
        const before = members[hole - 1];
        if (this.#queueScore[before] + this.#kvScore[before] >= score) break;
        members[hole] = before;
      }
      members[hole] = instance;
    }
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
    const interval = this.#interval();
    let isBusy = false;
    this.#isRanked = false;
    for (const instance of this.#members) {
      this.#read(instance, interval);
      if (inside[instance] + queued[instance] > 0 || this.#kvRatio[instance] > 0) isBusy = true;
    }
    this.#next = isBusy ? this.#next + 1 : 0;
    if (isBusy) this.#plan();
  }

  #read(instance: number, interval: number): void {
    this.#options.meter.read(instance, reading);
    this.#readIn[instance] = interval;
    this.#waiting[instance] = reading.waiting;
    this.#kvRatio[instance] = kvRatioOf(reading);
  }
}

/** Scratch. */
const reading = blankReading();
