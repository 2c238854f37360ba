import { everyDefaultSeconds } from '../../policy/decideRunner.js';
import type { DemandTotals } from '../../results/runTotals.js';
import type { TimeSpan } from '../../stats/stepCurve.js';
import { defaultFeed } from '../../telemetry/feed.js';
import type { Assembly } from '../assemble.js';
import type { AssembledService } from '../assembleService.js';
import type { PolicyAtWork } from '../policyAtWork.js';
import { elasticityTotals } from './elasticityTotals.js';
import { type LagJump, lagJumps, lagTotals } from './lagBudget.js';
import { lagSources } from './lagSources.js';
import { nodeTotals } from './nodeTotals.js';
import { oracleBilledSeconds } from './oracleBound.js';
import { type ControlledService, responseTotals } from './responseTotals.js';
import { serviceBill } from './serviceBill.js';
import { type WorkSnapshots, workOf } from './serviceWork.js';

/** One service's demand against its supply, worked out once when the run is over. */
export interface ServiceDemand extends ControlledService {
  readonly jumps: readonly LagJump[];
  /** Whether its instances need nodes. */
  readonly hasNodes: boolean;
  /** Undefined where nodes are billed. */
  readonly oracleUsd: number | undefined;
}

/** Undefined where the need is not known in advance. */
export function serviceDemand(
  assembly: Assembly,
  service: AssembledService,
  { policies, snapshots }: { readonly policies: readonly PolicyAtWork[]; readonly snapshots: WorkSnapshots },
): ServiceDemand | undefined {
  const needed = assembly.neededSteps(service.index);
  if (needed === undefined) return undefined;
  const { warmup, duration, cloud } = assembly.input.scenario;
  const span = { fromSeconds: warmup, toSeconds: duration };
  const { granularity, minimum, from } = cloud.billing;
  const { bounds, fleetLog, settings, startups } = service;
  // No policy can have more than max, so neither the bound nor the answer to a rise asks for it.
  const allowed = needed.map((count) => Math.min(count, bounds.maxCount));
  const billedSeconds = oracleBilledSeconds({
    needed: allowed,
    span,
    startupSeconds: startups.meanSeconds,
    billing: { granularitySeconds: granularity, minimumSeconds: minimum, from },
    edges: warmup > 0 ? 'run' : 'whole-run',
  });
  const policy = policies.find((candidate) => candidate.service === service);
  // Who knows the future sees nothing, and is measured by what others would have seen.
  const feeds = policy === undefined || policy.feeds.length === 0 ? [defaultFeed] : policy.feeds;
  const isOnDemand = settings.scaling.perRequest !== undefined;
  const oracleUsdOf = () => {
    if (nodeTotals(assembly, [service])?.isPriced === true) return undefined;
    // Billed by duration, the same requests cost the same whoever starts the instances, and when.
    return settings.scaling.perRequest?.bill === 'duration'
      ? serviceBill(service, workOf(assembly, service, snapshots)).costUsd
      : (billedSeconds / 3600) * settings.instance.price;
  };
  return {
    needed,
    ready: fleetLog.readyCurve,
    periodSeconds: policy?.periodSeconds() ?? everyDefaultSeconds,
    hasNodes: service.nodes !== undefined,
    jumps: isOnDemand ? [] : lagJumps(lagSources(assembly, service, { needed: allowed, feeds }), span),
    oracleUsd: oracleUsdOf(),
  };
}

/** Several services together; undefined where the need of one of them is not known. */
export function demandTotals(
  demands: readonly (ServiceDemand | undefined)[],
  span: TimeSpan,
): DemandTotals | undefined {
  const known = demands.filter((demand) => demand !== undefined);
  if (known.length < demands.length) return undefined;
  return {
    elasticity: elasticityTotals(known, span),
    response: responseTotals(known, span),
    oracleUsd: known.reduce<number | undefined>(
      (total, { oracleUsd }) => (total === undefined || oracleUsd === undefined ? undefined : total + oracleUsd),
      0,
    ),
    lag: lagTotals(
      known.flatMap(({ jumps }) => jumps),
      known.some(({ hasNodes }) => hasNodes),
    ),
  };
}
