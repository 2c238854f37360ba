/** Where an instance is in its life; `free` marks a row without an instance. */

export const free = 0;
export const starting = 1;
export const ready = 2;
export const draining = 3;
