/** Hours of a month as the providers' calculators count them: 365 x 24 / 12. */
const HOURS_PER_MONTH = 730;
const HOURS_PER_DAY = 24;
const perMonth = {
    day: HOURS_PER_MONTH / HOURS_PER_DAY,
    week: HOURS_PER_MONTH / (7 * HOURS_PER_DAY),
    month: 1,
    year: 1 / 12,
};
/** The spans in which occurrences are counted. */
export const occurrencePeriods = ['day', 'week', 'month', 'year'];
/**
 * How many measured spans a month has: as often as the scenario says it happens; else, once the run covers a day, as many
 * as fit into the month. Undefined for a shorter run: one peak hour, taken 730 times, would be a month of peak hours.
 */
export function runsPerMonth({ durationSeconds, spanSeconds, occurs }) {
    if (occurs !== undefined)
        return occurs.times * perMonth[occurs.per];
    return durationSeconds >= HOURS_PER_DAY * 3600 ? (HOURS_PER_MONTH * 3600) / spanSeconds : undefined;
}
