// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, type McpClient, newClient, oldClient, textOf } from '../support/mcpClients.js';
import { root as packageRoot, smallScenario, temporaryFolder } from '../support/runCli.js';

const folder = temporaryFolder({ 'small.yaml': smallScenario });
const hpa = readFileSync(join(packageRoot, 'policies/hpa-default.yaml'), 'utf8');
afterAll(() => folder.remove());

describe('the other tools', () => {
  let client: McpClient;
  let result = '';
  beforeAll(async () => {
    client = await newClient(['--root', folder.path]);
    const compared = await client.call('compare', {
      scenario: 'small.yaml',
      policies: ['static:2', 'target-cpu'],
      runs: 2,
    });
    result = compared.structuredContent.result;
  });
  afterAll(() => client.close());

  it('explain what a manifest does, and why a policy decided', async () => {
    const manifest = { manifests: ['hpa.yaml'], files: [{ name: 'hpa.yaml', text: hpa }] };
    const { structuredContent } = await client.call('explain', manifest);
    expect(structuredContent.manifests[0]).toMatchObject({ platform: 'kubernetes-hpa', file: 'hpa.yaml' });
    const decided = await client.call('explain', { result, at: '2m', policy: 'target-cpu' });
    expect(decided.structuredContent.decision.join('\n')).toContain('reason  CPU');
    expect(codesOf(await client.call('explain', { result, at: '2m' }))).toEqual(['which-policy']);
    expect(codesOf(await client.call('explain', { result: 'f'.repeat(64), at: '2m' }))).toEqual(['unknown-result']);
    expect(codesOf(await client.call('explain', { at: '2m' }))).toEqual(['bad-input']);
    expect(codesOf(await client.call('explain', { manifests: ['small.yaml'] }))[0]).toMatch(/manifest/);
  });

  it('tune, and give the diff without writing it', async () => {
    const tuned = await client.call('tune', {
      scenario: 'small.yaml',
      policy: 'hpa.yaml',
      vary: ['target=0.5,0.7'],
      budget: 45,
      files: [{ name: 'hpa.yaml', text: hpa }],
    });
    expect(tuned.isError).toBe(true);
    const { structuredContent } = await client.call('tune', {
      scenario: 'small.yaml',
      policy: 'target-cpu',
      vary: ['target=0.5,0.7'],
      budget: 60,
    });
    expect(structuredContent).toMatchObject({ meets: true, deployment: { kind: 'edit' } });
    expect(structuredContent.deployment.diff).toContain('+    target = 0.5');
  });

  it('verify in runtimes of their own, and start no program of the machine', async () => {
    const { structuredContent } = await client.call('verify', { policies: ['target-cpu'] });
    expect(structuredContent).toMatchObject({ status: 'same', policies: [{ name: 'target-cpu' }] });
    const files = [{ name: 'fails.lua', text: 'return { decide = function() error("no") end }' }];
    const failing = await client.call('verify', { policies: ['fails.lua'], files });
    expect(failing.structuredContent.status).toBe('fails');
    expect(textOf(failing)).toMatch(/^FAILS\n/);
    expect(codesOf(await client.call('verify', { policies: ['target-cpu'], runtimes: ['lua5.4'] }))).toEqual([
      'needs-allow-code',
    ]);
  });

  it('calibrate and backtest say what their files lack', async () => {
    const files = [{ name: 'm.csv', text: 'time,rate\n0,2\n60,3\n' }];
    const calibrated = await client.call('calibrate', {
      measurements: ['m.csv'],
      model: 'llama-3.1-70b@4xh100',
      files,
    });
    expect(codesOf(calibrated)).toEqual(['no-loads']);
    const tested = await client.call('backtest', {
      scenario: 'small.yaml',
      policy: 'target-cpu',
      actual: ['m.csv'],
      files,
    });
    expect(codesOf(tested)).toEqual(['nothing-to-judge']);
  });

  it('all answer as their schemas say, which are valid', async () => {
    const { tools } = await client.listed.listTools();
    const ajv = new Ajv2020({ strict: false });
    for (const { name, outputSchema, inputSchema } of tools) {
      const check = ajv.compile(JSON.parse(JSON.stringify(outputSchema)));
      expect(check({ problems: [] }), name).toBe(true);
      expect(check({}), name).toBe(false);
      ajv.compile(inputSchema);
    }
    expect(JSON.stringify(tools).length).toBeLessThan(80_000);
  });
});

