// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { readRouters } from '../../src/scenario/readRouters.js';
import { root } from '../support/runCli.js';

const path = join(root, 'scenarios/llm/router.yaml');

async function run(...set: string[]): Promise<RunResult> {
  const { scenario, folder } = await loadScenario(path, { set });
  const routers = await readRouters(scenario, folder);
  return runOnce({ scenario, scenarioFolder: folder, bindings: {}, routers, replication: 0, detail: false });
}

const billOf = ({ measures }: RunResult) => Number(measures.provider_cost_usd);
const dollars = (result: RunResult) => `$${billOf(result).toFixed(1)}`;
// As the terminal cuts it.
const percent = ({ measures }: RunResult) => `${Math.floor(Number(measures.slo_attainment) * 1000) / 10} %`;

it('what each rule costs and how many first tokens are in time: the figures of the file and the page', async () => {
  const rules = ['weight', 'cheapest', 'fastest'];
  const runs = [await run()];
  for (const rule of rules) runs.push(await run(`ai.routes.chat.choose=${rule}`));
  const figure = readFileSync(path, 'utf8').split('\n')[2];
  const page = readFileSync(join(root, 'docs/llm.md'), 'utf8');
  for (const [index, name] of ['cost-cap.lua', ...rules].entries()) {
    expect(page).toContain(`| \`${name}\` | ${percent(runs[index])} | ${dollars(runs[index])} |`);
    expect(figure).toContain(`${percent(runs[index])} for ${dollars(runs[index])}`);
  }
  // One slow spell, and the fastest does not come back.
  const [{ targets }] = runs[3].routed ?? [];
  expect(Math.round((100 * targets[0].requests) / (targets[0].requests + targets[1].requests))).toBe(67);
  expect(billOf(runs[0])).toBeLessThanOrEqual(30);
});
