/** The request events outside the serving; each is one row of the loop's handler table. */

export const patienceEnded = 0;
export const centralQueueTimedOut = 1;
export const tryTimedOut = 2;
export const totalTimedOut = 3;
export const retryDue = 4;
export const userWakes = 5;
export const connectFailed = 6;
export const checkTimedOut = 7;
export const checkDue = 8;
export const callsDue = 9;
export const callAnswered = 10;
export const callFailed = 11;
export const hedgeDue = 12;
export const poolFreed = 13;
export const callCancelled = 14;
export const firstTokenDue = 15;
export const turnDue = 16;
export const providerToken = 17;
export const providerEnd = 18;
export const providerBreak = 19;
export const cacheAnswers = 20;
export const tokenDue = 21;

/** Whether the event tells a caller of its calls: it is current while the caller's try is. */
export function isOfCalls(kind: number): boolean {
  return kind === callAnswered || kind === callFailed || kind === callsDue;
}

/** Whether the event is of a request, whichever try it is in. */
export function isOfRequest(kind: number): boolean {
  return kind === totalTimedOut || kind === callCancelled;
}
