import type { HopCount } from '../../gateway/ai/routes/routes.js';
import type { FeatureCounts } from '../../record/featureCounts.js';
import type { RunResult } from '../../results/runResult.js';

/** What is read of the end of a run. */
interface Hopped {
  readonly gateway: { readonly routes?: { readonly hopCounts: readonly HopCount[] } | undefined };
  readonly services: readonly HopTarget[];
  readonly providers: readonly HopTarget[];
}

interface HopTarget {
  readonly name: string;
  readonly featureCounts: FeatureCounts;
}

/** Requests that went on from one service or provider of their route to another; nothing where none did. */
export function fallbacksOf({ gateway, services, providers }: Hopped): Pick<RunResult, 'fallbacks'> {
  const counts = gateway.routes?.hopCounts ?? [];
  if (counts.length === 0) return {};
  const targets = [...services, ...providers];
  const nameOf = (target: number) => targets[target].name;
  const inOrder = [...counts].sort((a, b) =>
    a.route < b.route ? -1 : a.route > b.route ? 1 : orderOf(a) - orderOf(b),
  );
  return {
    fallbacks: inOrder.map(({ route, from, to, moved, skipped }) => ({
      route,
      from: nameOf(from),
      to: nameOf(to),
      moved,
      skipped,
      cooldowns: targets[from].featureCounts.get('cooldowns')?.() ?? 0,
    })),
  };
}

function orderOf({ from, to }: HopCount): number {
  return from * 1e6 + to;
}
