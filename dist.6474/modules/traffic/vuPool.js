import { count } from './sourceVariant.js';
/** k6's VU pool of the arrival-rate executors; without it an arrival never lacks a VU. */
export const vuPoolShape = { preAllocatedVUs: count(0).optional(), maxVUs: count(1).optional() };
/** Whether the pool can ever hold a VU, and grows from preAllocatedVUs to maxVUs as k6 demands. */
export function hasVus({ preAllocatedVUs, maxVUs }) {
    if (maxVUs === undefined)
        return preAllocatedVUs !== 0;
    return maxVUs >= (preAllocatedVUs ?? 0);
}
export const noVus = 'has a maxVUs below preAllocatedVUs, or no VUs at all\nThe pool starts with preAllocatedVUs and grows to maxVUs; k6 refuses it, too.\nraise `maxVUs` to at least `preAllocatedVUs` and 1, or leave both out for no limit.';
/** A pool that serves a multiple of the rate, rounded up: it must not be what drops arrivals. */
export function scaledPool({ preAllocatedVUs, maxVUs }, factor) {
    const grown = (vus) => Math.ceil(vus * factor);
    return {
        ...(preAllocatedVUs === undefined ? {} : { preAllocatedVUs: grown(preAllocatedVUs) }),
        ...(maxVUs === undefined ? {} : { maxVUs: grown(maxVUs) }),
    };
}
/** The pool; maxVUs defaults to preAllocatedVUs, as in k6. */
export function vuPoolOf({ preAllocatedVUs, maxVUs }) {
    if (preAllocatedVUs === undefined && maxVUs === undefined)
        return undefined;
    const initialCount = preAllocatedVUs ?? 0;
    return { initialCount, maxCount: maxVUs ?? initialCount };
}
