import { ProblemError } from '../../base/problem.js';
import { arrivedEntryRates, plannedEntryRates } from '../../results/entryRates.js';
import { type FailedPolicy, hasResults, type PolicyResult } from '../../results/results.js';
import { scaleTraffic } from '../../scenario/scaleTraffic.js';
import { type CompareOptions, runPlannedComparisons } from '../compare.js';
import type { PlannedComparison } from '../plan.js';
import { type HeadroomSearch, searchHeadroom, type Trial } from './searchHeadroom.js';

/** One service at the most traffic that was asked of it. */
export interface ServicePeak {
  readonly name: string;
  /** Most instances at once, a mean over runs. */
  readonly peakCount: number;
  readonly maxCount: number;
}

/** A policy under a multiple of the traffic. */
export interface HeadroomTrial extends Trial {
  readonly goodShare: number | undefined;
  /** Undefined where it lies among unanswered requests. */
  readonly p99AllMs: number | undefined;
  readonly costUsd: number | undefined;
  /** Highest planned rate, requests a second; of traffic without a plan the highest that arrived. */
  readonly peakRate: number;
  readonly services: readonly ServicePeak[];
}

export interface HeadroomOptions extends Omit<CompareOptions, 'onProgress'> {
  /** Larger factors are not tried: what they would cost was refused. */
  readonly mostAllowed: number;
  /** Called before each factor with its number from 1. */
  readonly onTrial?: (factor: number, index: number) => void;
  readonly onProgress?: (share: number) => void;
}

export type PolicyHeadroom = HeadroomSearch<HeadroomTrial> | FailedPolicy;

/** How much more traffic one candidate bears before it misses the SLO; the failure, where the policy has one. */
export async function policyHeadroom(comparison: PlannedComparison, options: HeadroomOptions): Promise<PolicyHeadroom> {
  let failed: FailedPolicy | undefined;
  let count = 0;
  const tryFactor = async (factor: number): Promise<HeadroomTrial> => {
    options.signal.throwIfAborted();
    options.onTrial?.(factor, ++count);
    const scenario = scaleTraffic(comparison.scenario, factor);
    const outcome = await runPlannedComparisons([{ ...comparison, scenario }], options);
    options.signal.throwIfAborted();
    const [policy] = outcome.scenarios[0].policies;
    if (hasResults(policy)) {
      if (factor === 1 && policy.slo?.good_share === null) throw withoutRequests(policy.slo.reason);
      return trialOf(policy, factor, comparison);
    }
    failed ??= policy;
    throw new PolicyFailed();
  };
  try {
    return await searchHeadroom(tryFactor, options.mostAllowed);
  } catch (thrown) {
    if (thrown instanceof PolicyFailed && failed !== undefined) return failed;
    throw thrown;
  }
}

function withoutRequests(reason = 'no requests'): ProblemError {
  const where = { path: 'traffic' };
  const why = 'No multiple of it can miss the SLO.';
  const what = `the SLO judges nothing: ${reason}`;
  return new ProblemError([{ code: 'no-requests', where, what, why, fix: 'give the scenario traffic.' }]);
}

/** Ends a search; the failure itself stands in the result. */
class PolicyFailed extends Error {}

function trialOf(policy: PolicyResult, factor: number, { scenario }: PlannedComparison): HeadroomTrial {
  const meanOf = (name: string) => policy.measures[name]?.mean ?? undefined;
  const names = Object.keys(scenario.services);
  return {
    factor,
    isMet: policy.slo?.met ?? false,
    goodShare: policy.slo?.good_share ?? undefined,
    p99AllMs: meanOf('latency_all_p99_ms'),
    costUsd: meanOf('cost_usd'),
    peakRate: peakRateOf(policy),
    services: names.map((name) => ({
      name,
      peakCount: meanOf(`services.${name}.instances_peak`) ?? meanOf('instances_peak') ?? 0,
      maxCount: scenario.services[name].scaling.max,
    })),
  };
}

/** As clients send it, to all services together. */
function peakRateOf(policy: PolicyResult): number {
  const rates = plannedEntryRates(policy) ?? arrivedEntryRates(policy);
  return rates.reduce((most, rate) => Math.max(most, rate), 0);
}
