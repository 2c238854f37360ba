import { builderOf, settingsOf } from '../../base/variant.js';
import { even } from './even.js';
import { gamma } from './gamma.js';
import { poisson } from './poisson.js';
import { renewal } from './renewal.js';
/** Every way arrivals follow a rate. */
export const arrivals = [poisson, even, gamma, renewal];
export const arrivalSettings = settingsOf(arrivals, { what: 'arrival process' });
export const buildArrivals = builderOf(arrivals);
