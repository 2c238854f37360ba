// Follows the request rate as it will be when new instances are ready: a straight line through the last minutes.
// Use it where startup takes longer than load takes to grow. It needs the rate that one instance carries well.
import { definePolicy } from 'dryscale';

export default definePolicy({
  name: 'predictive',
  every: '15s',
  params: {
    /** Requests per second that one instance carries well. */
    perInstance: 25,
    /** Seconds from asking for an instance to its first request. */
    startupSeconds: 90,
    /** Span of the line. */
    span: '3m',
    /** Seconds; shrink only to the largest wish of this span. */
    stabilization: 300,
    /** Seconds; older metrics are not acted on. */
    maxAge: 180,
  },
  decide(observation, { params, state }) {
    const { request_rate, queue_depth = 0, age_seconds = 0 } = observation.metrics;
    if (request_rate === undefined || age_seconds > params.maxAge) return;
    const slope = slopeOf(observation.history('request_rate', params.span));
    // The rate counts answers: what waits is load too, to be worked off while the new instances start.
    const now = request_rate + queue_depth / Math.max(params.startupSeconds, 15);
    // A falling line is not trusted: instances go when the load has gone, not before.
    const soon = now + Math.max(0, slope) * (params.startupSeconds + age_seconds);
    const wish = Math.max(1, Math.ceil(soon / params.perInstance));
    const past = Array.isArray(state.wishes) ? state.wishes : [];
    const wishes = [
      ...past.filter((entry) => entry.time > observation.time - params.stabilization),
      { time: observation.time, wish },
    ];
    state.wishes = wishes;
    const largest = Math.max(...wishes.map((entry) => entry.wish));
    const desired = Math.max(wish, Math.min(largest, observation.instances.desired));
    return { desired, reason: `${now.toFixed(1)}/s now, ${soon.toFixed(1)}/s in ${params.startupSeconds} s` };
  },
});

/** Least squares through [time, value] pairs, per second; 0 for fewer than three. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  if (points.length < 3) return 0;
  const timeMean = points.reduce((sum, [time]) => sum + time, 0) / points.length;
  const valueMean = points.reduce((sum, [, value]) => sum + value, 0) / points.length;
  let above = 0;
  let below = 0;
  for (const [time, value] of points) {
    above += (time - timeMean) * (value - valueMean);
    below += (time - timeMean) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
