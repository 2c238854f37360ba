import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../src/engine/runOnce.js';
import { resolveCandidates } from '../src/policy/candidates.js';
import { keepsLimits } from '../src/results/judged.js';
import { sloResult } from '../src/results/sloResult.js';
import { evaluateThresholds } from '../src/results/thresholds.js';
import { loadScenario } from '../src/scenario/load.js';
import { sampled } from './support/sampled.js';

const folder = resolve(import.meta.dirname, '../scenarios');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('shipped scenarios', () => {
  it.each(names)('begins with what the reader will see, points to the schema and has thresholds: %s', async (name) => {
    const [first, second] = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(first).toMatch(/^# You will see: .{20,}/);
    expect(second).toBe('# yaml-language-server: $schema=../schema/scenario.schema.json');
    const { scenario, warnings } = await loadScenario(join(folder, name));
    expect(Object.keys(scenario.thresholds).length).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
    expect(scenario.policies.length).toBeGreaterThanOrEqual(3);
  });

  /** A day of many users takes minutes; npm test looks at one of few requests. */
  const isTried = (name: string) => name !== 'office-hours.yaml';
  const isLong = (name: string) => name !== 'hpa-memory.yaml';
  for (const { tags, part } of sampled(names.filter(isTried), 1, isLong))
    it.each(part)('has a policy that meets its SLO and thresholds: %s', { tags }, async (name) => {
      const { scenario, folder: base } = await loadScenario(join(folder, name));
      const candidates = await resolveCandidates({ texts: scenario.policies, baseFolder: base });
      const isKept = candidates.some(({ bindings }) => {
        const runs = [0, 1, 2, 3].map((replication) =>
          runOnce({ scenario, scenarioFolder: base, bindings, replication, detail: false }),
        );
        const spanSeconds = scenario.duration - scenario.warmup;
        const thresholds = evaluateThresholds(scenario.thresholds, runs, { allowEmpty: false, spanSeconds });
        const slo = scenario.slo && sloResult(scenario.slo, runs, { allowEmpty: false });
        return keepsLimits({ thresholds, slo });
      });
      expect(isKept).toBe(true);
    });
});
