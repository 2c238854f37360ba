import { InstanceTable, phase } from '../../../src/fleet/instanceTable.js';
import type { Balancer, BalancerContext } from '../../../src/gateway/balancer.js';
import { buildBalancer } from '../../../src/gateway/balancers/index.js';
import { NewestIdle } from '../../../src/gateway/newestIdle.js';
import { type OutReason, Rotation } from '../../../src/gateway/rotation.js';
import { Weights, type WeightsOptions } from '../../../src/gateway/weights.js';
import { RunClock } from '../../../src/kernel/clock.js';
import { openStream } from '../../../src/random/keyedStream.js';
import { RequestTable, word } from '../../../src/traffic/requestTable.js';

/** Who balances where requests start instances; no scenario names it. */
export const newestIdle = 'newest-idle';

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
      name === newestIdle ? new NewestIdle(instances) : buildBalancer({ variant: name, settings }, context);
    this.rotation = new Rotation({ instances, balancer, roomCount, weights });
    this.#zoneCount = zoneWeights.length;
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
