/** Where nobody gives a date a run begins on Monday 2026-01-05 at 0:00 UTC, seconds since 1970. */
export const DEFAULT_START_SECONDS = 1_767_571_200;
/** Later numbers of seconds are dates (from 1973 on): nobody counts from zero for three years. */
export const DATE_SECONDS = 1e8;
