/** Bits of `word.flags`. */

/** A try that its request has left behind. */
export const isOrphan = 1;
/** The request has waited at or was served by a service, not only refused. */
export const hasReached = 2;
/** No request but a check of its instance. */
export const isCheck = 4;
/** The guards of its service count the try as under way. */
export const isUnderWay = 8;
/** The try holds its slot and has not made all its calls yet. */
export const makesCalls = 16;
/** The try began beside an open one of its request. */
export const isHedge = 32;
/** A cache has the answer of the request; and it fits another prompt. */
export const isCached = 64;
export const isWrongHit = 128;
