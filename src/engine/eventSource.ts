/** Who has the next request event. */

export const serving = 0;
export const heap = 1;
export const timers = 2;
export const clients = 3;
