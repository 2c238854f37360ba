import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { anyModelScenario } from '../support/anyModelScenario.js';

const run = (input: ScenarioInput, detail: boolean): RunResult =>
  runOnce({ scenario: parseScenario(input), scenarioFolder: '.', bindings: {}, replication: 0, detail });

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

it('the curves of model servers add up to their measures, and drawing them changes none', { tags: ['ci'] }, () => {
  fc.assert(
    fc.property(anyModelScenario, (any) => {
      const input = { ...any, warmup: '0s' };
      const [drawn, plain] = [run(input, true), run(input, false)];
      expect(drawn.measures).toEqual(plain.measures);
      const curves = drawn.detail?.timeline.flatMap(({ tokens, step_s }) =>
        tokens === undefined ? [] : [{ ...tokens, step_s }],
      );
      expect(curves?.length).toBeGreaterThan(0);
      const tokens = sumOf((curves ?? []).map(({ output_per_second, step_s }) => sumOf(output_per_second) * step_s));
      // What ends at the very end of the run has no step any more; digits are cut to six.
      expect(tokens).toBeLessThanOrEqual((drawn.measures.output_tokens ?? 0) * (1 + 1e-5) + 1e-9);
      expect(tokens).toBeGreaterThanOrEqual((drawn.measures.output_tokens ?? 0) * 0.9);
      const held = (curves ?? []).flatMap(({ kv }) => kv.filter((one) => one !== null));
      expect(Math.max(0, ...held)).toBeLessThanOrEqual((drawn.measures.kv_peak_ratio ?? 0) + 1e-5);
    }),
    { numRuns: 12 },
  );
});
