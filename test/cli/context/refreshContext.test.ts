// @module-tag ci
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { callCli } from '../../support/callCli.js';
import { newClient, textOf } from '../../support/mcpClients.js';
import { root, smallScenario, temporaryFolder } from '../../support/runCli.js';

const server = readFileSync(join(root, 'test/support/contextServer.mjs'), 'utf8');
const scenario = (texts: readonly string[]) => `${smallScenario}
context:
  mcp:
    - command: ${JSON.stringify([process.execPath, 'server.mjs', ...texts])}
      resources: { model: "model://1" }
`;
const folder = temporaryFolder({
  'server.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync('asked', '');\n${server}`,
  'web.yaml': scenario(['well', '0', '{"version":"a"}']),
});
afterAll(() => folder.remove());
const path = (name: string) => join(folder.path, name);
const cli = (...args: readonly string[]) => callCli(args, { cwd: folder.path });
const documentOf = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout).scenarios;
const few = ['web.yaml', '--runs', '2', '--json', '--quiet'];

it('asks a server once, and never again: not for runs, and not for agents', async () => {
  const first = await cli('run', ...few, '--refresh-context');
  expect(first.code, first.stderr).toBe(0);
  const lock = readFileSync(path('context.lock.json'), 'utf8');
  expect(JSON.parse(lock).resources).toEqual([
    expect.objectContaining({ uri: 'model://1', text: '{"version":"a"}', server: expect.any(Array) }),
  ]);
  rmSync(path('asked'));

  expect(documentOf(await cli('run', ...few, '--workers', '2'))).toEqual(documentOf(first));
  expect((await cli('compare', ...few, '--policy', 'static:1', '--policy', 'static:2')).code).toBe(0);

  const client = await newClient(['--root', folder.path, '--allow-code']);
  try {
    const call = { scenario: 'web.yaml', policy: 'static:1', runs: 2 };
    const done = await client.call('run', call);
    expect(done.isError, textOf(done)).not.toBe(true);
    rmSync(path('context.lock.json'));
    const refused = await client.call('run', call);
    expect([refused.isError, textOf(refused)]).toEqual([true, expect.stringContaining('--refresh-context')]);
  } finally {
    await client.close();
    writeFileSync(path('context.lock.json'), lock);
  }
  expect(existsSync(path('asked'))).toBe(false);
});

it('leaves the lock as it is where a server fails, and says which', async () => {
  const lock = readFileSync(path('context.lock.json'), 'utf8');
  writeFileSync(path('web.yaml'), scenario(['dies']));
  const stale = await cli('run', ...few);
  expect([stale.code, stale.stderr]).toEqual([104, expect.stringContaining('stale-context-lock')]);
  const failed = await cli('run', ...few, '--refresh-context');
  expect(failed.code).toBe(104);
  expect(failed.stderr).toMatch(/context\.mcp\.0 .*server\.mjs dies \(for model:\/\/1\) ended/);
  expect(failed.stderr).toContain('cannot find module registry');
  expect(failed.stderr).not.toMatch(/^\s+at /m);
  writeFileSync(path('web.yaml'), scenario(['well', '0', '{"version":7}']));
  const wrong = await cli('run', ...few, '--refresh-context');
  expect([wrong.code, wrong.stderr]).toEqual([104, expect.stringContaining('makes model.version what it cannot be')]);
  expect(readFileSync(path('context.lock.json'), 'utf8')).toBe(lock);
});

it('keeps what other scenarios may need, and tells what none names', async () => {
  writeFileSync(path('web.yaml'), scenario(['well', '0', '{"version":"b"}']));
  const { code, stderr } = await cli('run', 'web.yaml', '--runs', '2', '--refresh-context');
  expect([code, stderr]).toEqual([0, expect.stringMatching(/unnamed-in-lock[\s\S]*Fix: take it out/)]);
  expect(JSON.parse(readFileSync(path('context.lock.json'), 'utf8')).resources).toHaveLength(2);
});

it('has nothing to ask where no scenario names a server', async () => {
  writeFileSync(path('web.yaml'), smallScenario);
  const { code, stderr } = await cli('run', ...few, '--refresh-context');
  expect([code, stderr]).toEqual([2, expect.stringContaining('nothing-to-refresh')]);
});
