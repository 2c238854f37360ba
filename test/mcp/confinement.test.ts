// @module-tag ci
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, type McpClient, newClient } from '../support/mcpClients.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const outer = temporaryFolder({
  'secret.csv': 'time,count\n0,7\n60,secretword\n',
  'secret.lua': 'return { decide = function() return secretword end }',
  'secret.yaml': `${smallScenario}# secretword\n`,
  'secret.ts': 'export const secretword = 1;\n',
});
const root = join(outer.path, 'root');
mkdirSync(root);
writeFileSync(join(root, 'small.yaml'), smallScenario);
writeFileSync(join(root, 'code.ts'), 'export default { decide: () => 2 };\n');
for (const name of ['secret.csv', 'secret.lua', 'secret.yaml'])
  symlinkSync(join(outer.path, name), join(root, `link-${name}`));
symlinkSync(outer.path, join(root, 'out'));
afterAll(() => outer.remove());

const traced = (file: string) =>
  smallScenario.replace(/traffic: .*/, `traffic: { users: { executor: trace, file: ${JSON.stringify(file)} } }`);

describe('below its root', () => {
  let client: McpClient;
  const before = readdirSync(outer.path, { recursive: true }).sort();
  beforeAll(async () => {
    client = await newClient(['--root', root]);
  });
  afterAll(async () => {
    await client.close();
    expect(readdirSync(outer.path, { recursive: true }).sort()).toEqual(before);
  });

  const refused = async (name: string, args: Record<string, unknown>) => {
    const result = await client.call(name, args);
    expect(result.isError, JSON.stringify(args)).toBe(true);
    expect(JSON.stringify(result)).not.toContain('secretword');
    expect(JSON.stringify(result)).not.toMatch(/secret\.\w+[^"]*secret\.\w+, /);
    return codesOf(result);
  };

  it('a tool tells nothing of what lies elsewhere', async () => {
    expect(await refused('validate', { file: 'link-secret.yaml' })).toEqual(['outside-root']);
    expect(await refused('validate', { file: traced('../secret.csv') })).toEqual(['outside-root']);
    expect(await refused('run', { scenario: 'small.yaml', policy: 'web=out/secret.lua' })).toEqual(['outside-root']);
  });

  it('a name that is not there tells no more than one that is', async () => {
    expect(await refused('validate', { file: '../nothing.yaml' })).toEqual(['outside-root']);
    expect(await refused('decide', { policy: 'target-cpu', observations: ['..'] })).toEqual(['outside-root']);
  });

  it('what is read from disk alone is not taken as text', async () => {
    const files = [{ name: 'counts.csv', text: 'time,count\n0,7\n60,7\n' }];
    expect(await refused('validate', { file: traced('counts.csv'), files })).toEqual(['handed-over']);
  });

  it('no code runs', async () => {
    expect(await refused('run', { scenario: 'small.yaml', policy: 'code.ts' })).toEqual(['needs-allow-code']);
    const files = [{ name: 'given.mjs', text: 'export default { decide: () => 2 }' }];
    expect(await refused('run', { scenario: 'small.yaml', policy: 'given.mjs', files })).toEqual(['needs-allow-code']);
  });

  it('links that lead out are not listed', async () => {
    const { structuredContent } = await client.call('list_policies', {});
    const own = structuredContent.policies.filter(({ origin }: { origin: string }) => origin === 'root');
    expect(own).toEqual([]);
  });

  it('a text stands for no file elsewhere, and for no option', async () => {
    const files = [{ name: '../x.yaml', text: smallScenario }];
    expect(await refused('validate', { file: 'small.yaml', files })).toEqual(['outside-root']);
    for (const file of ['--help', '\u0000-', '/dev/stdin']) {
      expect((await refused('validate', { file })).length, file).toBe(1);
    }
    expect(await refused('compare', { scenario: 'small.yaml', reference: 'git:HEAD' })).toEqual(['bad-input']);
  });
});

it('with --allow-code a policy in TypeScript runs', async () => {
  const client = await newClient(['--root', root, '--allow-code']);
  const { structuredContent } = await client.call('run', {
    scenario: 'small.yaml',
    policy: 'code.ts',
    runs: 1,
    measures: ['instances_peak'],
  });
  await client.close();
  expect(structuredContent.policies[0].measures.instances_peak.mean).toBe(2);
});
