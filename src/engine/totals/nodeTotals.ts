import type { NodeTotals } from '../../results/runTotals.js';
import type { AssembledPool } from '../assembleNodes.js';
import type { AssembledService } from '../assembleService.js';

interface Placed {
  readonly pools: readonly AssembledPool[];
  readonly services: readonly AssembledService[];
}

/**
 * The nodes of some services; undefined where they need none.
 *
 * A pool that others use, too, counts in full; its cost is split by the vCPUs requested over the span, and evenly where none were.
 */
export function nodeTotals(
  { pools, services: all }: Placed,
  services: readonly AssembledService[],
): NodeTotals | undefined {
  const used = pools.filter(({ name }) => services.some(({ settings }) => settings.instance.node === name));
  if (used.length === 0) return undefined;
  const sum = (numberOf: (pool: AssembledPool) => number) => used.reduce((total, one) => total + numberOf(one), 0);
  return {
    readySeconds: sum(({ log }) => log.readySeconds),
    readyPeak: sum(({ log }) => log.readyPeak),
    vcpuSeconds: sum(({ log, settings }) => log.readySeconds * settings.vcpus),
    requestedVcpuSeconds: sum(({ name, log }) => requestedIn(log, placedOn(name, services))),
    costUsd: sum((pool) => {
      const theirs = placedOn(pool.name, services);
      const everyone = placedOn(pool.name, all);
      const requested = requestedIn(pool.log, everyone);
      const share = requested > 0 ? requestedIn(pool.log, theirs) / requested : theirs.length / everyone.length;
      return (pool.log.billedSeconds / 3600) * pool.settings.price * share;
    }),
    isPriced: used.some(({ settings }) => settings.price > 0),
  };
}

function placedOn(pool: string, services: readonly AssembledService[]): AssembledService[] {
  return services.filter(({ settings }) => settings.instance.node === pool);
}

function requestedIn(log: AssembledPool['log'], services: readonly AssembledService[]): number {
  return services.reduce((total, { index }) => total + log.requestedVcpuSeconds(index), 0);
}
