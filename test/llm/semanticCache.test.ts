// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const path = join(root, 'scenarios/llm/semantic-cache.yaml');

/** The measures of so many replicas. */
async function measuresOf(replicas: number, hitRate: number) {
  const { scenario, folder } = await loadScenario(path, { set: [`ai.routes.chat.cache.hitRate=${hitRate}`] });
  const [{ bindings }] = await resolveCandidates({
    texts: [`static:${replicas}`],
    baseFolder: folder,
    serviceNames: Object.keys(scenario.services),
  });
  return runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: false }).measures;
}

it('a third of the questions answered saves a replica, half of them two, and the figure of the file is what comes out', async () => {
  const least: number[] = [];
  for (const hitRate of [0, 0.3, 0.5]) {
    for (const replicas of [1, 2, 3, 4]) {
      if (Number((await measuresOf(replicas, hitRate)).ttft_p95_ms) >= 2000) continue;
      least.push(replicas);
      break;
    }
  }
  const { requests_cached: cached, answers_wrong_cached: wrong } = await measuresOf(3, 0.3);
  const figure = readFileSync(path, 'utf8').split('\n')[2];
  expect(figure).toBe(
    `# Figure: TTFT p95 below 2 s takes ${least[0]} replicas without the cache, ${least[1]} with 30 % of hits, ${least[2]} with 50 %; ` +
      `${wrong} of ${Number(cached).toLocaleString('en-US')} cached answers are wrong.`,
  );
});
