import type { CallLog } from '../../record/callLog.js';
import type { GroupLog } from '../../record/requestLog.js';
import type { SaturationLog } from '../../record/saturationLog.js';
import type { CallGraphRun, PoolRun } from '../../results/callGraph.js';
import type { ServiceCallTotals } from '../../results/runTotals.js';
import type { Assembly } from '../assemble.js';
import type { AssembledProvider } from '../assembleProviders.js';
import type { AssembledService } from '../assembleService.js';
import { type WorkSnapshots, workOf } from './serviceWork.js';

/** Spells that are kept: more than a picture of the whole run can tell apart. */
const SPELL_LIMIT = 500;

/** Who called whom; undefined where no class calls. */
export function callGraphOf(
  { callLog, services, providers, log, traffic, input }: Assembly,
  saturations: readonly SaturationLog[],
): CallGraphRun | undefined {
  if (callLog === undefined) return undefined;
  // An agent whose turn a provider answered calls its tools from there.
  const targets = [...services, ...providers];
  const targetCount = targets.length;
  const outer = log.groups.slice(0, traffic.sourceNames.length * targetCount);
  const offered = (service: number) =>
    outer
      .filter((_, index) => index % targetCount === service)
      .reduce((sum, { counts }) => sum + counts.reduce((total, count) => total + count, 0), 0);
  const entries = targets.flatMap(({ name }, index) => {
    const count = offered(index);
    return count === 0 ? [] : [[name, count] as const];
  });
  const numbered = [...callLog.edges].sort(([a], [b]) => a - b);
  const edges = numbered.map(([number, edge]) => {
    const { call, from, to } = callLog.endsOf(number);
    const { calls, tries, moved, timedOutTries, ended, failed, forgotten, latency } = edge;
    const { caller, callee } = callLog.names[call];
    const ends = { from: targets[from].name, fromClass: caller, to: targets[to].name, toClass: callee };
    return { ...ends, calls, tries, moved, timedOutTries, ended, failed, forgotten, latency: latency.toSparse() };
  });
  return {
    edges,
    saturations: saturations.flatMap(({ spells, firstBy }, index) => {
      if (firstBy === undefined) return [];
      const pairs = spells
        .slice(0, SPELL_LIMIT)
        .map((spell): [number, number] => [spell.fromSeconds, spell.untilSeconds]);
      return [{ service: services[index].name, by: firstBy, firstSeconds: spells[0].fromSeconds, spells: pairs }];
    }),
    pools: poolsOf(callLog, services),
    spanSeconds: input.scenario.duration - input.scenario.warmup,
    outerRequests: entries.reduce((sum, [, count]) => sum + count, 0),
    entries: Object.fromEntries(entries),
  };
}

/** Pools of connections in which a call waited. */
function poolsOf({ pools }: CallLog, services: readonly AssembledService[]): PoolRun[] {
  return pools.totals.flatMap((row, from) =>
    row.flatMap((totals, to): PoolRun[] => {
      const size = services[from].settings.instance.poolTo?.[services[to].name];
      if (totals === undefined || size === undefined || !(totals.waiting.seconds > 0)) return [];
      const [waitedSeconds, fullSeconds, openSeconds] = [
        totals.waiting.seconds,
        totals.full.seconds,
        totals.open.seconds,
      ];
      return [{ from: services[from].name, to: services[to].name, size, waitedSeconds, fullSeconds, openSeconds }];
    }),
  );
}

interface CallSources {
  readonly assembly: Assembly;
  readonly snapshots: WorkSnapshots;
  readonly saturations: readonly SaturationLog[];
}

/** What calls make of one service or provider, which has no slots; undefined where no class calls. @param outer what sources sent to it */
export function ownCalls(
  { assembly, snapshots, saturations }: CallSources,
  target: AssembledService | AssembledProvider,
  outer: readonly GroupLog[],
): ServiceCallTotals | undefined {
  const { callLog } = assembly;
  if (callLog === undefined) return undefined;
  const { index } = target;
  const { slotSeconds, slotCapacitySeconds } =
    'provider' in target ? { slotSeconds: 0, slotCapacitySeconds: undefined } : workOf(assembly, target, snapshots);
  const { saturatedCount, windowCount } = saturations[index] ?? { saturatedCount: 0, windowCount: 0 };
  return {
    outerAttempts: outer.reduce((sum, { attempts }) => sum + attempts, 0),
    pathSeconds: callLog.pathSeconds[index],
    allPathSeconds: callLog.pathSeconds.reduce((sum, seconds) => sum + seconds, 0),
    pathCount: callLog.pathCount,
    slotSeconds,
    callingSeconds: callLog.callingSeconds(index),
    slotCapacitySeconds,
    saturatedWindows: saturatedCount,
    windows: windowCount,
  };
}
