import { invariant } from '../base/invariant.js';
import type { FaultEvent } from '../faults/schedule.js';
import { noWork } from '../fleet/workTotals.js';
import { beginColumns } from '../kernel/columns.js';
import * as rank from '../kernel/rank.js';
import { loadPolicy } from '../platforms/loadPolicy.js';
import { loadRouter } from '../policy/loadRouter.js';
import { membersOf, type PolicySpec } from '../policy/policySpec.js';
import type { LoadedRouter } from '../policy/router.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { RunResult } from '../results/runResult.js';
import { aiRouteOf } from '../scenario/routeTargets.js';
import { defaultFeed } from '../telemetry/feed.js';
import { type Assembly, assemble } from './assemble.js';
import type { AssembledService } from './assembleService.js';
import { checkConservation } from './checkConservation.js';
import { standardAllowance } from './limits/allowance.js';
import { endOfRun, type Held } from './limits/runEnd.js';
import { planFaults } from './planFaults.js';
import { planSamples } from './planSamples.js';
import { planSaturation } from './planSaturation.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { policyLogOf } from './printedLog.js';
import { planRecording } from './recorder.js';
import type { RunInput } from './runInput.js';
import { startPolicies } from './startPolicies.js';
import type { LoadedBinding } from './startPolicy.js';
import { summarise } from './summarise.js';
import type { WorkSnapshots } from './totals/serviceWork.js';

/**
 * The only door of the engine: one run of a scenario under its policies.
 *
 * A pure function of its input: no clock, no environment, no locale. Reads the traces the scenario names; its routers it is handed.
 * @throws PolicyFault when a policy fails; ProblemError when a trace is damaged
 */
export function runOnce(input: RunInput): RunResult {
  const { memoryBytes } = input.allowance ?? standardAllowance;
  let begun: Begun | undefined;
  beginColumns(memoryBytes);
  try {
    begun = begin(input);
    return finish(input, begun);
  } catch (thrown) {
    throw endOfRun(thrown, memoryBytes, () => heldBy(begun?.assembly, begun?.faults ?? []));
  } finally {
    beginColumns(Number.POSITIVE_INFINITY);
  }
}

interface Begun {
  readonly assembly: Assembly;
  readonly policies: readonly PolicyAtWork[];
  readonly log: PolicyLog;
  readonly faults: readonly FaultEvent[];
}

function begin(input: RunInput): Begun {
  const loaded = loadPolicies(input);
  const log = input.log ?? policyLogOf(input.onEvent);
  const routers = { byRoute: loadRouters(input), log };
  const feeds = loaded.flat().flatMap((binding) => binding.feeds);
  const assembly = assemble(input, routers.byRoute.size > 0 ? [...feeds, defaultFeed] : feeds, routers);
  const policies = assembly.services.flatMap((service) =>
    startPolicies({ assembly, service, log }, loaded[service.index]),
  );
  return { assembly, policies, log, faults: planFaults(assembly) };
}

function finish(input: RunInput, { assembly, policies, log, faults }: Begun): RunResult {
  planSamples(assembly);
  const saturation = planSaturation(assembly);
  const snapshots = planWorkSnapshots(assembly);
  planProgress(assembly);
  planRecording(assembly);
  assembly.loop.run(() => saturation.end());
  for (const { pool } of assembly.pools) pool.close();
  log.end(input.scenario.duration);
  checkConservation(assembly);
  return summarise(assembly, { policies, snapshots, faults, log, saturations: saturation.logs });
}

/** What fills the memory of a run. */
function heldBy(assembly: Assembly | undefined, faults: readonly unknown[]): Held {
  if (assembly === undefined) return { timeSeconds: 0, requestCount: 0, rowCount: 0, faultCount: 0, services: [] };
  const { nowSeconds, journal, ledger, requests, services, input } = assembly;
  journal.flush();
  return {
    timeSeconds: nowSeconds(),
    requestCount: ledger.arrivedCount - ledger.endedCount,
    rowCount: requests.rowCount,
    faultCount: faults.length,
    services: services.map(({ name, settings, fleet, decisions }) => {
      const kind = specOf({ name, settings }, input.bindings)?.kind;
      const hasPolicy = kind !== undefined && kind !== 'none' && kind !== 'static' && kind !== 'oracle';
      const { aliveCount, launchCount } = fleet;
      return { name, aliveCount, launchCount, decisionCount: decisions.desiredRuns.length, hasPolicy };
    }),
  };
}

/** [service][policy] */
function loadPolicies({ scenario, bindings, onPolicy }: RunInput): LoadedBinding[][] {
  return Object.entries(scenario.services).map(([name, settings]) =>
    membersOf(specOf({ name, settings }, bindings)).map((spec) => {
      onPolicy?.(0, true);
      const policy = loadPolicy(spec);
      const feeds = policy === undefined ? [] : (policy.feedsOf?.(name) ?? [defaultFeed]);
      onPolicy?.(0, false);
      return { spec, policy, feeds };
    }),
  );
}

/** Of the routes that requests go to, by their names. */
function loadRouters({ scenario, routers = {}, onPolicy }: RunInput): Map<string, LoadedRouter> {
  const loaded = new Map<string, LoadedRouter>();
  for (const name of Object.keys(scenario.requests)) {
    const { name: route, choose } = aiRouteOf(scenario, name) ?? {};
    if (route === undefined || typeof choose !== 'object' || loaded.has(route)) continue;
    invariant(Object.hasOwn(routers, route), `the router of ${route} was read`);
    onPolicy?.(0, true);
    // The scenario's own parameters: in another world they may be others than in the file that was read.
    loaded.set(route, loadRouter({ ...routers[route], params: choose.params }));
    onPolicy?.(0, false);
  }
  return loaded;
}

/** A service's own fixed policy goes before the candidate. */
function specOf(
  { name, settings }: Pick<AssembledService, 'name' | 'settings'>,
  bindings: RunInput['bindings'],
): PolicySpec | undefined {
  if (settings.scaling.policy === 'none' || settings.scaling.perRequest !== undefined) return undefined;
  return bindings[name] ?? bindings['*'];
}

/** Work totals at the begin of the span; what the span did is the difference at the end. */
function planWorkSnapshots({ calendar, services, input }: Assembly): WorkSnapshots {
  const snapshots: WorkSnapshots = {
    atWarmup: services.map(noWork),
  };
  if (input.scenario.warmup > 0) {
    calendar.at(input.scenario.warmup, rank.fault, () => {
      snapshots.atWarmup = services.map(({ fleet }) => fleet.workTotals());
    });
  }
  return snapshots;
}

function planProgress({ calendar, input, nowSeconds }: Assembly): void {
  const { onProgress, scenario } = input;
  if (onProgress === undefined) return;
  const plan = (index: number): void => {
    calendar.at((index * scenario.duration) / 200, rank.record, () => {
      onProgress(nowSeconds());
      plan(index + 1);
    });
  };
  plan(1);
}
