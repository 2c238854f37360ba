/**
 * Where a request is. Held: its io phase ended while the instance is paused; backoff: between two tries, in no list;
 * connecting: sent to an instance that takes none; checkLine: a check that waits for a slot; calling: in its slot, for the
 * answers of its own calls; pool: a call that waits at its caller's instance for one of its connections; provider: at one.
 */

export const free = 0;
export const centralQueue = 1;
export const instanceQueue = 2;
export const cpu = 3;
export const io = 4;
export const held = 5;
export const backoff = 6;
export const connecting = 7;
export const checkLine = 8;
export const calling = 9;
export const pool = 10;
export const provider = 11;
