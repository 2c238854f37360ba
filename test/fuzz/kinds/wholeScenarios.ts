import fc from 'fast-check';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import { ProblemError } from '../../../src/base/problem.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import type { Candidate, PolicySpec } from '../../../src/policy/policySpec.js';
import { resultSchema } from '../../../src/results/results.js';
import { scenarioResult } from '../../../src/run/scenarioResult.js';
import { encodeScenario } from '../../../src/scenario/encodeScenario.js';
import { expectedArrivals } from '../../../src/scenario/expectedArrivals.js';
import { inspectScenario } from '../../../src/scenario/inspect.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { Scenario } from '../../../src/scenario/schema.js';
import { temporaryFolder } from '../../support/runCli.js';
import { traceFiles } from '../../support/variantSamples.js';
import { badNumbers, expectSoundRun } from '../expectSoundRun.js';
import { fuzzKind } from '../fuzzKind.js';
import { allPlaces, placesOf } from '../schemaPlaces.js';
import { type WholeScenario, wholeScenario } from '../wholeScenario.js';

const lua = (code: string): PolicySpec => ({ kind: 'lua', fileName: 'p.lua', path: 'p.lua', params: {}, code });
const hpa = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 1
  maxReplicas: 6
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }]
`;

/** Who decides: nobody, one that never rests, one that follows the load, one that knows it, a manifest. */
const policies: readonly (PolicySpec | undefined)[] = [
  undefined,
  lua('return { every = "3s", decide = function(o) return 1 + math.floor(o.time / 3) % 5 end }'),
  lua(
    'return { every = "5s", decide = function(o) return ((o.metrics.in_flight or 0) + (o.metrics.queue_depth or 0)) / 2 end }',
  ),
  { kind: 'oracle' },
  { kind: 'static', count: 2 },
  { kind: 'manifest', fileName: 'hpa.yaml', path: 'hpa.yaml', code: hpa, params: {}, metricNames: {} },
];

interface RunInputs extends WholeScenario {
  readonly policy: number;
  readonly replication: number;
}

/** More makes a run long without showing anything new. */
const mostArrivals = 3000;
const seen = new Set<string>();
let folder: ReturnType<typeof temporaryFolder> | undefined;
let checkedCount = 0;

export const wholeScenarios = fuzzKind<RunInputs>({
  name: 'scenarios over the schema, run',
  weight: 0,
  fewCount: 12,
  arbitrary: fc
    .tuple(wholeScenario, fc.nat(policies.length - 1), fc.nat(9))
    .map(([whole, policy, replication]) => ({ ...whole, policy, replication })),
  show: ({ input, policy, replication }) =>
    `${stringify(input)}\n# policy ${JSON.stringify(policies[policy] ?? 'none')}, replication ${replication}`,
  check(inputs) {
    const { input, scenario } = inputs;
    // Whether any is left out is counted below: none should be.
    if (scenario === undefined) throw new Error('the loader refuses it, and nothing that it names can be taken away');
    for (const place of placesOf(input)) seen.add(place);
    folder ??= temporaryFolder(traceFiles);
    const encoded = encodeScenario(scenario);
    expect(parseScenario(encoded)).toEqual(scenario);
    try {
      runChecked(inputs, scenario, folder.path);
    } catch (thrown) {
      // A trace that does not fit its columns, a manifest for another service.
      if (!(thrown instanceof ProblemError || thrown instanceof PolicyFault)) throw thrown;
      for (const { what, why, fix } of thrown instanceof ProblemError ? thrown.problems : []) {
        expect([what, why, fix].join(' ')).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  },
  end() {
    folder?.remove();
    const notRefused = [...allPlaces()].filter((place) => !alwaysRefused.includes(place));
    if (checkedCount > 5000) expect(notRefused.filter((place) => !seen.has(place))).toEqual([]);
  },
});

/** What the schema has and the loader refuses wherever it stands. */
const alwaysRefused = ['fault#crash.for'];

function runChecked({ policy, replication }: RunInputs, scenario: Scenario, scenarioFolder: string): void {
  const { estimates } = inspectScenario({ scenario, folder: scenarioFolder });
  expect(badNumbers(estimates)).toEqual([]);
  const arrivals = Object.values(expectedArrivals(scenario, scenarioFolder)).reduce((sum, count) => sum + count, 0);
  if (arrivals > mostArrivals) return;
  const spec = policies[policy];
  const run = () =>
    runOnce({
      scenario,
      scenarioFolder,
      bindings: spec === undefined ? {} : { '*': spec },
      replication,
      detail: true,
      fingerprint: true,
    });
  const result = run();
  expectSoundRun(result, scenario);
  checkedCount++;
  if (checkedCount % 4 !== 0) return;
  expect(run()).toEqual(result);
  const candidate: Candidate = { name: 'p', source: 'p', hash: '0', params: {}, bindings: {} };
  const comparison = { scenario, folder: scenarioFolder, hash: '0', candidates: [candidate] };
  const document = {
    format: 'dryscale-result/1' as const,
    version: '0',
    runs: 1,
    scenarios: [scenarioResult(comparison, [{ runs: [result], failure: undefined }], { allowEmpty: false })],
  };
  const written = JSON.parse(JSON.stringify(document));
  expect(resultSchema.parse(written)).toEqual(written);
}
