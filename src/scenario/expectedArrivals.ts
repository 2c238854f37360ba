import { buildDistribution } from '../random/distributions/index.js';
import { meanTurns } from '../traffic/sessions/settings.js';
import type { ClosedSource } from '../traffic/source.js';
import { buildSource } from '../traffic/sources/index.js';
import { scanTrace } from '../traffic/sources/trace.js';
import { demandWithCalls } from './callLoad.js';
import { estimateContext } from './estimateContext.js';
import type { Scenario } from './schema.js';

/**
 * Arrivals expected of each source in one replication, before anything runs.
 *
 * Virtual users are taken to be answered without waiting, and sessions to have all their turns, so theirs is an upper estimate.
 * @throws ProblemError for a damaged trace
 */
export function expectedArrivals(scenario: Scenario, folder: string): Record<string, number> {
  const context = estimateContext(scenario, folder);
  return Object.fromEntries(
    Object.entries(scenario.traffic).map(([name, settings]) => {
      const source = buildSource(settings, context);
      if (source.kind === 'closed') return [name, Math.round(iterationsOf(source, settings, scenario))];
      const turns = meanTurns(scenario.requests[settings.request ?? ''] ?? {});
      if (source.rate !== undefined) return [name, Math.round(turns * source.rate.integral(0, scenario.duration))];
      return [name, settings.executor === 'trace' ? Math.round(turns * scanTrace(settings, context).arrivals) : 0];
    }),
  );
}

type SourceSettings = Scenario['traffic'][string];

function iterationsOf(source: ClosedSource, settings: SourceSettings, scenario: Scenario): number {
  const { cpuSeconds, ioSeconds } = demandWithCalls(scenario.requests, settings.request ?? '');
  const thinkSeconds = 'think' in settings ? buildDistribution(settings.think).meanSeconds : 0;
  const byTime = userSeconds(source, scenario.duration) / (cpuSeconds + ioSeconds + thinkSeconds);
  if (!('iterations' in settings)) return byTime;
  return Math.min(byTime, settings.iterations * (settings.executor === 'per-vu-iterations' ? settings.vus : 1));
}

/** Time that users are active, summed over users, up to the end of the run. */
function userSeconds(source: ClosedSource, durationSeconds: number): number {
  let total = 0;
  let users = 0;
  let sinceSeconds = 0;
  for (let change = source.nextChange(); change !== undefined; change = source.nextChange()) {
    const atSeconds = Math.min(change.atSeconds, durationSeconds);
    total += users * (atSeconds - sinceSeconds);
    sinceSeconds = atSeconds;
    users = change.count;
  }
  return total + users * (durationSeconds - sinceSeconds);
}
