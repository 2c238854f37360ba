/** `words[(row << 4) | link.x]` of `CallLinks`: the first eight are the request's and move on with it, the others its try's. */

/** The caller's row; -1 for a request of a source. */
export const caller = 0;
/** `serial` of the caller when it called. */
export const callerSerial = 1;
/** `PlannedCall.number`; -1 for a request of a source. */
export const call = 2;
/** Number of the source at the top. */
export const root = 3;
/** Hash of the way from the top: the same in every try; and with the tries on it. */
export const path = 4;
export const tryPath = 5;
/** The edge of the graph that a call is of. */
export const edge = 6;
/** Of a tool, whose caller is -1: the session that waits for it. */
export const session = 7;
/** Of a try that calls: moves on with every try that begins or is cut off. */
export const serial = 8;
/** The entry that is being made, and calls of it under way. */
export const entry = 9;
export const pending = 10;
/** Of an entry that calls one after the other: calls that are made, and how many there will be. */
export const made = 11;
export const wanted = 12;
/** 1: a call has failed that fails its caller. */
export const hasFailed = 13;
/** 1: the client of the try has given it up. */
export const isGivenUp = 14;
