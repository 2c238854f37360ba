import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedFiles } from '../../src/base/shippedFiles.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { sha256Of } from '../../src/scenario/contextLock.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const folder = join(root, 'scenarios/registry');
const file = join(folder, 'announced.yaml');

it('begins with what the reader will see, and runs as it is shipped: from its lock', async () => {
  const [first, second] = readFileSync(file, 'utf8').split('\n');
  expect(first).toMatch(/^# You will see: .{20,}/);
  expect(second).toBe('# yaml-language-server: $schema=../../schema/scenario.schema.json');
  const { scenario, warnings, contextLock } = await loadScenario(file);
  expect([scenario.name, warnings]).toEqual(['announced', []]);
  expect(contextLock).toBe(sha256Of(readFileSync(join(folder, 'context.lock.json'), 'utf8')));
  expect(scenario.context?.inline).toMatchObject({ model: { version: '2026-10' }, environment: { name: 'prod' } });
});

it('is the one scenario of its folder: its server and its lock are none', () => {
  const names = shippedFiles('scenarios').map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('registry/'))).toEqual(['registry/announced']);
});

describe('a registry that announces a version', { tags: ['ci'] }, () => {
  let runs: readonly RunResult[];
  beforeAll(async () => {
    const { scenario } = await loadScenario(file);
    const candidates = await resolveCandidates({ texts: scenario.policies, baseFolder: folder });
    runs = candidates.map(({ bindings }) =>
      runOnce({ scenario, scenarioFolder: folder, bindings, replication: 0, detail: true }),
    );
  });

  it('keeps a policy that reads it within its limits, for $2.02 less than one that does not', () => {
    const told = runs.map(({ measures }) => [
      (100 * Number(measures.slo_attainment)).toFixed(1),
      Number(measures.cost_usd).toFixed(2),
      measures.instances_peak,
    ]);
    expect(told).toEqual([
      ['100.0', '4.79', 6],
      ['82.7', '6.81', 10],
    ]);
  });

  it('is heard at the first read after that', () => {
    const raised = runs.map(({ detail }) => detail?.decisions.find(({ desired }) => desired > 1));
    // Read at 630 s, seen 50 ms later, decided on each 15 s.
    expect(raised.map((decision) => decision?.time_s)).toEqual([645, 855]);
  });
});
