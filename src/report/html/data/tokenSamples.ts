import type { ScenarioResult, Timeline } from '../../../results/results.js';
import type { Candidate } from '../../analysis/study.js';
import type { TimelineData, TimelineRow, TokenScale } from '../charts/timelineData.js';
import { latencyDomainOf } from './latencyDomain.js';
import { rounded, thinSamples } from './thin.js';

/** What fills one policy's model servers, at most so many samples a curve; the worst of those that become one. */
export function tokenSamplesOf(
  { tokens, step_s: stepSeconds }: Timeline,
  samplesMax: number,
): Pick<TimelineRow, 'tokens'> {
  if (tokens === undefined) return {};
  const thin = (values: readonly (number | null)[]) => rounded(thinSamples({ stepSeconds, values }, samplesMax, 'max'));
  return { tokens: { firstToken: thin(tokens.ttft_p95_ms), kv: thin(tokens.kv), waiting: thin(tokens.waiting) } };
}

/** Scales for all policies of a service; left out where no first token came or its instances are no model servers. */
export function tokenScaleOf(
  pairs: readonly { readonly candidate: Candidate; readonly timeline: Timeline }[],
  slo: ScenarioResult['slo'],
): Pick<TimelineData, 'tokenScale'> {
  const known = pairs.flatMap(({ timeline: { tokens } }) => (tokens === undefined ? [] : [tokens]));
  const firstTokenLimit = firstTokenLimitOf(pairs, slo);
  const times = known.flatMap(({ ttft_p95_ms }) => ttft_p95_ms.filter((value) => value !== null));
  const firstTokenDomain = latencyDomainOf(times, firstTokenLimit?.ms ?? null);
  if (firstTokenDomain === null) return {};
  const waitingMax = known.reduce((most, { waiting }) => waiting.reduce((max, one) => Math.max(max, one), most), 0);
  return { tokenScale: { firstTokenDomain, firstTokenLimit, waitingMax } };
}

/** What decides whether a request is good goes first; of several thresholds the strictest. */
function firstTokenLimitOf(
  pairs: readonly { readonly candidate: Candidate }[],
  slo: ScenarioResult['slo'],
): TokenScale['firstTokenLimit'] {
  if (slo?.ttft_s !== undefined) return { ms: slo.ttft_s * 1000, name: 'SLO' };
  const limits = pairs.flatMap(({ candidate }) =>
    candidate.limits.flatMap(({ measure, operator, limit }) =>
      measure === 'ttft_p95_ms' && operator.startsWith('<') ? [limit] : [],
    ),
  );
  return limits.length === 0 ? null : { ms: Math.min(...limits), name: 'limit' };
}
