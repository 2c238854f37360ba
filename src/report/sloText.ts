import type { PolicyResult, ScenarioResult, SloResult } from '../results/results.js';
import { latencyText, percentText } from './terminal/numbers.js';

type Slo = NonNullable<ScenarioResult['slo']>;

/** `99 % under 300 ms`, `95 % under 30 s, TTFT 500 ms, ITL 50 ms` */
export function sloGoalText({ latency_s, objective, ttft_s, itl_s }: Slo): string {
  const first = ttft_s === undefined ? '' : `, TTFT ${latencyText(ttft_s * 1000)}`;
  const gap = itl_s === undefined ? '' : `, ITL ${latencyText(itl_s * 1000)}`;
  return `${Number((objective * 100).toPrecision(12))} % under ${latencyText(latency_s * 1000)}${first}${gap}`;
}

/** `in 8 of 10 runs`, where it held in some of them; undefined where it held in all or in none, and with one run. */
export function heldInText({ runs_met, runs, runs_empty }: SloResult): string | undefined {
  if (runs < 2 || runs_met === runs || runs_met === 0) return undefined;
  const empty = runs_empty === undefined ? '' : ` (${runs_empty} without requests)`;
  return `in ${runs_met} of ${runs} runs${empty}`;
}

/** What was asked and what came of it: `99 % under 300 ms: 98.2 % good, met in 3 of 10 runs`. */
export function sloOutcomeText(result: SloResult, slo: Slo): string {
  if (result.good_share === null) return `${sloGoalText(slo)}: ${result.reason ?? 'no requests'}`;
  const held = heldInText(result);
  return `${sloGoalText(slo)}: ${shareText(result.good_share, slo)} % good${held === undefined ? '' : `, met ${held}`}`;
}

/** One decimal, or as many as it takes: a share must never look like the objective it misses. */
function shareText(share: number, { objective }: Slo): string {
  const text = percentText(share);
  const isUnclear = share < objective === Number(text) >= objective * 100;
  return isUnclear ? String(Number((share * 100).toPrecision(6))) : text;
}

/** `a in 8 of 10 runs, b in 9 of 10 runs`: who meets the SLO, but not in every run; empty where nobody. */
export function shakyText(policies: readonly Pick<PolicyResult, 'name' | 'slo'>[]): string {
  const parts = policies.flatMap(({ name, slo }) => {
    const held = slo?.met === true ? heldInText(slo) : undefined;
    return held === undefined ? [] : [`${name} ${held}`];
  });
  return parts.join(', ');
}
