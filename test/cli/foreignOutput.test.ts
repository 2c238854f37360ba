import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ProblemError, problemLines } from '../../src/base/problem.js';
import { visibleLine } from '../../src/base/visible.js';
import { diagnosticText } from '../../src/cli/output.js';
import { callCommand } from '../fuzz/callCommand.js';
import { attacks, expectInert } from '../support/foreignText.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

/** All attacks at once, without those that make a template of a manifest. */
const hostile = attacks.filter((text) => !/\p{Cs}|\{\{/u.test(text)).join(' ');
/** In ASCII: files hold it as escapes, which is the only way that YAML lets all of it in. */
const ascii = (value: unknown) =>
  JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const json = ascii(hostile);
/** No path has a NUL or a slash; a policy's name neither `;`, `?` nor `=`. */
const fileName = hostile.replace(/[\0/;?=,{}]/g, '_').slice(0, 60);

const metric = (name: string) => ({
  type: 'External',
  external: { metric: { name, selector: { matchLabels: { a: hostile } } }, target: { type: 'Value', value: '60' } },
});
const hpa = (name: string, more: object) =>
  ascii({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace: hostile, annotations: { [hostile]: hostile } },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      maxReplicas: 5,
      metrics: [metric(name)],
      ...more,
    },
  });
const keda = ascii({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: hostile },
  spec: {
    scaleTargetRef: { name: hostile },
    triggers: [
      { type: 'prometheus', name: hostile, metadata: { serverAddress: hostile, query: hostile, threshold: '5' } },
      { type: hostile, metadata: { [hostile]: hostile } },
    ],
  },
});
const aws = ascii({
  Resources: {
    [hostile]: {
      Type: 'AWS::AutoScaling::ScalingPolicy',
      Properties: { AutoScalingGroupName: hostile, PolicyType: hostile },
    },
  },
});
const k6 = `export const options = { scenarios: { a: { executor: 'constant-vus', vus: 1, duration: '1m', exec: ${json}, tags: { a: ${json} } } }, thresholds: { ['http_req_duration{a:' + ${json} + '}']: ['p(99)<500'], [${json}]: [${json}] } };`;
const log = `${ascii({ time: '2026-01-01T00:00:00Z', method: hostile, path: `/${hostile}` })}\n${ascii({ time: '2026-01-01T00:05:00Z', method: hostile, path: `/${hostile}` })}\n`;
const prometheus = ascii({
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [1, 2].map((one) => ({
      metric: { a: `${hostile}${one}` },
      values: [
        [0, '1'],
        [60, '2'],
      ],
    })),
  },
});
const observed = `${ascii({ time: 0, service: hostile, instances: { desired: 2, ready: 2, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 20 }, metrics: {} })}\n`;

const { path, remove } = temporaryFolder({
  'small.yaml': smallScenario,
  'told.yaml': `${smallScenario}description: ${json}\nassumptions: [{ path: services.web.instance.startup, basis: guess, from: ${json} }]\n`,
  'wrong.yaml': `${smallScenario}${json}: ${json}\n`,
  'named.yaml': smallScenario.replace('name: small', `name: ${json}`),
  'hpa.yaml': hpa('named', {}),
  'target.yaml': hpa(hostile, { scaleTargetRef: { kind: hostile, name: hostile } }),
  'keda.yaml': keda,
  'aws.json': aws,
  [`${fileName}.yaml`]: hpa('named', { minReplicas: hostile }),
  'load.js': k6,
  'access.log': log,
  'matrix.json': prometheus,
  'observed.jsonl': observed,
  'says.lua': `return { decide = function(o) print(${json.replace(/\\u([0-9a-f]{4})/g, '\\u{$1}')}) return { desired = 2, reason = "x" } end }`,
  'syntax.lua': `local x = ${json}`,
  [`${fileName}.lua`]: 'return { decide = function(o) return 2 end }',
});
afterAll(remove);
const at = (name: string) => join(path, name);

/** What a command prints, its mistakes as main shows them. */
async function printed(args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await callCommand(args);
    return `${stdout}${stderr}`;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map((problem) => diagnosticText(problemLines(problem))).join('');
  }
}

const lines: readonly string[][] = [
  ['explain', at('hpa.yaml')],
  ['explain', at('hpa.yaml'), '--json'],
  ['explain', at('target.yaml'), at('keda.yaml'), at('aws.json'), at(`${fileName}.yaml`)],
  ['explain', path, '--json'],
  ['validate', at('told.yaml'), at('syntax.lua'), at('wrong.yaml'), at('named.yaml'), at(`${fileName}.lua`)],
  ['validate', at('small.yaml'), '--set', `${hostile}=${hostile}`],
  ['validate', at('small.yaml'), '--set', `name=${hostile}`],
  ['inspect', at('told.yaml')],
  ['inspect', at('told.yaml'), '--json'],
  ['inspect', at(hostile.replaceAll('\0', ''))],
  ['import', 'k6', at('load.js')],
  ['import', 'log', at('access.log'), '--classes', '3'],
  ['import', 'log', at('access.log'), '--format', hostile],
  ['import', 'prometheus', at('matrix.json')],
  ['import', 'prometheus', at('matrix.json'), '--series', hostile],
  ['import', hostile, hostile],
  ['export', 'k6', at('told.yaml')],
  ['export', 'k6', at('small.yaml'), '--out', at(`${fileName}.js`)],
  ['init', at(fileName)],
  ['schema', hostile],
  ['merge', at('observed.jsonl')],
  ['run', at('small.yaml'), '--policy', hostile],
  ['run', at('small.yaml'), '--policy', 'none', '--gate', hostile],
  ['compare', at('small.yaml'), '--policy', 'none', '--against', hostile],
  ['compare', at('small.yaml'), '--policy', 'none', '--report', hostile],
  ['run', at('small.yaml'), `--${hostile}`],
  ['run', at('small.yaml'), '--runs', hostile],
  [hostile],
];

// A title goes to a terminal as well.
it.each(lines.map((args, index) => ({ title: `${index}: ${visibleLine(args.join(' ')).slice(0, 60)}`, args })))(
  'prints nothing that is obeyed, $title',
  async ({ args }) => {
    const text = await printed(args);
    expect(text).not.toBe('');
    expectInert(text);
    // What follows a line feed of foreign text begins no line of its own.
    expect(text).not.toMatch(/^(?: *)(?:b$|at evil|Fix: run this)/m);
  },
);
