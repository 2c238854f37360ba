import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaTexts } from '../../src/cli/commands/schema.js';
import { completedValues } from '../../src/cli/completedValues.js';
import { type SchemaName, schemaNames } from '../../src/cli/schemaNames.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { parseScenario } from '../../src/scenario/load.js';
import { recordObservations } from '../../src/verify/recordObservations.js';
import { callCli } from '../support/callCli.js';
import { gateDocument } from '../support/gateDocument.js';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';
import { sessionScenario } from '../support/sessionRuns.js';

const compiled = new Map<SchemaName, ValidateFunction>(
  schemaNames.map((name) => [
    name,
    new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(schemaTexts[name]())),
  ]),
);

/** What a validator that knows nothing of dryscale has against a document. */
function mistakesOf(name: SchemaName, document: unknown): string[] {
  const validate = compiled.get(name);
  validate?.(document);
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const observation = {
  time: 60,
  service: 'web',
  instances: { desired: 2, ready: 2, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 5 },
  metrics: { cpu_utilization: 0.7 },
};
const decision = { time: 60, service: 'web', desired: 3, applied: 3, result: 'accepted', reason: '0.7 / 0.5' };
const event = { time_s: 1, kind: 'ready', service: 'web', instance: 0, ready: 1 };

describe('the published schemas', () => {
  it.each(schemaNames)('%s is in the package, as it is printed', async (name) => {
    await expect(schemaTexts[name]()).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
  });

  it('are completed by a shell, as the kinds of export are', async () => {
    const completed = (...words: string[]) => completedValues(['--get-yargs-completions', 'dryscale', ...words]);
    expect(await completed('schema', '')).toEqual(schemaNames);
    expect(await completed('export', '')).toContain('prometheus');
    expect(await completed('import', '')).toContain('k6');
    expect(await completed('run', 'x.yaml', '--report', '')).toContain('openmetrics');
  });

  it('are those alone, and each says its draft, its name and its version', () => {
    expect(readdirSync(join(root, 'schema')).sort()).toEqual(schemaNames.map((name) => `${name}.schema.json`).sort());
    // The result says its version itself.
    expect(gateDocument().format).toBe('dryscale-result/1');
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of schemaNames) {
      expect(JSON.parse(schemaTexts[name]())).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:dryscale:schema:${name}:1`,
        title: `dryscale ${name}`,
      });
      expect(exports).toHaveProperty([`./schema/${name}.schema.json`]);
    }
  });

  it.each<[name: SchemaName, document: object, wrong: object]>([
    ['scenario', parse(smallScenario), { duration: [7] }],
    ['scenario', parse(smallScenario), { servicez: {} }],
    ['observation', observation, { time: -1 }],
    ['observation', observation, { instances: { ...observation.instances, ready: 1.5 } }],
    ['observation', observation, { instances: { ready: 1 } }],
    ['observation', observation, { metrics: { cpu_utilisation: 0.7 } }],
    ['observation', observation, { metrics: { cpu_utilization: '70 %' } }],
    ['observation', observation, { lastAction: { time: 1, desired: 2, result: 'granted' } }],
    ['decision', decision, { desired: 2.5 }],
    ['decision', decision, { applied: undefined }],
    ['decision', decision, { result: 'refused' }],
    ['decision', decision, { weights: { web: -1 } }],
    ['event', event, { kind: 'stopped-by-hand' }],
    ['event', event, { instance: '0' }],
    ['event', event, { note: 'a field of nobody' }],
    ['result', gateDocument(), { format: 'dryscale-result/2' }],
    ['result', gateDocument(), { scenarios: undefined }],
    ['result', gateDocument(), { scenarios: [{ ...gateDocument().scenarios[0], policies: [{ name: 'now' }] }] }],
  ])('%s refuses a wrong document, %#', (name, right, wrong) => {
    expect(mistakesOf(name, JSON.parse(JSON.stringify(right)))).toEqual([]);
    expect(mistakesOf(name, JSON.parse(JSON.stringify({ ...right, ...wrong })))).not.toEqual([]);
  });
});

describe('the schemas take what dryscale writes', { tags: ['ci'] }, () => {
  const hpa = join(root, 'policies/hpa-default.yaml');
  const { path, remove } = temporaryFolder({
    'small.yaml': smallScenario.replace('concurrency: 4', 'concurrency: 4, vcpus: 1, cpuRequest: 0.5'),
    'agents.json': JSON.stringify(sessionScenario({ slo: { latency: '30s', ttft: '1s', objective: 0.9 } })),
    'breaks.lua':
      'local asked = 0 return { decide = function() asked = asked + 1 return asked < 3 and 2 or nil + 1 end }',
    'weights.lua': 'return { decide = function() return { desired = 9, reason = "all", weights = { web = 1 } } end }',
    'seen.jsonl': [60, 120].map((time) => `${JSON.stringify({ ...observation, time })}\n`).join(''),
  });
  afterAll(remove);
  const run = (...args: string[]) => callCli(args, { cwd: path });
  const linesOf = (text: string): unknown[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it.each<[what: string, args: string, code: number]>([
    [
      'of a comparison, one of whose policies fails',
      `compare small.yaml --policy ${hpa} --policy breaks.lua --runs 3`,
      107,
    ],
    ['of one replication', 'run small.yaml --policy static:2 --replication 1', 0],
    ['of a model server with sessions', 'run agents.json --policy static:1 --runs 2', 0],
  ])('a result %s', async (_, args, code) => {
    const { stdout, stderr, code: ended } = await run(...args.split(' '), '--json');
    expect(stdout, stderr).not.toBe('');
    expect([mistakesOf('result', JSON.parse(stdout)), ended], stderr).toEqual([[], code]);
  });

  it.each(['small.yaml', 'agents.json'])('the events of %s, one of each kind', async (file) => {
    await run('run', file, '--policy', 'static:1', '--replication', '1', '--events', `${file}.ndjson`);
    const lines = linesOf(readFileSync(join(path, `${file}.ndjson`), 'utf8'));
    const ofEachKind = new Map(lines.map((line) => [Reflect.get(Object(line), 'kind'), line]));
    expect(ofEachKind.size).toBeGreaterThan(5);
    for (const line of ofEachKind.values()) expect(mistakesOf('event', line)).toEqual([]);
  });

  it('what a policy sees in a run', async () => {
    const [{ bindings }] = await resolveCandidates({ texts: [hpa], baseFolder: path });
    const scenario = parseScenario(parse(readFileSync(join(path, 'small.yaml'), 'utf8')));
    const seen = recordObservations(
      { type: 'record', scenario, scenarioFolder: path, bindings, environment: undefined },
      () => {},
    );
    expect(seen.length).toBeGreaterThan(10);
    for (const one of seen) expect(mistakesOf('observation', JSON.parse(JSON.stringify(one)))).toEqual([]);
  });

  it.each([hpa, 'weights.lua'])('the decisions of %s on observations', async (policy) => {
    const { stdout } = await run('decide', '--policy', policy, '--observations', 'seen.jsonl', '--json');
    const lines = linesOf(stdout);
    expect([lines.length, lines.flatMap((line) => mistakesOf('decision', line))]).toEqual([2, []]);
  });
});
