import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sha256Of } from '../../../src/scenario/contextLock.js';
import { callCli } from '../../support/callCli.js';
import { temporaryFolder } from '../../support/runCli.js';

const server = 'http://127.0.0.1:1/mcp';
const text = '{"version":"2026-10"}';
const resources = [{ server, uri: 'model://current', protocol: '2026-07-28', sha256: sha256Of(text), text }];
const startUnixSeconds = 1_795_194_000;
const series = (name: string, value: number) => ({
  metric: { __name__: name },
  values: Array.from({ length: 41 }, (_, index) => [startUnixSeconds + 30 * index, String(value)]),
});
const recorded = (name: string, value: number) =>
  JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [series(name, value)] } });

const folder = temporaryFolder({
  'web.yaml': `
name: web
duration: 1m
context: { mcp: [{ url: "${server}", resources: { model: "model://current" } }] }
traffic: { users: { executor: constant-arrival-rate, rate: 2 } }
requests: { page: { route: web, cpu: 10ms } }
services: { web: { instance: { vcpus: 1, cpuRequest: 1, startup: 10s }, scaling: { min: 1, max: 2 } } }
slo: { latency: 300ms, objective: 0.9 }
`,
  'fixed.lua': 'return { params = { more = 0 }, decide = function(_, context) return 1 + context.params.more end }',
  'rate.json': recorded('rate', 2),
  'pods.json': recorded('kube_deployment_status_replicas', 1),
  'context.lock.json': JSON.stringify({ format: 'dryscale-context-lock/1', resources }),
});
afterAll(() => folder.remove());

it.each([
  ['run', '--policy', 'static:1', '--runs', '2'],
  ['compare', '--policy', 'static:1', '--policy', 'static:2', '--runs', '2'],
  ['tune', '--policy', 'fixed.lua', '--vary', 'more=0,1', '--goal', 'cost_usd'],
  ['chaos', '--policy', 'static:1', '--runs', '1', '--budget', '30'],
  ['headroom', '--policy', 'static:1', '--runs', '1'],
  ['verify', 'fixed.lua', '--runtimes', 'fengari', '--from', 'web.yaml'],
  ['backtest', '--policy', 'static:1', '--runs', '2', '--actual', 'rate.json', '--actual', 'pods.json'],
])('the document of %s names the lock that its runs read', { tags: ['ci'] }, async (command, ...given) => {
  const file = command === 'verify' ? [] : ['web.yaml'];
  const { code, stdout, stderr } = await callCli([command, ...file, ...given, '--json'], { cwd: folder.path });
  expect(code, stderr).not.toBe(104);
  const hash = sha256Of(readFileSync(join(folder.path, 'context.lock.json'), 'utf8'));
  expect(stdout.match(/"context_lock": "\w+"/g), stderr).toEqual([`"context_lock": "${hash}"`]);
});
