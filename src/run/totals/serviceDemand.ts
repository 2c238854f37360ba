import type { DemandTotals } from '../../results/runTotals.js';
import type { TimeSpan } from '../../stats/stepCurve.js';
import { type AssembledService, type Assembly, startupMeanSeconds } from '../assemble.js';
import { neededSteps } from '../neededCurve.js';
import type { PolicyAtWork } from '../policyAtWork.js';
import { elasticityTotals } from './elasticityTotals.js';
import { type LagJump, lagJumps, lagTotals } from './lagBudget.js';
import { oracleBilledSeconds } from './oracleBound.js';
import { type ControlledService, responseTotals } from './responseTotals.js';

/** One service's demand against its supply, worked out once when the run is over. */
export interface ServiceDemand extends ControlledService {
  readonly jumps: readonly LagJump[];
  readonly oracleUsd: number;
}

/** Control period of a service without a policy: the contract's default of `every`. */
const PERIOD_DEFAULT_SECONDS = 15;

/** Undefined where the need is not known in advance. */
export function serviceDemand(
  assembly: Assembly,
  service: AssembledService,
  policies: readonly PolicyAtWork[],
): ServiceDemand | undefined {
  const needed = neededSteps(assembly, service.index);
  if (needed === undefined) return undefined;
  const { warmup, duration, cloud } = assembly.input.scenario;
  const span = { fromSeconds: warmup, toSeconds: duration };
  const { granularity, minimum, from } = cloud.billing;
  const { bounds, fleetLog, settings } = service;
  // No policy can have more than max, so neither the bound nor the answer to a rise asks for it.
  const allowed = needed.map((count) => Math.min(count, bounds.maxCount));
  const billedSeconds = oracleBilledSeconds({
    needed: allowed,
    span,
    startupSeconds: startupMeanSeconds(settings),
    billing: { granularitySeconds: granularity, minimumSeconds: minimum, from },
    edges: warmup > 0 ? 'run' : 'whole-run',
  });
  const isOnDemand = settings.scaling.perRequest !== undefined;
  return {
    needed,
    ready: fleetLog.readyCurve,
    periodSeconds: policies.find((policy) => policy.service === service)?.periodSeconds ?? PERIOD_DEFAULT_SECONDS,
    jumps: isOnDemand ? [] : lagJumps(lagSources(assembly, service, allowed), span),
    oracleUsd: (billedSeconds / 3600) * settings.instance.price,
  };
}

function lagSources(
  { input, streams }: Assembly,
  { settings, fleetLog, decisions }: AssembledService,
  needed: ServiceDemand['needed'],
): Parameters<typeof lagJumps>[0] {
  const { telemetry, cloud } = input.scenario;
  const { scrape, window, delay, phase } = telemetry;
  return {
    needed,
    ready: fleetLog.readyCurve,
    applied: decisions.appliedCurve,
    wishes: decisions.wishes,
    launchTimes: fleetLog.launchTimes,
    readyTimes: fleetLog.readyTimes,
    apiSeconds: cloud.api.latency,
    slowStartSeconds: settings.instance.slowStart?.for ?? 0,
    scrapes: {
      // The same keyed draw that telemetry makes; metrics with settings of their own have phases of their own.
      phaseSeconds: (phase ?? streams.open('telemetry', 'phase').uniform() * scrape) % scrape,
      scrapeSeconds: scrape,
      windowSeconds: window,
      delaySeconds: delay,
    },
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
    oracleUsd: known.reduce((total, { oracleUsd }) => total + oracleUsd, 0),
    lag: lagTotals(known.flatMap(({ jumps }) => jumps)),
  };
}
