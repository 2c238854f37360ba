/** The request events outside processor sharing; each is one row of the loop's handler table. */
export const eventKind = {
  ioDone: 0,
  patienceEnded: 1,
  lineTimedOut: 2,
  tryTimedOut: 3,
  totalTimedOut: 4,
  retryDue: 5,
  userWakes: 6,
} as const;
