// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

it('a router keeps its target for about half of what the large model alone costs', async () => {
  const { scenario, folder } = await loadScenario(join(root, 'scenarios/llm/quality.yaml'));
  const serviceNames = Object.keys(scenario.services);
  const candidates = await resolveCandidates({ texts: scenario.policies, baseFolder: folder, serviceNames });
  const [large, router, small] = candidates.map(
    ({ bindings }) => runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: false }).measures,
  );
  const row = (what: string, { quality, cost_usd, cost_per_right_answer_usd: each }: typeof large) =>
    `| ${what} | ${(Number(quality) * 100).toFixed(1)} % | $${Number(cost_usd).toFixed(0)} | $${(Number(each) * 1000).toFixed(2)} |`;
  const page = readFileSync(join(root, 'docs/llm.md'), 'utf8');
  expect(page).toContain(row('all large', large));
  expect(page).toContain(row('`quality-router`', router));
  expect(page).toContain(row('all small', small));
});
