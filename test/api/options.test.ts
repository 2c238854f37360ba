import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem, ScenarioInput, SimulateOptions } from '../../src/index.js';
import type { ResultDocument } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';
import { dryscale } from './built.js';
import { sampleScenario } from './sampleScenario.js';

const { simulate, compare, PolicyFault, ProblemError } = dryscale;

const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop-hpa }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } }
`;
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template: { spec: { containers: [{ name: web, resources: { requests: { cpu: 500m }, limits: { cpu: 1 } } }] } }
`;
const scaledObject = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: shop-keda }
spec:
  scaleTargetRef: { name: web }
  minReplicaCount: 1
  maxReplicaCount: 5
  triggers:
    - type: prometheus
      metadata: { serverAddress: 'http://prom', query: 'sum(rate(http_total[1m]))', threshold: '10' }
`;
const scenario: ScenarioInput = {
  ...sampleScenario,
  requests: { page: { route: 'web', cpu: { exponential: { mean: '50ms' } } } },
};

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({
    'hpa.yaml': hpa,
    'deployment.yaml': deployment,
    'keda.yaml': scaledObject,
  }));
  writeFileSync(join(cwd, 'shop.json'), JSON.stringify(scenario));
});
afterAll(() => remove());

const quiet: SimulateOptions = { runs: 1, onWarning: () => {} };

async function problemsOf(call: Promise<unknown>): Promise<readonly Problem[]> {
  const thrown = await call.catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ProblemError);
  return thrown instanceof ProblemError ? thrown.problems : [];
}

describe('metric, manifest and set', () => {
  it('give the numbers of --metric, --manifest and --set', { tags: ['ci'] }, async () => {
    const given = [
      '--manifest',
      'deployment.yaml',
      '--metric',
      's0=request_rate',
      '--set',
      'services.web.scaling.max=4',
    ];
    const policies = ['--policy', 'hpa.yaml', '--policy', 'keda.yaml'];
    const { stdout } = await callCli(['compare', 'shop.json', ...policies, ...given, '--runs', '2', '--json'], { cwd });
    // safe: printed by our own command line.
    const [{ policies: ofCommand, hash }] = (JSON.parse(stdout) as ResultDocument).scenarios;
    const options = {
      ...quiet,
      runs: 2,
      metric: { s0: 'request_rate' },
      manifest: join(cwd, 'deployment.yaml'),
      set: { 'services.web.scaling.max': 4 },
    };
    const result = await compare(scenario, [join(cwd, 'hpa.yaml'), join(cwd, 'keda.yaml')], options);
    expect(result.hash).toBe(hash);
    expect(JSON.parse(JSON.stringify(result.policies))).toEqual(ofCommand);
  });

  it('take texts as they take files', async () => {
    const ofFiles = await simulate(scenario, join(cwd, 'hpa.yaml'), {
      ...quiet,
      manifest: join(cwd, 'deployment.yaml'),
    });
    const ofTexts = await simulate(scenario, hpa, { ...quiet, manifest: [deployment] });
    expect(ofTexts.name).toBe('shop-hpa');
    expect(ofTexts.source).toBe('inline');
    expect(ofTexts.replications).toEqual(ofFiles.replications);
    expect(ofTexts.decisions).toEqual(ofFiles.decisions);
    // A workload beside the autoscaler counts without being named, as on the command line.
    const together = await simulate(scenario, `${hpa}---\n${deployment}`, quiet);
    expect(together.replications).toEqual(ofFiles.replications);
    const asJson = await simulate(scenario, toJson, { ...quiet, manifest: deployment });
    expect(asJson.replications).toEqual(ofFiles.replications);
  });

  it('set takes a map or the words of --set, and goes before what a manifest says', async () => {
    const set = { 'services.web.scaling.max': 3, 'services.web.instance.startup': '20s' };
    const words = Object.entries(set).map(([path, value]) => `${path}=${value}`);
    const ofMap = await simulate(scenario, 'static:3', { ...quiet, set });
    expect(await simulate(scenario, 'static:3', { ...quiet, set: words })).toEqual(ofMap);
    const changed = {
      ...scenario,
      services: { web: { ...scenario.services.web, scaling: { min: 1, max: 3, initial: 2 } } },
    };
    const startup = { ...quiet, set: { 'services.web.instance.startup': '20s' } };
    expect(await simulate(changed, 'static:3', startup)).toEqual(ofMap);
    const deployed = await simulate(scenario, hpa, { ...quiet, manifest: deployment });
    const asked = { 'services.web.instance.cpuRequest': 0.25 };
    expect((await simulate(scenario, hpa, { ...quiet, manifest: deployment, set: asked })).replications).not.toEqual(
      deployed.replications,
    );
  });

  it.each([
    ['a key of the scenario that is none', { set: { 'services.web.scaling.mux': 4 } }, 'unknown-key', 'mux'],
    ['words without a value', { set: ['seed'] }, 'bad-set', 'options.set'],
    ['a workload that is missing', { manifest: 'nope.yaml' }, 'not-found', 'nope.yaml'],
    ['a metric that is no text', { metric: { a: 3 } }, 'bad-option', 'options.metric.a'],
    ['a metric that nobody asks for', { metric: { s9: 'request_rate' } }, undefined, 's9'],
  ])('tell of %s as data', async (_, options, code, word) => {
    // safe: what a user of plain JavaScript may give.
    const call = simulate(scenario, scaledObject, {
      ...quiet,
      metric: { s0: 'request_rate' },
      ...options,
    } as SimulateOptions);
    if (code === undefined) {
      await expect(call).rejects.toSatisfy((thrown) => thrown instanceof ProblemError || thrown instanceof PolicyFault);
      return;
    }
    const problems = await problemsOf(call);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(JSON.stringify(problems)).toContain(word);
    expect(JSON.stringify(problems)).not.toContain('--set');
  });

  it('a text that is no manifest says so with its line', async () => {
    const [problem] = await problemsOf(simulate(scenario, 'kind: Nothing\nspec: {}\n', quiet));
    expect(problem.where.file).toBe('manifest');
  });
});

const toJson = JSON.stringify({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'shop-hpa' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 2,
    maxReplicas: 5,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } }],
  },
});
