/** The request events outside the serving; each is one row of the loop's handler table. */
export const eventKind = {
  patienceEnded: 0,
  centralQueueTimedOut: 1,
  tryTimedOut: 2,
  totalTimedOut: 3,
  retryDue: 4,
  userWakes: 5,
  connectFailed: 6,
  checkTimedOut: 7,
  checkDue: 8,
  callsDue: 9,
  callAnswered: 10,
  callFailed: 11,
  hedgeDue: 12,
  poolFreed: 13,
  callCancelled: 14,
  firstTokenDue: 15,
  turnDue: 16,
  providerToken: 17,
  providerEnd: 18,
  providerBreak: 19,
  cacheAnswers: 20,
  tokenDue: 21,
} as const;

/** Whether the event tells a caller of its calls: it is current while the caller's try is. */
export function isOfCalls(kind: number): boolean {
  return kind === eventKind.callAnswered || kind === eventKind.callFailed || kind === eventKind.callsDue;
}

/** Whether the event is of a request, whichever try it is in. */
export function isOfRequest(kind: number): boolean {
  return kind === eventKind.totalTimedOut || kind === eventKind.callCancelled;
}