describe.each([
  ['2.x', newClient],
  ['1.x', oldClient],
])('resources and prompts, to a client of %s', (_, connect) => {
  let client: McpClient;
  beforeAll(async () => {
    client = await connect(['--root', folder.path, '--out', join(folder.path, 'kept')]);
  });
  afterAll(() => client.close());
  const read = async (uri: string) => {
    const { contents } = await client.listed.readResource({ uri });
    const [content] = contents;
    return 'text' in content ? content.text : '';
  };

  it('are listed in a stable order, and read', async () => {
    const { resources } = await client.listed.listResources();
    expect(resources[0]).toMatchObject({ uri: 'dryscale://scenarios/small.yaml', mimeType: 'text/plain' });
    expect((await client.listed.listResources()).resources).toEqual(resources);
    expect((await client.listed.listResourceTemplates()).resourceTemplates.map(({ name }) => name)).toEqual([
      'scenarios',
      'policies',
      'results',
      'reports',
      'schema',
      'docs',
    ]);
    expect(await read('dryscale://scenarios/small.yaml')).toBe(smallScenario);
    expect(await read('dryscale://policies/target-cpu')).toContain('decide');
    expect(await read('dryscale://docs/measures')).toContain('# Measures');
    expect(JSON.parse(await read('dryscale://schema/observation'))).toHaveProperty('properties');
    expect(await read('dryscale://schema/decision')).toBe(
      readFileSync(join(packageRoot, 'schema/decision.schema.json'), 'utf8'),
    );
  });

  it('have results and their pages, kept below --out alone', async () => {
    const { structuredContent } = await client.call('run', { scenario: 'small.yaml', policy: 'static:2', runs: 1 });
    const uri = `results/${structuredContent.result}`;
    expect(JSON.parse(await read(`dryscale://${uri}`))).toMatchObject({ format: 'dryscale-result/1' });
    expect(readFileSync(join(folder.path, 'kept', `${uri}.json`), 'utf8')).toBe(await read(`dryscale://${uri}`));
    expect(await read(`dryscale://reports/${structuredContent.result}`)).toMatch(/^<!doctype html>/);
    const other = await connect(['--root', folder.path, '--out', join(folder.path, 'kept')]);
    const explained = await other.call('explain', { result: structuredContent.result, at: '1m' });
    await other.close();
    expect(explained.isError).not.toBe(true);
  });

  it.each(['docs/../package', 'scenarios/../../x', 'scenarios/%2e%2e/x', 'results/x', 'policies/nothing', 'none/x'])(
    'have nothing at %s',
    async (name) => {
      await expect(read(`dryscale://${name}`)).rejects.toThrow(/there is no|not found/);
    },
  );

  it('complete names, and fill prompts', async () => {
    const { completion } = await client.listed.complete({
      ref: { type: 'ref/resource', uri: 'dryscale://scenarios/{+name}' },
      argument: { name: 'name', value: 'sm' },
    });
    expect(completion.values[0]).toBe('small.yaml');
    const { prompts } = await client.listed.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['review-autoscaler', 'tune-policy', 'explain-incident']);
    const given = { policy: 'hpa.yaml', scenario: 'small.yaml' };
    const { messages } = await client.listed.getPrompt({ name: 'review-autoscaler', arguments: given });
    expect(JSON.stringify(messages)).toContain('Review the autoscaling policy hpa.yaml on the scenario small.yaml');
  });
});
