import { failsSlo, type GateRule, judgedForLimits } from '../results/judged.js';
import { hasResults, type ScenarioResult, type SloResult, type ThresholdResult } from '../results/results.js';
import { heldInText } from './sloText.js';
import { threeDigits } from './terminal/numbers.js';

/** `latency_all_ms p(99)<800 got 1,240` */
export function thresholdText({ metric, expression, value, reason }: ThresholdResult): string {
  return `${metric} ${expression} got ${value === null ? (reason ?? 'no data') : valueText(value)}`;
}

/** Three digits, or as many as it takes: a value must never look like the limit it misses. */
function valueText(value: number): string {
  return Math.abs(value) >= 1000 ? threeDigits(value) : String(Number(value.toPrecision(4)));
}

/** Whose missed limits end the command with 99, each with what it misses; none where nothing does. */
export function gateMisses(scenario: ScenarioResult, rule: GateRule): string[] {
  const judged = judgedForLimits(scenario, rule);
  return scenario.policies.flatMap((policy) => {
    if (!judged.has(policy.name) || !hasResults(policy)) return [];
    const missedCount = policy.thresholds.filter(({ ok }) => !ok).length;
    const parts = [
      ...(failsSlo(policy) && policy.slo !== undefined ? [`the SLO${sloNote(policy.slo)}`] : []),
      ...(missedCount === 0 ? [] : [`${missedCount} of ${policy.thresholds.length} thresholds`]),
    ];
    return parts.length === 0 ? [] : [`${policy.name} misses ${parts.join(' and ')}`];
  });
}

function sloNote(slo: SloResult): string {
  const held = slo.reason ?? heldInText(slo);
  return held === undefined ? '' : ` (${slo.reason === undefined ? 'met ' : ''}${held})`;
}
