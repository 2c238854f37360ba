// Keeps so many requests inside and waiting for each instance: work in the system, not CPU, decides.
// Use it where requests wait for something other than CPU, or for queue workers; it needs no capacity figure but one.
import { definePolicy } from 'dryscale';

export default definePolicy({
  name: 'queue-per-instance',
  every: '15s',
  params: {
    /** Requests for each instance, in service and waiting. */
    target: 5,
    /** Seconds; shrink only to the largest wish of this span. */
    stabilization: 300,
    /** Seconds; older metrics are not acted on. */
    maxAge: 180,
  },
  decide({ time, instances, metrics }, { params, state }) {
    const { in_flight, queue_depth, age_seconds = 0 } = metrics;
    if (in_flight === undefined || queue_depth === undefined || age_seconds > params.maxAge) return;
    const inside = in_flight + queue_depth;
    const wish = Math.max(1, Math.ceil(inside / params.target));

    // Shrinking follows the largest wish of the window, so that a short dip removes nothing.
    const past = Array.isArray(state.wishes) ? state.wishes : [];
    const wishes = [...past.filter((entry) => entry.time > time - params.stabilization), { time, wish }];
    state.wishes = wishes;
    const largest = Math.max(...wishes.map((entry) => entry.wish));
    const desired = wish < instances.desired ? Math.min(largest, instances.desired) : wish;
    return { desired, reason: `${inside} inside, ${params.target} each` };
  },
});
