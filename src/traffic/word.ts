/** `words[(row << 5) | word.x]` */

/** Number of the (source, service) pair. */
export const group = 10;
export const service = 11;
export const instance = 12;
export const place = 13;
/** Tries that the row has held. */
export const generation = 14;
/** `requestFlag.ts` has its bits. */
export const flags = 15;
export const next = 26;
export const previous = 27;
/**
 * Whose request it is, unique over all sources: the user of a closed source, >= 0; the client of an open one, <= -2;
 * -1 where the source names no clients and the request is its own client. Whatever goes by client goes by this word.
 */
export const user = 28;
/** Number of the present try, from 1. */
export const tries = 29;
/** Requests that the row has held. */
export const life = 30;
/** Orders the requests inside an instance by their begin. */
export const beginNumber = 31;
