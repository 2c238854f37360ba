import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completedValues } from '../../src/cli/completedValues.js';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { policyEndings } from '../../src/policy/policyFiles.js';
import { loadScenario } from '../../src/scenario/load.js';
import { callCli } from '../support/callCli.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

const hpa = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 1,
    maxReplicas: 5,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  },
};

/** A policy as a file of that ending holds it. */
function policyText(ending: string): string {
  if (ending === 'lua') return 'return { every = "15s", decide = function() return 3 end }';
  if (ending === 'cts' || ending === 'cjs') return "module.exports = { every: '15s', decide: () => 3 };";
  if (/ya?ml|json/.test(ending)) return JSON.stringify(hpa);
  return "export default { every: '15s', decide: () => 3 };";
}

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({ 'small.yaml': smallScenario }));
  for (const ending of policyEndings) {
    writeFileSync(join(cwd, `policy.${ending}`), policyText(ending));
    writeFileSync(join(cwd, `of-${ending}.yaml`), `policies: [policy.${ending}]\n${smallScenario}`);
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'ignore' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'all');
});
afterAll(() => remove());

async function load(text: string): Promise<string[]> {
  const [{ bindings }] = await resolveCandidates({ texts: [text], baseFolder: cwd });
  return Object.entries(bindings).map(([service, spec]) => `${service} ${typeof loadPolicy(spec)?.start}`);
}

describe.each(policyEndings)('a policy that ends in .%s', (ending) => {
  it('is loaded from --policy and from a binding', async () => {
    expect(await load(`policy.${ending}`)).toEqual(['* function']);
    expect(await load(`web=policy.${ending}`)).toEqual(['web function']);
  });

  it('is named by a scenario, alone and in a binding', async () => {
    const { scenario } = await loadScenario(join(cwd, `of-${ending}.yaml`));
    expect(scenario.policies).toEqual([`policy.${ending}`]);
    const bound = await loadScenario(join(cwd, 'small.yaml'), { set: [`policies=["web=policy.${ending}"]`] });
    expect(bound.scenario.policies).toEqual([`web=policy.${ending}`]);
  });

  it('is offered by completion', async () => {
    const offered = await completedValues(['--get-yargs-completions', 'dryscale', 'run', '--policy', `${cwd}/`]);
    expect(offered).toContain(`${cwd}/policy.${ending}`);
  });
});

for (const { tags, part } of sampled(['cts', 'cjs'], 2)) {
  it.each(part)('a .%s file is run, decided on and read from a revision', { tags }, async (ending) => {
    const file = `policy.${ending}`;
    const args = [
      `of-${ending}.yaml`,
      '--replication',
      '0',
      '--against',
      `git:HEAD:${file}`,
      '--gate',
      'any',
      '--json',
    ];
    const compared = await callCli(['compare', ...args], { cwd });
    expect(compared.stderr).not.toContain('Fix:');
    expect(compared.stdout).toContain('policy@HEAD');
    writeFileSync(
      join(cwd, 'seen.jsonl'),
      '{"time":15,"service":"web","instances":{"desired":2,"ready":2,"pending":0,"starting":0,"draining":0,"failed":0,"min":1,"max":9},"metrics":{"cpu_utilization":0.5,"age_seconds":3},"perInstance":[]}\n',
    );
    const decided = await callCli(['decide', '--policy', file, '--observations', 'seen.jsonl'], { cwd });
    expect(decided.stderr).not.toContain('Fix:');
    expect(decided.stdout).toContain('"time');
    expect((await callCli(['validate', `of-${ending}.yaml`], { cwd })).stdout).toContain('ok');
  });
}
