import { InstanceTable } from '../../../src/fleet/instanceTable.js';
import * as phase from '../../../src/fleet/phase.js';
import { ModelPicker } from '../../../src/gateway/ai/picker/modelPicker.js';
import { type PickerSettings, pickerSchema } from '../../../src/gateway/ai/picker/settings.js';
import type { Balancer, BalancerContext } from '../../../src/gateway/balancer.js';
import { buildBalancer } from '../../../src/gateway/balancers/index.js';
import { NewestIdle } from '../../../src/gateway/newestIdle.js';
import { type OutReason, Rotation } from '../../../src/gateway/rotation.js';
import { Weights, type WeightsOptions } from '../../../src/gateway/weights.js';
import { Calendar } from '../../../src/kernel/calendar.js';
import { RunClock } from '../../../src/kernel/clock.js';
import { openStream } from '../../../src/random/keyedStream.js';
import { RequestTable } from '../../../src/traffic/requestTable.js';
import * as word from '../../../src/traffic/word.js';

/** Who balances where requests start instances; no scenario names it. */
export const newestIdle = 'newest-idle';
/** Who picks among model servers; a scenario asks for it elsewhere. */
export const modelPicker = 'model-picker';

/** What instances show as model servers, by their load; and of a client's prefix they have nothing, half or all. */
export const waitingAt = (load: number) => Math.max(0, load - 1);
export const kvRatioAt = (load: number) => Math.min(1, load / 8);
export const foundShareOf = (launch: number, client: number) => ((launch + client) % 3) / 2;

/** A balancer as a scenario chooses it, and what instances weigh. */
export interface Choice {
  readonly name: string;
  readonly settings?: object;
  /** [zone] instances are launched in each in turn; all weigh 1 when left out */
  readonly zoneWeights?: readonly number[];
  readonly slowStart?: NonNullable<WeightsOptions['slowStart']>;
}

export function openTestStream() {
  return openStream({ seed: 1, replication: 0, owner: 'test', purpose: 'balancer' });
}

/** A balancer in its rotation, with a fleet that tells it what fleets and gateways tell. */
export class Stage {
  readonly clock = new RunClock();
  readonly calendar = new Calendar();
  readonly instances = new InstanceTable();
  readonly requests = new RequestTable();
  readonly rotation: Rotation;
  readonly #zoneCount: number;

  constructor({ name, settings = {}, zoneWeights = [1], slowStart }: Choice, roomCount: number) {
    const { clock, instances, requests } = this;
    const isPlain = slowStart === undefined && zoneWeights.every((weight) => weight === 1);
    const weights = isPlain ? undefined : new Weights({ instances, clock, zoneWeights, slowStart });
    const context: BalancerContext = { stream: openTestStream(), clock, instances, requests, roomCount, weights };
    const balancer: Balancer =
      name === newestIdle
        ? new NewestIdle(instances)
        : name === modelPicker
          ? this.#modelPicker(settings)
          : buildBalancer({ variant: name, settings }, context);
    this.rotation = new Rotation({ instances, balancer, roomCount, weights });
    this.#zoneCount = zoneWeights.length;
  }

  #modelPicker(given: object): ModelPicker {
    const { instances, requests, clock, calendar } = this;
    const settings: PickerSettings = pickerSchema.parse(given);
    const meter: ConstructorParameters<typeof ModelPicker>[0]['meter'] = {
      read: (instance, reading) => {
        reading.waiting = waitingAt(this.loadOf(instance));
        reading.kvBlocks = 64;
        reading.kvUsedBlocks = 64 * kvRatioAt(this.loadOf(instance));
      },
      followPrefixes: () => {},
      holdersOf: (request) => {
        const rows = Array.from(instances.launchNumber, (_, instance) => instance);
        return rows.filter((instance) => meter.foundShare(instance, request) > 0);
      },
      foundShare: (instance, request) =>
        foundShareOf(instances.launchNumber[instance], requests.words[(request << 5) | word.user]),
    };
    return new ModelPicker({ settings, instances, clock, calendar, meter });
  }

  /** Time goes on. */
  wait(seconds: number): void {
    const { clock, calendar } = this;
    const until = clock.nowSeconds + seconds;
    for (let { first } = calendar; first !== undefined && first.seconds <= until; first = calendar.first) {
      clock.nowSeconds = first.seconds;
      calendar.runNext();
    }
    clock.nowSeconds = until;
  }

  launch(): number {
    const instance = this.instances.allocate(0, this.clock.nowSeconds);
    const launch = this.instances.serial[instance] - 1;
    this.instances.launchNumber[instance] = launch;
    this.instances.zone[instance] = launch % this.#zoneCount;
    return instance;
  }

  becomeReady(instance: number): void {
    this.instances.phase[instance] = phase.ready;
    this.rotation.ready(instance);
  }

  drain(instance: number): void {
    this.instances.phase[instance] = phase.draining;
    this.rotation.stopped(instance);
  }

  retire(instance: number): void {
    this.instances.release(instance);
  }

  launchReady(count: number): number[] {
    return Array.from({ length: count }, () => {
      const instance = this.launch();
      this.becomeReady(instance);
      return instance;
    });
  }

  loadOf(instance: number): number {
    return this.instances.inside[instance] + this.instances.queued[instance];
  }

  begin(instance: number): void {
    this.instances.inside[instance]++;
    this.rotation.began(instance);
  }

  /** A request waits at the instance, whoever may be picked. */
  queue(instance: number): void {
    this.instances.queued[instance]++;
    this.rotation.began(instance);
  }

  /** One that waits leaves, else one that is served. */
  end(instance: number): void {
    const { inside, queued } = this.instances;
    const column = queued[instance] > 0 ? queued : inside;
    column[instance]--;
    this.rotation.ended(instance);
  }

  /** Picks for a client's request. */
  pick(client = 0): number {
    const request = this.requests.allocate();
    this.requests.words[(request << 5) | word.user] = client;
    const picked = this.rotation.pick(request);
    this.requests.release(request);
    return picked;
  }

  /** Picks for a client's request, and gives it to who was picked. */
  take(client = 0): number {
    const picked = this.pick(client);
    if (picked >= 0) this.begin(picked);
    return picked;
  }

  takeOut(instance: number, reason: OutReason): void {
    this.rotation.takeOut(instance, reason);
  }

  putBack(instance: number, reason: OutReason): void {
    this.rotation.putBack(instance, reason);
  }
}
