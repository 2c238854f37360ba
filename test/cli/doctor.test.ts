import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examination, Use } from '../../src/cli/doctor/examination.js';
import { callCli } from '../support/callCli.js';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';

const openresty = `local http = require "resty.http"
local token = os.getenv("API_TOKEN")
local function tick()
  local client = http.new()
  local answer = client:request_uri("http://prometheus:9090/api/v1/query?query=cpu_utilization", { method = "GET" })
  if answer and answer.status == 200 then
    client:request_uri("https://api.example/v1/scaleup", { method = "POST", body = "" })
  end
end
ngx.timer.every(20, tick)`;
const mixed = `local own = require("mylib.helpers")
redis.call("GET", KEYS[1])
local f = io.open("/etc/passwd")
return { decide = function() return 1 end }`;

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder({
    'small.yaml': `${smallScenario}policyEnv: { API_TOKEN: abc }\n`,
    'openresty.lua': openresty,
    'mixed.lua': mixed,
    'loop.lua':
      'local d = require("dryscale")\nwhile true do d.scale_to(d.instances().desired + 1) os.execute("sleep 60") end',
    'cloud.lua': `local http = require("socket.http")
return { every = "30s", decide = function(o) http.request("https://api.mycloud.example/v1/servers", '{"count":1}') end }`,
    'broken.lua': 'local a = 1\nlocal x = = 3\n',
    'ansi.lua': 'return { decide = function() return ("\\27[31m")["\\27[31mred"] or _G["\\27[31m"].x end }',
    'real.ts': `import { readFileSync } from 'node:fs';
export const params = { target: 2 };
export const decide = ({ metrics }) => {
  if (Date.now() < 0 || process.env.TOKEN) readFileSync('/x');
  return metrics.request_rate > 50 ? 4 : 2;
};`,
    'hpa.yaml': 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\n',
  });
});
afterAll(() => folder.remove());

const doctor = (...args: string[]) => callCli(['doctor', ...args], { cwd: folder.path });

async function examined(...args: string[]): Promise<{ code: number | null; policies: Examination[] }> {
  const { code, stdout } = await doctor(...args, '--json');
  const document = JSON.parse(stdout);
  expect(document.format).toBe('dryscale-doctor/1');
  return { code, policies: document.policies };
}

const statusOf = ({ uses }: Examination, name: string): Use['status'] | undefined =>
  uses.find((use) => use.name === name)?.status;

