import { builderOf, settingsOf } from '../../base/variant.js';
import type { Stream } from '../../random/stream.js';
import type { ArrivalProcess } from '../arrival.js';
import { even } from './even.js';
import { gamma } from './gamma.js';
import { poisson } from './poisson.js';
import { renewal } from './renewal.js';

/** Every way arrivals follow a rate. */
export const arrivals = [poisson, even, gamma, renewal] as const;
export const arrivalSettings = settingsOf(arrivals, { what: 'arrival process' });
export const buildArrivals = builderOf<Stream, ArrivalProcess>(arrivals);
