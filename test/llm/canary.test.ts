// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const path = join(root, 'scenarios/llm/canary.yaml');
const head = readFileSync(path, 'utf8').split('\n');
const told = (key: string) => head.flatMap((line) => (line.startsWith(`# ${key}: `) ? line.slice(key.length + 4) : []));

async function run(side: string): Promise<RunResult> {
  const set = told('Side').flatMap((text) => (text.startsWith(`${side}: `) ? text.slice(side.length + 2) : []));
  const { scenario, folder } = await loadScenario(path, { set });
  const serviceNames = Object.keys(scenario.services);
  const [{ bindings }] = await resolveCandidates({ texts: scenario.policies, baseFolder: folder, serviceNames });
  return runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: false });
}

/** Answers that are wrong, and would not have been by the old version: right answers are nested. */
const wrongOf = ({ groups }: RunResult) =>
  groups.reduce((sum, { counts: { answers = 0, right = 0 } }) => sum + answers - right, 0);

it('the rollout goes back when enough answers are graded, and the head says what that saves', async () => {
  const [watched, unwatched, old] = await Promise.all(['watched', 'unwatched', 'old'].map(run));
  const [{ aborted_s, steps }] = watched.rollouts ?? [];
  expect(steps.map(({ percent }) => percent)).toEqual([5, 25]);
  // Of the first step too few are graded.
  expect(steps[0].checks[0]).toMatchObject({ name: 'quality', broken: false });
  expect(steps[0].checks[0].new).toBeUndefined();
  expect(steps[1].checks.map(({ name, broken }) => [name, broken])).toEqual([
    ['quality', true],
    ['error_rate', false],
    ['ttft_p95_ratio', false],
  ]);
  const more = (one: RunResult) => wrongOf(one) - wrongOf(old);
  const percent = ({ measures }: RunResult) => `${(Number(measures.quality) * 100).toFixed(1)} %`;
  expect(told('Figure')).toEqual([
    `rolled back after ${(aborted_s ?? 0) / 60} min at 25 %, with ${more(watched)} wrong answers more than the old version gives and quality ${percent(watched)}; unwatched ${more(unwatched)} more and ${percent(unwatched)}.`,
  ]);
});
