/** Carries out what happens to requests between two control events. */
export interface RequestLoop {
  /**
   * Carries out the request events before (seconds, rank).
   *
   * @returns false when an event planned an appointment before the limit; then it has to be looked at first
   */
  serveUntil(limitSeconds: number, limitRank: number): boolean;
}
