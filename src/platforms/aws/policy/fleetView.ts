import type { InstanceObservation, Observation } from '../../../policy/observation.js';
import { isWarm } from '../algorithm/warmup.js';

/** Instances as the service counts them at one tick. */
export interface FleetView {
  readonly seconds: number;
  readonly desired: number;
  readonly ready: number;
  /** Accepted or launched, and not ready. */
  readonly comingCount: number;
  readonly drainingCount: number;
  /** When each ready instance became ready; 0 for those that were there from the start. */
  readonly readySeconds: readonly number[];
}

/** Ready instances that came at one time, where an observation does not list instances. */
export interface ReadyBatch {
  readonly seconds: number;
  count: number;
}

/**
 * The view of one observation.
 *
 * Without a list of instances the ready times are those of the ticks at which the ready count rose: `batches` keeps them, and the
 * newest leave first.
 */
export function viewFleet(
  { instances, time }: Observation,
  listedInstances: readonly InstanceObservation[],
  batches: ReadyBatch[],
): FleetView {
  const listed = listedInstances.filter(({ phase }) => phase === 'ready');
  noteReady(batches, { count: instances.ready, seconds: time });
  return {
    seconds: time,
    desired: instances.desired,
    ready: instances.ready,
    comingCount: instances.pending + instances.starting,
    drainingCount: instances.draining,
    readySeconds:
      listed.length > 0
        ? listed.map(({ readyAt, startedAt }) => readyAt ?? startedAt)
        : batches.flatMap(({ seconds, count }) => Array<number>(count).fill(seconds)),
  };
}

/** Ready instances whose warm-up is over; with none listed the first seen are warm. */
export function warmCountOf({ readySeconds, seconds }: FleetView, warmupSeconds: number): number {
  return readySeconds.filter((ready) => isWarm(ready, { seconds, warmupSeconds })).length;
}

/** When the youngest instance that still warms will count; undefined when none does. */
export function warmUntilSeconds(fleet: FleetView, warmupSeconds: number): number | undefined {
  const warming = fleet.readySeconds.filter((ready) => !isWarm(ready, { seconds: fleet.seconds, warmupSeconds }));
  return warming.length === 0 ? undefined : warming.reduce((latest, ready) => Math.max(latest, ready)) + warmupSeconds;
}

function noteReady(batches: ReadyBatch[], now: { readonly count: number; readonly seconds: number }): void {
  const known = batches.reduce((sum, { count }) => sum + count, 0);
  // What is there at the first observation has been there for long, as far as anyone can say.
  if (batches.length === 0) batches.push({ seconds: 0, count: now.count });
  else if (now.count > known) batches.push({ seconds: now.seconds, count: now.count - known });
  let surplus = known - now.count;
  for (let last = batches.length - 1; surplus > 0 && last >= 0; last--) {
    const leaving = Math.min(surplus, batches[last].count);
    batches[last].count -= leaving;
    surplus -= leaving;
    // The first one stays, empty: it says that the start of the run is over.
    if (batches[last].count === 0 && last > 0) batches.pop();
  }
}
