// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const path = join(root, 'scenarios/llm/fallback.yaml');

async function run(...set: string[]): Promise<RunResult> {
  const { scenario, folder } = await loadScenario(path, { set });
  return runOnce({ scenario, scenarioFolder: folder, bindings: {}, replication: 0, detail: false });
}

it('the small model takes what the large one cannot, and the figure of the file is what comes out', async () => {
  const alone = await run('requests.chat.route=chat-large', 'ai.routes.chat.to.0.service=chat-large');
  const routed = await run();
  const figure = readFileSync(path, 'utf8').split('\n')[2];
  const percent = ({ measures }: RunResult) => `${Math.round(Number(measures.slo_attainment) * 100)} %`;
  expect(figure).toContain(`without the route ${percent(alone)} within 20 s, with it ${percent(routed)};`);
  const [{ moved, skipped }] = routed.fallbacks ?? [];
  expect(Math.abs(moved - 4_100)).toBeLessThan(300);
  expect(Math.abs(skipped - 7_000)).toBeLessThan(500);
  // Who is passed over does not wait five seconds for nothing.
  const patient = await run('ai.routes.chat.cooldown=none');
  expect(patient.fallbacks?.[0].skipped).toBe(0);
  expect(Number(patient.measures.ttft_mean_ms)).toBeGreaterThan(1.2 * Number(routed.measures.ttft_mean_ms));
});

it('whoever scales by the queue comes too late: the route has emptied it', async () => {
  const { scenario, folder } = await loadScenario(path);
  const [fixed, grown] = await resolveCandidates({
    texts: scenario.policies,
    baseFolder: folder,
    serviceNames: Object.keys(scenario.services),
  });
  const runOf = ({ bindings }: typeof fixed) =>
    runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: false }).measures;
  const [cheap, dear] = [runOf(fixed), runOf(grown)];
  expect(Number(dear.cost_usd)).toBeGreaterThan(1.8 * Number(cheap.cost_usd));
  expect(Number(dear.slo_attainment) - Number(cheap.slo_attainment)).toBeLessThan(0.01);
});
