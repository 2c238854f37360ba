// @module-tag ci
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { root as packageRoot, smallScenario, temporaryFolder } from '../support/runCli.js';

const hasStrace = spawnSync('strace', ['-V']).status === 0;
const below = temporaryFolder({ 'small.yaml': smallScenario });
const elsewhere = temporaryFolder({ 'secret.yaml': smallScenario, 'secret.lua': '', log: '' });
afterAll(() => {
  below.remove();
  elsewhere.remove();
});

/** Opens and sockets of the server and of all that it starts, as the system saw them. */
async function traced(calls: readonly (readonly [name: string, args: object])[]): Promise<string[]> {
  const log = join(elsewhere.path, 'log');
  const words = ['-f', '-qq', '-e', 'trace=open,openat,openat2,creat,socket', '-o', log, process.execPath];
  const server = spawn('strace', [...words, join(packageRoot, 'dist/cli/main.js'), 'mcp', '--root', below.path]);
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const send = (message: object) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const clientInfo = { name: 'test', version: '1' };
  send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  await lines.next();
  send({ method: 'notifications/initialized' });
  for (const [index, [name, given]] of calls.entries()) {
    send({ id: index + 1, method: 'tools/call', params: { name, arguments: given } });
    await lines.next();
  }
  server.stdin.end();
  await once(server, 'exit');
  return readFileSync(log, 'utf8').split('\n');
}

it.runIf(hasStrace)('the system sees no file opened elsewhere, none written, and no socket of a network', async () => {
  const lines = await traced([
    ['compare', { scenario: 'small.yaml', policies: ['static:2', 'target-cpu'], runs: 1 }],
    ['validate', { file: join(elsewhere.path, 'secret.yaml') }],
    ['run', { scenario: 'small.yaml', policy: `web=${elsewhere.path}/secret.lua`, runs: 1 }],
  ]);
  const own = [realpathSync(below.path), below.path, packageRoot, realpathSync(process.execPath)];
  const ofSystem = /^\/(?:lib|lib64|usr|proc|sys|dev)(?:\/|$)|^\/etc\/(?:ld\.so|ssl|localtime)/;
  const paths = lines.flatMap((line) => {
    const [, path, flags] = /\bopen\w*\((?:AT_FDCWD, )?"([^"]*)", ([A-Z_|]+)/.exec(line) ?? [];
    return path === undefined ? [] : [{ path, isWritten: /O_WRONLY|O_RDWR|O_CREAT/.test(flags) }];
  });
  expect(paths.length).toBeGreaterThan(50);
  const isOwn = (path: string) => own.some((folder) => path === folder || path.startsWith(`${folder}/`));
  expect(paths.map(({ path }) => path).filter((path) => !isOwn(path) && !ofSystem.test(path))).toEqual([]);
  expect(paths.filter(({ path, isWritten }) => isWritten && !/^\/(?:dev|proc)\//.test(path))).toEqual([]);
  expect(lines.filter((line) => /\bsocket\(AF_INET/.test(line))).toEqual([]);
});