describe('dryscale doctor', () => {
  it('says of an OpenResty policy what it uses, how it is entered, and what it did in a short run', {
    tags: ['ci'],
  }, async () => {
    const { code, stdout } = await doctor('openresty.lua');
    expect(code).toBe(0);
    expect(stdout).toContain('openresty.lua   Lua, a script that starts timers (ngx.timer.every), every 20s\n');
    expect(stdout).toMatch(/ {2}module {7}resty\.http +simulated {2}line 1\n/);
    expect(stdout).toMatch(/ {2}environment {2}API_TOKEN +unset\n.*policyEnv/);
    expect(stdout).toMatch(/ {2}metric {7}cpu_utilization +read\n/);
    expect(stdout).toMatch(/POST https:\/\/api\.example\/v1\/scaleup +answered {3}\d+ times/);
    expect(stdout).toMatch(/made-up traffic.*: called \d+ times, changed the\n {2}count \d+ times\n/);
  });

  it('says the same of a scenario of one’s own, with its variables', { tags: ['ci'] }, async () => {
    const { code, policies } = await examined('openresty.lua', '--from', 'small.yaml', '--set', 'duration=2m');
    expect(code).toBe(0);
    expect(statusOf(policies[0], 'API_TOKEN')).toBe('given');
    expect(policies[0].run?.scenario).toBe('small');
    expect((await doctor('openresty.lua', '--set', 'duration=2m')).code).toBe(2);
  });

  it('knows what is refused and what is nobody’s, by line, and that the policy cannot run', async () => {
    const { code, policies } = await examined('mixed.lua');
    expect(code).toBe(107);
    const [one] = policies;
    expect(one.fault).toMatch(/^mixed\.lua:1: module 'mylib\.helpers'/);
    expect(statusOf(one, 'mylib.helpers')).toBe('unknown');
    expect(one.uses.find(({ name }) => name === 'redis')).toMatchObject({
      status: 'unknown',
      lines: [2],
      note: expect.stringContaining('Redis'),
    });
    expect(one.uses.find(({ name }) => name === 'io.open')).toMatchObject({ status: 'refused', lines: [3] });
  });

  it('prints the stanza for an API that the scenario does not know', { tags: ['ci'] }, async () => {
    const { code, stdout } = await doctor('cloud.lua');
    expect(code).toBe(107);
    expect(stdout).toMatch(/url {10}POST https:\/\/api\.mycloud\.example\/v1\/servers +refused/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('routes: [{ match: "POST https://api.mycloud.example/v1/servers"');
  });

  it('tells the period of what calls an API that takes its time: between two beginnings', {
    tags: ['ci'],
  }, async () => {
    const policies = ['openresty/pool-timer', 'apisix/pool-scaler', 'luasocket/loop'];
    const files = policies.map((name) => join(root, 'policies', `${name}.lua`));
    const { stdout } = await doctor(...files, '--from', join(root, 'scenarios/own-api.yaml'));
    expect(stdout.match(/, every \w+/g)).toEqual([', every 15s', ', every 15s', ', every 17s']);
  });

  it('tells every style: a loop, a decision, TypeScript, a manifest, a name, a file that does not parse', {
    tags: ['ci'],
  }, async () => {
    const { code, policies } = await examined('loop.lua', 'broken.lua', 'real.ts', 'hpa.yaml', 'static:3');
    expect(code).toBe(107);
    expect(policies.map(({ kind }) => kind)).toEqual(['lua', 'lua', 'typescript', 'manifest', 'name']);
    const [loop, broken, real, manifest] = policies;
    expect([loop.style, loop.period_s]).toEqual(['Lua, a script that loops and waits (os.execute)', 60]);
    expect(broken.fault).toMatch(/^broken\.lua:2: /);
    expect([real.style, real.period_s]).toEqual(['TypeScript, asked (decide)', 15]);
    expect(['node:fs', 'Date', 'TOKEN', 'request_rate'].map((name) => statusOf(real, name))).toEqual([
      'refused',
      'simulated',
      'unset',
      'read',
    ]);
    expect(manifest.style).toContain('dryscale explain hpa.yaml');
  });

  it('sends no control character to the terminal', async () => {
    const { stdout } = await doctor('ansi.lua');
    expect(stdout).not.toContain('\u001b');
  });

  it('finds nothing to complain of in the policies that are shipped, each on a scenario that knows its API', {
    tags: ['ci'],
  }, async () => {
    const folderOf = join(root, 'policies');
    const textOf = (name: string) => readFileSync(join(folderOf, name), 'utf8');
    // A router is no policy.
    const names = readdirSync(folderOf, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.lua') && !/\broute = function/.test(textOf(name)),
    );
    const ownApi = join(root, 'scenarios/own-api.yaml');
    const asksOwnApi = (name: string) => textOf(name).includes('api.mycloud.example');
    const fileOf = (name: string) => join(folderOf, name);
    const results = await Promise.all([
      examined(...names.filter((name) => !asksOwnApi(name)).map(fileOf)),
      examined(...names.filter(asksOwnApi).map(fileOf), '--from', ownApi, '--set', 'duration=20m'),
    ]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    for (const { source, uses } of results.flatMap(({ policies }) => policies)) {
      const odd = uses.filter(({ status }) => ['refused', 'unknown'].includes(status));
      expect(odd, source).toEqual([]);
    }
  });
});
