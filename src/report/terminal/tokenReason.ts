import type { PolicyResult, ScenarioResult, Timeline } from '../../results/results.js';
import { latencyText, percentText, threeDigits } from './numbers.js';

/** Preempted requests of each answered one that are worth naming. */
const preemptedLeast = 0.01;

const smallerBatch = 'More replicas: a smaller batch has shorter iterations.';

/** Why users of a model server wait: no memory, no place in the batch, or a batch too large; undefined where none of them shows. */
export function tokenReason(policy: PolicyResult, scenario: ScenarioResult, { service }: Timeline): string | undefined {
  const isAlone = policy.timeline.length === 1;
  // With one service a run states its measures once, unless there are providers beside it, whose tokens are not its own.
  const own = `services.${service}.`;
  const isStated = policy.measures[`${own}requests_completed`] !== undefined;
  const meanOf = (name: string) =>
    (isStated || !isAlone ? policy.measures[own + name] : policy.measures[name])?.mean ?? undefined;
  const [completed, tokens, firstMs, gapMs] = ['requests_completed', 'output_tokens', 'ttft_p95_ms', 'itl_p95_ms'].map(
    meanOf,
  );
  // What a cache answers has no tokens.
  const answers = (completed ?? 0) - (meanOf('requests_cached') ?? 0);
  const limitMs = (scenario.slo?.latency_s ?? 0) * 1e3;
  if (limitMs === 0 || !answers || !tokens || firstMs === undefined || gapMs === undefined) return undefined;
  const who = isAlone ? '' : ` of ${service}`;
  const preempted = (meanOf('preemptions') ?? 0) / answers;
  const [kv, length] = [meanOf('kv_peak_ratio') ?? 0, tokens / answers];
  if (preempted >= preemptedLeast)
    return `runs out of KV memory${who}: ${threeDigits(preempted * 100)} of 100 requests are taken out of the batch and computed again. More replicas, or fewer sequences at once (\`maxSequences\`).`;
  const { ttft_s, itl_s } = scenario.slo ?? {};
  const firstLimitMs = ttft_s === undefined ? limitMs : ttft_s * 1e3;
  if (firstMs > (ttft_s === undefined ? limitMs / 2 : firstLimitMs)) {
    const room = `the KV memory is ${percentText(kv)} % full at most`;
    return `lets prompts wait${who}: TTFT p95 is ${latencyText(firstMs)} of the ${latencyText(firstLimitMs)} that the SLO allows; ${room}. More replicas${kv < 0.9 ? ', or more sequences at once (`maxSequences`)' : ''}.`;
  }
  if (itl_s !== undefined && gapMs > itl_s * 1e3)
    return `generates too slowly${who}: ITL p95 is ${latencyText(gapMs)} of the ${latencyText(itl_s * 1e3)} that the SLO allows. ${smallerBatch}`;
  if (gapMs * length <= limitMs / 2) return undefined;
  return `generates too slowly${who}: ITL p95 is ${latencyText(gapMs)}, and ${threeDigits(length)} tokens of a mean answer then take ${latencyText(gapMs * length)} of the ${latencyText(limitMs)} that the SLO allows. ${smallerBatch}`;
}
