import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const file = join(root, 'scenarios/llm/noisy-neighbour.yaml');
const head = readFileSync(file, 'utf8').split('\n');
const told = (key: string) => head.flatMap((line) => (line.startsWith(`# ${key}: `) ? line.slice(key.length + 4) : []));

async function runOfSide(side: string): Promise<RunResult['measures']> {
  const set = told('Side').flatMap((text) => (text.startsWith(`${side}: `) ? text.slice(side.length + 2) : []));
  const { scenario, folder } = await loadScenario(file, { set });
  return runOnce({ scenario, scenarioFolder: folder, bindings: {}, replication: 0, detail: false }).measures;
}

const ms = (value: number | null) => `${Math.round(value ?? Number.NaN)} ms`;

describe('noisy-neighbour', { tags: ['ci'] }, () => {
  it('shows what its head tells: tokens are what there is too little of', async () => {
    const sides = ['unlimited', 'twice', 'requests', 'tokens-after', 'tokens-first'];
    const runs = await Promise.all(sides.map(runOfSide));
    const [unlimited, twice, requests, after, first] = runs.map((run) => run['consumers.support.ttft_p95_ms']);
    expect(told('Figure')).toEqual([
      `TTFT p95 of support: ${ms(unlimited)} without limits, ${ms(twice)} with twice the replicas, ${ms(requests)} with 150 requests a minute for research; with 150,000 tokens ${ms(after)} taken afterwards, ${ms(first)} taken first.`,
    ]);
    // Research sends 90 a minute, so a limit of 150 never strikes: the very same run.
    expect(requests).toBe(unlimited);
    expect(runs[2]['consumers.research.requests_rate_limited']).toBe(0);
    expect(after).toBeLessThan((unlimited ?? 0) / 4);
    expect(first).toBeLessThan((after ?? 0) / 3);
    for (const run of runs) expect(run['consumers.support.requests_rate_limited'] ?? 0).toBe(0);
    // 150,000 a minute over the run and once a full bucket; what goes beyond is known only afterwards.
    const taken = runs.map((run) =>
      ['prompt_tokens', 'output_tokens'].reduce((sum, name) => sum + (run[`consumers.research.${name}`] ?? 0), 0),
    );
    const allowed = 150_000 * 21;
    expect(taken[4]).toBeLessThanOrEqual(allowed);
    expect(taken[3]).toBeGreaterThan(allowed * 0.8);
    expect(taken[3]).toBeLessThanOrEqual(allowed + (runs[3]['consumers.research.token_overshoot'] ?? 0));
    expect(runs[4]['consumers.research.token_overshoot']).toBe(0);
  });
});
