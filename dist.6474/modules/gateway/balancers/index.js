import { builderOf, settingsOf } from '../../base/variant.js';
import { leastRequests } from './leastRequests.js';
import { powerOfTwo } from './powerOfTwo.js';
import { random } from './random.js';
import { roundRobin } from './roundRobin.js';
/** Every way to balance load. */
export const balancers = [roundRobin, random, leastRequests, powerOfTwo];
export const balancerSettings = settingsOf(balancers, { what: 'balancer' });
export const buildBalancer = builderOf(balancers);
