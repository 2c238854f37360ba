/** What a row says, as bits above the outcome in the lowest four; a row may say several things of one try. */

/** `outcome` of the request, or `nothing` where it goes on. */
export const outcomeMask = 15;
export const nothing = 15;
/** The try was answered, or its client has given it up: telemetry counts it. */
export const answer = 1 << 4;
/** The answer is an error. */
export const error = 1 << 5;
/** The answer never came from an instance (503); it has no latency worth a quantile. */
export const refused = 1 << 6;
/** The request has waited at or was served by a service, not only refused. */
export const reached = 1 << 7;
/** The try gave its slot back. */
export const left = 1 << 8;
/** The try holds its slot at the end of the run. */
export const held = 1 << 9;
/** A try that is not the first begins. */
export const retry = 1 << 10;
/** An iteration found no VU (k6). */
export const dropped = 1 << 11;
/** The request found no idle instance of a service that scales per request. */
export const coldStart = 1 << 12;
/** The columns `tried` and `waited` are those of a first try: the arrival, and the wait until its begin. */
export const first = 1 << 13;
/** A rate limit turned the try away. */
export const limited = 1 << 14;
/** The rejected request was turned away by admission. */
export const shed = 1 << 15;
/** The completed request was answered by a cache; and its answer fits another prompt. */
export const cached = 1 << 16;
export const wrong = 1 << 17;
/** A first try that was served and answered: what nearly all rows say. */
export const servedFirst = answer | reached | left | first;
