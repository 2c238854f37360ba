import type { GroupLog } from '../../record/requestLog.js';
import type { RunTotals } from '../../results/runTotals.js';
import { measuredClasses } from '../../scenario/measuredClasses.js';
import type { Assembly } from '../assemble.js';
import { tokenTotals } from './tokenTotals.js';

/** What the gateway's log says of some groups. */
type OfGroups = (groups: readonly GroupLog[]) => Pick<RunTotals, 'requests' | 'latency' | 'completedLatency'>;

/** What the measures of each request class are computed from, by its name, of calls too. @param all of all requests, for what classes share */
export function classTotals(assembly: Assembly, all: RunTotals, ofGroups: OfGroups): (readonly [string, RunTotals])[] {
  const { log, traffic, services, providers, input } = assembly;
  const targetCount = services.length + providers.length;
  return measuredClasses(input.scenario).map((name) => {
    const isOwn = (_: unknown, group: number) => traffic.classNames[Math.floor(group / targetCount)] === name;
    const costUsd = providers.reduce(
      (sum, { provider }) => sum + provider.usdOfGroups.filter(isOwn).reduce((total, usd) => total + usd, 0),
      0,
    );
    const totals = {
      ...all,
      ...ofGroups(log.groups.filter(isOwn)),
      // What servers did is no class's own: no measure of a class asks for it.
      tokens: tokenTotals(assembly, { services: [], hasProviders: true }, (group) => isOwn(undefined, group)),
      features: providers.length === 0 ? {} : { providerCost: costUsd },
    };
    return [name, totals] as const;
  });
}
