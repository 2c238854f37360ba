// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const path = join(root, 'scenarios/llm/agents.yaml');

async function runsOf(texts: readonly string[] | undefined, ...set: string[]): Promise<RunResult['measures'][]> {
  const { scenario, folder } = await loadScenario(path, { set });
  const candidates = await resolveCandidates({
    texts: texts ?? scenario.policies,
    baseFolder: folder,
    serviceNames: Object.keys(scenario.services),
  });
  return candidates.map(
    ({ bindings }) => runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: false }).measures,
  );
}

const minutes = ({ task_time_p50_s: seconds }: RunResult['measures']) => {
  const whole = Math.round(Number(seconds));
  return `${Math.floor(whole / 60)}m ${String(whole % 60).padStart(2, '0')}s`;
};

it('agents are done soon where their contexts are found, and the figures of the file and the page are what comes out', async () => {
  const [fixed, byMemory, byQueue] = await runsOf(undefined);
  const [eager] = await runsOf(['coder=../../policies/llm/kv-target.lua?quiet=30']);
  const [blind] = await runsOf(['coder=static:4'], 'ai={}');
  expect(readFileSync(path, 'utf8').split('\n')[2]).toBe(
    `# Figure: done within ${minutes(fixed)} on four replicas, ${minutes(byMemory)} scaled by memory, ${minutes(byQueue)} scaled by the queue; ${minutes(blind)} on four with no picker.`,
  );
  const millions = ({ prefix_tokens_lost: lost }: RunResult['measures']) => (Number(lost) / 1e6).toFixed(1);
  expect([fixed, byMemory, eager].map(millions)).toEqual(['0.0', '0.4', '1.3']);
  expect([fixed, blind].map((run) => Number(run.cost_per_task_usd).toFixed(2))).toEqual(['0.27', '0.65']);
  expect([fixed, byQueue].map((run) => Number(run.prefix_hit_ratio).toFixed(2))).toEqual(['0.95', '0.05']);
  expect(Math.round(Number(fixed.carried_tokens) / 1e6)).toBe(305);
  expect(fixed.tasks_failed).toBe(0);
});
