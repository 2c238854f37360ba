import type { OpenSource } from './source.js';
/** k6's VU pool of the arrival-rate executors; without it an arrival never lacks a VU. */
export declare const vuPoolShape: {
    preAllocatedVUs: import("zod").ZodOptional<import("zod").ZodInt>;
    maxVUs: import("zod").ZodOptional<import("zod").ZodInt>;
};
interface VuPoolSettings {
    readonly preAllocatedVUs?: number | undefined;
    readonly maxVUs?: number | undefined;
}
/** Whether the pool can ever hold a VU, and grows from preAllocatedVUs to maxVUs as k6 demands. */
export declare function hasVus({ preAllocatedVUs, maxVUs }: VuPoolSettings): boolean;
export declare const noVus = "has a maxVUs below preAllocatedVUs, or no VUs at all\nThe pool starts with preAllocatedVUs and grows to maxVUs; k6 refuses it, too.\nraise `maxVUs` to at least `preAllocatedVUs` and 1, or leave both out for no limit.";
/** A pool that serves a multiple of the rate, rounded up: it must not be what drops arrivals. */
export declare function scaledPool({ preAllocatedVUs, maxVUs }: VuPoolSettings, factor: number): VuPoolSettings;
/** The pool; maxVUs defaults to preAllocatedVUs, as in k6. */
export declare function vuPoolOf({ preAllocatedVUs, maxVUs }: VuPoolSettings): OpenSource['vuPool'];
export {};
