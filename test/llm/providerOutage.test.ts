// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const path = join(root, 'scenarios/llm/provider-outage.yaml');

async function run(...set: string[]): Promise<RunResult> {
  const { scenario, folder } = await loadScenario(path, { set });
  return runOnce({ scenario, scenarioFolder: folder, bindings: {}, replication: 0, detail: false });
}

const textOf = ({ measures, fallbacks }: RunResult) => ({
  moved: String(fallbacks?.[0].moved).replace(/(?=(\d{3})$)/, (match, _, at) => (at > 0 ? `,${match}` : match)),
  usd: `$${Number(measures.provider_given_up_usd).toFixed(2)}`,
  ttft: `${(Number(measures.ttft_p95_ms) / 1e3).toFixed(1)} s`,
});

it('a cooldown saves waiting for a slow provider, and what it would bill; the figure of the file is what comes out', async () => {
  const [cooled, patient] = [await run(), await run('ai.routes.chat.cooldown=none')];
  const [few, many] = [textOf(cooled), textOf(patient)];
  const figure = readFileSync(path, 'utf8').split('\n')[2];
  expect(figure).toContain(`without a cooldown ${many.moved} requests`);
  expect(figure).toContain(`their prompts cost ${many.usd}, TTFT p95 is ${many.ttft}`);
  expect(figure).toContain(`with one ${few.moved}, ${few.usd} and ${few.ttft}`);
  expect(Number(patient.measures.cost_usd) - Number(cooled.measures.cost_usd)).toBeGreaterThan(1.5);
  // The servers stand there anyway.
  for (const { measures } of [cooled, patient]) expect(measures['services.own.cost_usd']).toBeCloseTo(2.8, 6);
});
