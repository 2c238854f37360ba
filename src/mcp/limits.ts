/** Wall time of a call when it does not say, milliseconds. */
export const defaultWallMs = 60_000;
/** Most that a call may ask for. */
export const mostWallMs = 600_000;
/** After that an ended call has its processes killed: what it has finished is told before. */
export const graceMs = 3_000;
/** Characters of an answer; what is longer is shortened, with a link to all of it. */
export const answerCharacters = 25_000;
/** Of all texts that a call hands over. */
export const textCharacters = 4_000_000;
/** Calls that work at once; others wait. A call may use several threads. */
export const callsAtOnce = 2;
/** Calls that wait; more are turned away. */
export const callsWaiting = 16;
/** Answers that are kept for `dryscale://results/ID`, and the characters of all of them. */
export const keptResults = 64;
export const keptCharacters = 64_000_000;
/** Between two notes of progress of one call. */
export const progressMs = 500;
