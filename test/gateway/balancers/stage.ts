import { InstanceTable, phase } from '../../../src/fleet/instanceTable.js';
import type { Balancer, BalancerContext } from '../../../src/gateway/balancer.js';
import { buildBalancer } from '../../../src/gateway/balancers/index.js';
import { NewestIdle } from '../../../src/gateway/newestIdle.js';
import { type OutReason, Rotation } from '../../../src/gateway/rotation.js';
import { openStream } from '../../../src/random/keyedStream.js';
import { RequestTable, word } from '../../../src/traffic/requestTable.js';
import { peakEwma } from './peakEwma.js';
import { rendezvous } from './rendezvous.js';

/** Balancers that the gateway does not have, which need what only the request or its answer tells. */
const toys = [peakEwma, rendezvous];

/** Who balances where requests start instances; no scenario names it. */
export const newestIdle = 'newest-idle';

function build(name: string, context: BalancerContext): Balancer {
  if (name === newestIdle) return new NewestIdle(context.instances);
  const toy = toys.find((one) => one.name === name);
  return toy?.build({}, context) ?? buildBalancer({ variant: name, settings: {} }, context);
}

export function openTestStream() {
  return openStream({ seed: 1, replication: 0, owner: 'test', purpose: 'balancer' });
}

/** A balancer in its rotation, with a fleet that tells it what fleets and gateways tell. */
export class Stage {
  readonly instances = new InstanceTable();
  readonly requests = new RequestTable();
  readonly rotation: Rotation;

  constructor(name: string, roomCount: number) {
    const { instances, requests } = this;
    const context: BalancerContext = { stream: openTestStream(), instances, requests, roomCount };
    this.rotation = new Rotation({ instances, balancer: build(name, context), roomCount });
  }

  launch(): number {
    const instance = this.instances.allocate(0, 0);
    this.instances.launchNumber[instance] = this.instances.serial[instance];
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

  /** Picks for a user's request, and gives it to who was picked. */
  take(user = 0): number {
    const request = this.requests.allocate();
    this.requests.words[(request << 5) | word.user] = user;
    const picked = this.rotation.pick(request);
    this.requests.release(request);
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
