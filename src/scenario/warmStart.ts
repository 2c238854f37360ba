import type { OpenSource } from '../traffic/source.js';
import { buildSource } from '../traffic/sources/index.js';
import { requestLoads } from './callLoad.js';
import { neededInstances } from './demandCurve.js';
import { estimateContext } from './estimateContext.js';
import type { Scenario } from './schema.js';

/** The first part of the traffic, whose rate `initial: needed` answers. */
const WARM_SECONDS = 60;

/** How many instances `initial: needed` is, and what for. */
interface WarmStart {
  readonly count: number;
  readonly ratePerSecond: number;
}

/**
 * The instances that the first minute of the traffic needs, within min..max and what the provider has at the start.
 *
 * The same for all replications: it comes from the rate curves; of a trace with one row per request from its rows.
 * @throws ProblemError for a damaged trace
 */
export function warmStartOf(scenario: Scenario, service: string, folder: string): WarmStart {
  const seconds = Math.min(WARM_SECONDS, scenario.duration);
  // A trace is read no further than that.
  const context = { ...estimateContext(scenario, folder), durationSeconds: seconds };
  let ratePerSecond = 0;
  let cpuSeconds = 0;
  let ioSeconds = 0;
  for (const settings of Object.values(scenario.traffic)) {
    const loads = requestLoads(scenario, settings.request ?? '', service);
    if (loads.length === 0) continue;
    const source = buildSource(settings, context);
    if (source.kind === 'closed') continue;
    const arrivalsPerSecond = arrivalsWithin(source, seconds) / seconds;
    for (const { weight, demand } of loads) {
      const rate = arrivalsPerSecond * weight;
      ratePerSecond += rate;
      cpuSeconds += rate * demand.cpuSeconds;
      ioSeconds += rate * demand.ioSeconds;
    }
  }
  const perRequest = ratePerSecond > 0 ? 1 / ratePerSecond : 0;
  const demand = { cpuSeconds: cpuSeconds * perRequest, ioSeconds: ioSeconds * perRequest };
  const needed = neededInstances(scenario, service, { ratePerSecond, demand });
  const { min, max } = scenario.services[service].scaling;
  const { quota = Number.POSITIVE_INFINITY, capacity } = scenario.cloud;
  const available = capacity[0]?.at === 0 ? capacity[0].available : Number.POSITIVE_INFINITY;
  return { count: Math.max(min, Math.min(needed, max, quota, available)), ratePerSecond };
}

/** Expected arrivals in the first seconds; where no curve is known, those that come. */
function arrivalsWithin(source: OpenSource, seconds: number): number {
  if (source.rate !== undefined) return source.rate.integral(0, seconds);
  let count = 0;
  while (source.nextArrivalSeconds() < seconds) count++;
  return count;
}
