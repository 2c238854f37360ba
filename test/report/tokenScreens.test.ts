import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { sloGoalText } from '../../src/report/sloText.js';
import { inkOf } from '../../src/report/terminal/ink.js';
import { standingOf } from '../../src/report/terminal/standing.js';
import { tokenLines } from '../../src/report/terminal/tokenLines.js';
import { tokenReason } from '../../src/report/terminal/tokenReason.js';
import type { ScenarioResult } from '../../src/results/results.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { samplePolicy, sampleScenario, sampleTimeline } from '../support/samplePolicy.js';

/** Figures of a run in which 1,000 answers of 200 tokens came. */
const figures = {
  requests_completed: 1000,
  output_tokens: 200_000,
  tokens_per_second: 333,
  ttft_p95_ms: 150,
  itl_p95_ms: 20,
  kv_peak_ratio: 0.4,
  preemptions: 0,
  cost_per_million_output_tokens_usd: 1.25,
};

function policyOf(measures: Partial<typeof figures>) {
  return { ...samplePolicy('one', [{ ...figures, ...measures }]), timeline: [sampleTimeline(0)] };
}

const reasonOf = (measures: Partial<typeof figures>, slo: ScenarioResult['slo']) => {
  const policy = policyOf(measures);
  return tokenReason(policy, sampleScenario([policy], { slo }), policy.timeline[0]);
};

describe('why users of a model server wait', () => {
  const slo = { latency_s: 10, objective: 0.95 };

  it.each([
    ['no memory', { preemptions: 10, ttft_p95_ms: 9000 }, /^runs out of KV memory: 1 of 100 requests are taken out/],
    [
      'no place in the batch',
      { ttft_p95_ms: 5100 },
      /^lets prompts wait: TTFT p95 is 5.1 s of the 10 s .*, or more sequences/,
    ],
    ['nor memory for more', { ttft_p95_ms: 5100, kv_peak_ratio: 0.95 }, /95.0 % full at most. More replicas\.$/],
    [
      'a batch too large',
      { itl_p95_ms: 26 },
      /ITL p95 is 26 ms, and 200 tokens of a mean answer then take 5.2 s of the 10 s/,
    ],
  ])('is said: %s', (_, measures, words) => {
    expect(reasonOf(measures, slo)).toMatch(words);
  });

  it.each([
    ['ttft_s', { ttft_p95_ms: 501 }, /^lets prompts wait: TTFT p95 is 501 ms of the 500 ms that the SLO allows/],
    ['itl_s', { itl_p95_ms: 501 }, /^generates too slowly: ITL p95 is 501 ms of the 500 ms that the SLO allows/],
  ])('is said by its own limit: %s', (key, measures, words) => {
    const limited = { latency_s: 1000, objective: 0.95, [key]: 0.5 };
    expect(reasonOf(measures, limited)).toMatch(words);
    expect(reasonOf({}, limited)).toBeUndefined();
  });

  it.each<[string, Parameters<typeof reasonOf>]>([
    ['none of them shows', [{}, slo]],
    ['a preemption in a thousand', [{ preemptions: 9 }, slo]],
    ['there is no SLO', [{ ttft_p95_ms: 60_000 }, null]],
    ['nothing was answered', [{ requests_completed: 0, ttft_p95_ms: 60_000 }, slo]],
  ])('is not said where %s', (_, [measures, limit]) => {
    expect(reasonOf(measures, limit)).toBeUndefined();
  });
});

describe('the table of tokens', () => {
  const screen = { ink: inkOf(false), width: 96 };

  it('has a row for each policy, and a column for what there is', () => {
    const policies = [policyOf({}), { ...policyOf({ preemptions: 12 }), name: 'two' }];
    const scenario = sampleScenario(policies);
    const standings = policies.map((policy) => standingOf(policy, scenario));
    expect(tokenLines(standings, { ...screen, scenario })).toEqual([
      '  tokens  TTFT p95  ITL p95  tokens/s  KV peak  preempted  $/M tokens',
      '  one       150 ms    20 ms       333   40.0 %          0        1.25',
      '  two       150 ms    20 ms       333   40.0 %         12        1.25',
    ]);
    const narrow = tokenLines(standings, { ...screen, width: 40, scenario });
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(narrow[0]).toContain('TTFT p95');
  });

  it('tells goodput where the SLO limits tokens, which it then names', () => {
    const slo = { latency_s: 30, objective: 0.95, ttft_s: 0.5, itl_s: 0.05 };
    const policy = {
      ...samplePolicy('one', [{ ...figures, goodput_per_second: 7.25 }]),
      timeline: [sampleTimeline(0)],
    };
    const scenario = sampleScenario([policy], { slo });
    expect(tokenLines([standingOf(policy, scenario)], { ...screen, scenario })).toEqual([
      '  tokens  TTFT p95  ITL p95  goodput/s  tokens/s  KV peak  preempted  $/M tokens',
      '  one       150 ms    20 ms       7.25       333   40.0 %          0        1.25',
    ]);
    expect(sloGoalText(slo)).toBe('95 % under 30 s, TTFT 500 ms, ITL 50 ms');
  });

  it('names measures that a run of a model server has', () => {
    const scenario = parseScenario({
      name: 'chat',
      duration: '10m',
      traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
      requests: { chat: { route: 'chat', promptTokens: 300, outputTokens: 20, prefix: { groups: 2, tokens: 160 } } },
      models: { known: { step: { base: '20ms' }, kvTokens: 16_000 } },
      services: { chat: { instance: { model: 'known', price: 2 } } },
    } as unknown as ScenarioInput);
    const { measures } = runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false });
    const policy = { ...samplePolicy('one', [measures as Record<string, number>]), timeline: [sampleTimeline(0)] };
    const document = sampleScenario([policy]);
    const [head, row] = tokenLines([standingOf(policy, document)], { ...screen, scenario: document });
    expect(head.match(/TTFT p95|ITL p95|tokens\/s|KV peak|preempted|prefix hits|\$\/M tokens/g)).toHaveLength(7);
    expect(row).not.toContain(' -');
  });

  it('is nothing without model servers', () => {
    const policy = samplePolicy('one', [{ cost_usd: 1 }]);
    const scenario = sampleScenario([policy]);
    expect(tokenLines([standingOf(policy, scenario)], { ...screen, scenario })).toEqual([]);
  });
});
