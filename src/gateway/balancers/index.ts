import { builderOf, settingsOf } from '../../base/variant.js';
import type { Balancer, BalancerContext, BalancerInput } from '../balancer.js';
import { consistentHash } from './consistentHash.js';
import { leastRequests } from './leastRequests.js';
import { peakEwma } from './peakEwma.js';
import { powerOfK } from './powerOfK.js';
import { powerOfTwo } from './powerOfTwo.js';
import { random } from './random.js';
import { roundRobin } from './roundRobin.js';
import { weightedLeastRequests } from './weightedLeastRequests.js';
import { weightedRoundRobin } from './weightedRoundRobin.js';

/** Every way to balance load. */
export const balancers = [
  roundRobin,
  weightedRoundRobin,
  random,
  leastRequests,
  weightedLeastRequests,
  powerOfTwo,
  powerOfK,
  peakEwma,
  consistentHash,
] as const;
export const balancerSettings = settingsOf(balancers, { what: 'balancer' });
export const buildBalancer = builderOf<BalancerContext, Balancer>(balancers);

/** Whether the balancer that was chosen acts on it. */
export function actsOn({ variant }: { readonly variant: string }, input: BalancerInput): boolean {
  return balancers.some(({ name, actsOn: inputs }) => name === variant && inputs.some((one) => one === input));
}
