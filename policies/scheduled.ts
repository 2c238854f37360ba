// So many instances by day and so many by night, by the clock alone (second 0 of a run is midnight).
// Use it where load follows office hours, or as the floor that a reactive policy should beat. Reads no metric.
import { definePolicy } from 'dryscale';

export default definePolicy({
  name: 'scheduled',
  every: '1m',
  params: {
    /** Hours of the day, 0..24; the day may run over midnight (from 20 to 6). */
    fromHour: 8,
    toHour: 20,
    dayCount: 10,
    nightCount: 2,
    /** Minutes before fromHour at which the day's instances are asked for, so that they are ready in time. */
    leadMinutes: 10,
  },
  decide({ time }, { params }) {
    const hour = (time / 3600) % 24;
    const from = (((params.fromHour - params.leadMinutes / 60) % 24) + 24) % 24;
    const to = params.toHour % 24;
    const isDay = from < to ? hour >= from && hour < to : hour >= from || hour < to;
    const desired = Math.max(1, isDay ? params.dayCount : params.nightCount);
    return { desired, reason: isDay ? 'day' : 'night', rule: isDay ? 'day' : 'night' };
  },
});
