/** What a guard says of a try. */

export const go = 0;
export const rejected = 1;
export const shed = 2;
export const rateLimited = 3;
