import type { RecordedObservation } from '../policy/observation.js';
/**
 * Observations that nobody recorded: what a policy should have an answer to, in 20 minutes and a day.
 *
 * Load climbs past every usual target, holds, falls and ends; metrics come late, old, in part and not at all; instances
 * start, fail and drain; then one observation an hour for a day, for policies that know the time.
 */
export declare function sampleObservations(): RecordedObservation[];
