import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PolicyVerification } from '../../src/verify/verification.js';
import { callCli } from '../support/callCli.js';
import { installedLuas } from '../support/luaInterpreters.js';
import { root, runCli, smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

const decide = (body: string, before = '') => `${before}\nreturn { decide = function(o, c)\n${body}\nend }\n`;

/** A policy for each kind of hidden input: its text, and what its cause has to say. */
const hidden: Readonly<Record<string, readonly [code: string, cause: RegExp]>> = {
  clock: [decide('return 1 + os.time() % 7'), /os\.time at clock\.lua:3 reads a clock/],
  date: [decide('return tonumber(os.date("%H")) >= 8 and 8 or 3'), /os\.date at date\.lua:3 reads a clock/],
  environment: [
    decide('local least = tonumber(os.getenv("MIN")) or 4\nreturn least'),
    /os\.getenv\(MIN\) at environment\.lua:3 reads a variable/,
  ],
  chance: [decide('return math.random(1, 10)'), /math\.random at chance\.lua:3 draws lots/],
  order: [
    decide(
      'local first\nfor _, size in pairs(sizes) do first = first or size end\nreturn first',
      'local sizes = { web = 3, api = 5, db = 7 }',
    ),
    /pairs at order\.lua:4 walks a table in the order of its keys/,
  ],
  next: [
    decide('local _, size = next(sizes, (next(sizes)))\nreturn size', 'local sizes = { web = 3, api = 5, db = 7 }'),
    /next at next\.lua:3/,
  ],
  module: [decide('ticks = ticks + 1\nreturn ticks', 'local ticks = 0'), /Keep it in context\.state/],
  global: [decide('ticks = (ticks or 0) + 1\nreturn ticks'), /Keep it in context\.state/],
  address: [decide('return { desired = 2, reason = tostring({}) }'), /address of a table/],
};
/** Only real interpreters beside our own show these. */
const numbers: typeof hidden = {
  division: [decide('return { desired = 3, reason = "target " .. 10 / 2 }'), /5\.0 by Lua 5\.3/],

  halves: [decide('return { desired = 2, reason = string.format("%.0f of 7", 2.5) }'), /LuaJIT writes 2\.5 as 3/],
  exact: [decide('return { desired = 2, reason = string.format("%.0f", 9007199254740993 % 10) }'), /2\^53|wrap|2\^31/],
  dialect: [decide('return o.instances.ready // 2'), /cannot run it as it stands/],
};
const files = Object.fromEntries(
  Object.entries({ ...hidden, ...numbers }).map(([name, [code]]) => [`${name}.lua`, code]),
);
const typescript = {
  'steady.ts': 'export default { decide: (o) => ({ desired: o.instances.ready, reason: "as is" }) };',
  'now.ts': 'export default {\n  decide: () => ({ desired: 2 + (Math.floor(Date.now() / 1000) % 7) }),\n};',
  'dice.ts': 'export default {\n  decide: () => Math.floor(Math.random() * 1000),\n};',
  'zone.ts': 'export default {\n  decide: (o) => new Date(o.epochSeconds * 1000).getHours(),\n};',
  'counter.ts': 'let ticks = 0;\nexport default { decide: () => ++ticks };',
};
const folder = temporaryFolder({
  ...files,
  ...typescript,
  'clockless.lua': decide('return o.instances.ready'),
  'byTier.lua': decide('return o.context.model.metadata.tier == "gold" and 4 or 2'),
  'byName.lua': decide('return o.context.environment == "prod" and 4 or 2'),
  'dev.yaml': 'environment: dev\nmodel: { metadata: { tier: silver } }\n',
  'prod.json': JSON.stringify({ environment: 'prod', model: { metadata: { tier: 'gold' } } }),
  'broken.json': JSON.stringify({ model: { version: null } }),
  'small.yaml': smallScenario,
  'fails.lua': decide('return o.nothing.at'),
  'foreign.lua': decide('ngx.log(ngx.ERR, "x")\nreturn 2'),
  'flood.lua': decide('while true do print("x") end'),
  'loop.lua': decide('while true do end'),
  'hold.lua':
    'local kept = {}\nreturn { decide = function() for i = 1, 2000 do kept[#kept + 1] = string.rep("x", 1000000 + i) end return 2 end }',
});
afterAll(folder.remove);

interface Document {
  readonly policies: readonly PolicyVerification[];
  readonly missing: readonly string[];
}

async function verify(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const result = await callCli(['verify', ...args], { cwd: folder.path, env });
  const document: Document | undefined = result.stdout.startsWith('{') ? JSON.parse(result.stdout) : undefined;
  return { ...result, policies: document?.policies ?? [], missing: document?.missing ?? [] };
}

const causesOf = ({ differences }: PolicyVerification) => differences.flatMap(({ causes }) => causes).join('\n');

describe('verify', () => {
  for (const { tags, part } of sampled(Object.keys(hidden), 9)) {
    it(`finds hidden inputs of Lua, and names them with their line, whatever is installed: ${part}`, {
      tags,
    }, async () => {
      const { code, policies } = await verify([
        ...part.map((name) => `${name}.lua`),
        '--runtimes',
        'fengari',
        '--json',
      ]);
      expect(policies.map(({ name, status }) => [name, status])).toEqual(part.map((name) => [name, 'differs']));
      for (const policy of policies) expect(causesOf(policy)).toMatch(hidden[policy.name][1]);
      expect(code).toBe(99);
    });
  }

  it.skipIf(installedLuas.length < 4)(
    `finds what versions of Lua do differently (needs lua5.1, 5.3, 5.4 and luajit)`,
    { tags: ['ci'] },
    async () => {
      const names = Object.keys(numbers);
      const { code, policies } = await verify([...names.map((name) => `${name}.lua`), '--json']);
      expect(policies.map(({ name, status }) => [name, status])).toEqual(names.map((name) => [name, 'differs']));
      for (const policy of policies) expect(causesOf(policy)).toMatch(numbers[policy.name][1]);
      expect(code).toBe(99);
    },
  );

  it('demands the same decisions in every context, and names what differs', { tags: ['ci'] }, async () => {
    const contexts = ['--context', 'dev.yaml', '--context', 'prod.json'];
    const both = ['clockless.lua', 'byTier.lua'];
    const { code, policies } = await verify([...both, ...contexts, '--runtimes', 'fengari', '--json']);
    expect(code).toBe(99);
    const [same, differs] = policies;
    expect([same.status, differs.status]).toEqual(['same', 'differs']);
    expect(differs.differences[0].other.environment).toBe('context prod.json');
    expect(causesOf(differs)).toMatch(/prod\.json differs from dev\.yaml in environment, model\.metadata\.tier\./);
    expect((await runCli(['verify', 'byTier.lua', '--context', 'broken.json'], { cwd: folder.path })).code).toBe(104);
  });

  it('takes one context, and the environment that is asked for', { tags: ['ci'] }, async () => {
    const alone = await verify(['byTier.lua', '--context', 'prod.json', '--runtimes', 'fengari', '--json']);
    expect(alone.code).toBe(0);
    const inProd = ['--context', 'dev.yaml', '--environment', 'prod', '--runtimes', 'fengari', '--json'];
    const [{ decisions }] = (await verify(['byName.lua', ...inProd])).policies;
    expect(decisions[0].decision.desired).toBe(4);
  });

  it('finds every hidden input of TypeScript', { tags: ['ci'] }, async () => {
    const { code, policies } = await verify([...Object.keys(typescript), '--json']);
    expect(Object.fromEntries(policies.map((policy) => [policy.name, causesOf(policy)]))).toEqual({
      steady: '',
      now: expect.stringMatching(/Date\.now\(\) at now\.ts:2 reads a clock/),
      dice: expect.stringMatching(/Math\.random\(\) at dice\.ts:2 draws lots/),
      zone: expect.stringMatching(/time zone/),
      counter: expect.stringMatching(/Keep it in context\.state/),
    });
    expect(code).toBe(99);
  });

  const shipped = listed(join(root, 'policies'));
  /** They call the API of their own company, which a scenario describes. */
  const callsApi = (file: string) => /(apisix|haproxy|luasocket|openresty)\/[^/]+$/.test(file);

  /** It chooses for a route, and decides nothing from observations. */
  const isRouter = (file: string) => /\broute = function/.test(readFileSync(file, 'utf8'));

  it('of shipped policies is told in docs/policies.md as these tests find it', () => {
    const page = readFileSync(join(root, 'docs/policies.md'), 'utf8');
    const told = page.split('\n').flatMap((line): [string, string[]][] => {
      const [, names, where] = /^\| (`.*`) \| (.*) \| the same \|$/.exec(line) ?? [];
      return names === undefined ? [] : [[where, names.replaceAll('`', '').split(', ')]];
    });
    const namesOf = (isOwn: (file: string) => boolean) =>
      shipped
        .filter(isOwn)
        .map((file) => relative(join(root, 'policies'), file))
        .sort();
    const isLua = (file: string) => file.endsWith('.lua') && !callsApi(file) && !isRouter(file);
    const inLuajit = (file: string) => callsApi(file) && /(luasocket|openresty)/.test(file);
    expect(told).toEqual([
      ['fengari, LuaJIT', namesOf(isLua)],
      ['Node', namesOf((file) => !file.endsWith('.lua'))],
      ['fengari, LuaJIT, on `own-api.yaml`', namesOf(inLuajit)],
      [
        'fengari, on `own-api.yaml`: LuaJIT alone has no such host',
        namesOf((file) => callsApi(file) && !inLuajit(file)),
      ],
    ]);
  });

  it('agrees on every shipped policy', { tags: ['ci'] }, async () => {
    const own = shipped.filter((file) => !callsApi(file) && !isRouter(file));
    // LuaJIT differs most from Lua 5.3; all runtimes take a minute.
    const runtimes = process.env.DRYSCALE_LONG === '1' ? [] : ['--runtimes', 'fengari,luajit,node'];
    const { policies } = await verify([...own, ...runtimes, '--json']);
    expect(policies.filter(({ status }) => status !== 'same')).toEqual([]);
    expect(policies).toHaveLength(own.length);
  });

  it('agrees on every shipped policy of a host, on what it sees in its scenario', { tags: ['ci'] }, async (context) => {
    const hosted = shipped.filter(callsApi);
    // Its first 12 minutes: the rise.
    const text = readFileSync(join(root, 'scenarios/own-api.yaml'), 'utf8').replace('duration: 1h', 'duration: 12m');
    const scenario = join(folder.path, 'own-api.yaml');
    writeFileSync(scenario, text.replace(/policies:\n( {2}- .*\n)+/, ''));
    const args = ['--from', scenario, '--runtimes', 'fengari,luajit', '--json'];
    const { policies } = await verify([...hosted, ...args]);
    expect(policies.filter(({ status }) => status !== 'same')).toEqual([]);
    expect(policies).toHaveLength(hosted.length);
    if (!installedLuas.includes('luajit')) return context.skip('luajit is not installed');
    // LuaSocket and OpenResty's timers are there in LuaJIT too; APISIX and HAProxy are not, and that is said.
    const inLuajit = policies.map(({ name, runs }) => [name, runs.find(({ runtime }) => runtime === 'luajit')?.why]);
    expect(Object.fromEntries(inLuajit)).toEqual({
      'pool-scaler': 'uses require("apisix.core")',
      'pool-task': 'uses core',
      loop: null,
      'pool-timer': null,
      'worker-timer': null,
      'worker-timer-lock': null,
    });
  });

  it('ends with 107 for a policy that fails everywhere, and names the line', { tags: ['ci'] }, async () => {
    const { code, stdout } = await verify(['fails.lua', '--runtimes', 'fengari']);
    expect(stdout).toMatch(/fails: fails at observation 1: fails\.lua:3: attempt to index a nil value/);
    expect(code).toBe(107);
  });

  it('says by name what a runtime cannot run, and never passes it for verified', async (context) => {
    const name = installedLuas.find((one) => one !== 'luajit');
    if (name === undefined) return context.skip('no lua5.x is installed');
    const { code, stderr } = await verify(['foreign.lua', '--runtimes', name]);
    expect(stderr).toMatch(new RegExp(`cannot be verified: ${name}: uses ngx`));
    expect(code).toBe(104);
  });

  it('ends what does not end, fills the memory or floods its output in a real interpreter', {
    tags: ['ci'],
  }, async (context) => {
    const name = installedLuas.find((one) => one !== 'luajit');
    if (name === undefined) return context.skip('no lua5.x is installed');
    const { code, policies } = await verify(['loop.lua', 'flood.lua', 'hold.lua', '--runtimes', name, '--json']);
    expect(policies.map(({ fault }) => fault?.message)).toEqual([
      expect.stringMatching(/instruction budget of one decision \(100 million\)/),
      expect.stringMatching(/output limit of 100 kB/),
      expect.stringMatching(/not enough memory|the interpreter ended/),
    ]);
    expect(code).toBe(107);
  });
});

describe('verify, its files and options', () => {
  const targetCpu = join(root, 'policies/target-cpu.lua');

  it('writes a decision log, demands it later, and shows the first decision that is another', {
    tags: ['ci'],
  }, async () => {
    const golden = join(folder.path, 'golden.jsonl');
    const first = await verify([targetCpu, '--golden', golden, '--runtimes', 'fengari']);
    expect(first.code).toBe(0);
    expect(existsSync(golden)).toBe(true);
    expect((await verify([targetCpu, '--golden', golden, '--runtimes', 'fengari'])).code).toBe(0);
    writeFileSync(golden, readFileSync(golden, 'utf8').replace('"desired":4', '"desired":5'));
    const changed = await verify([targetCpu, '--golden', golden, '--runtimes', 'fengari']);
    expect(changed.code).toBe(99);
    expect(changed.stdout).toMatch(
      /DIFFERS from .*golden\.jsonl at decision \d+\n {2}log {2}.*"desired":5.*\n {2}now {2}.*"desired":4/,
    );
    const other = await verify([`${targetCpu}?target=0.6`, '--golden', golden, '--runtimes', 'fengari']);
    expect(other.code).toBe(104);
    expect(other.stderr).toMatch(/holds no decisions of target-cpu\?target=0\.6/);
  });

  it('records the observations of a scenario', { tags: ['ci'] }, async () => {
    const { code, policies } = await verify([targetCpu, '--from', 'small.yaml', '--runtimes', 'fengari', '--json']);
    expect(code).toBe(0);
    expect(policies[0].observationCount).toBe(19);
  });

  it('writes JUnit and JSON', { tags: ['ci'] }, async () => {
    const out = join(folder.path, 'out');
    await verify(['fails.lua', 'clock.lua', '--runtimes', 'fengari', '--report', 'junit,json', '--out', out]);
    const junit = readFileSync(join(out, 'junit.xml'), 'utf8');
    expect(junit).toMatch(/<testcase classname="clock" name="fengari: here" time="0"\/>/);
    expect(junit).toMatch(/<failure message="at observation 1 desired \d; fengari, here: desired \d"/);
    expect(junit).toMatch(/<error message="fails\.lua:3:/);
    expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')).policies).toHaveLength(2);
  });

  it('refuses what it cannot do, by name', { tags: ['ci'] }, async () => {
    const refusals: readonly (readonly [string, RegExp, number])[] = [
      ['clock.lua --runtimes lua6', /"lua6" is no runtime/, 104],
      ['static:6', /static:6 cannot be verified/, 104],
      ['missing.lua', /there is no such policy file/, 104],
      ['clock.lua --observations missing.jsonl', /is not found/, 104],
      ['clock.lua --observations a --from b', /given together/, 2],
      ['clock.lua --report html', /"html" is unknown/, 2],
      ['clock.lua --runtimes node', /clock cannot be verified/, 104],
    ];
    for (const [line, message, expected] of refusals) {
      const { code, stderr } = await verify(line.split(' '));
      expect(stderr).toMatch(message);
      expect(code).toBe(expected);
    }
  });

  it('takes a runtime that is missing for a line, and with --require for an error', { tags: ['ci'] }, async () => {
    const env = { PATH: '/nowhere' };
    const { code, stderr, missing } = await verify([targetCpu, '--json'], env);
    expect(missing).toEqual(['lua5.4', 'lua5.3', 'lua5.1', 'luajit']);
    expect(stderr).toMatch(/luajit is not installed/);
    expect(code).toBe(0);
    const required = await verify([targetCpu, '--require'], env);
    expect(required.stderr).toMatch(/not installed: lua5\.4, lua5\.3, lua5\.1, luajit/);
    expect(required.code).toBe(104);
  });
});

function listed(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return listed(inside);
    return /\.(lua|ts|ya?ml|json)$/.test(entry.name) ? [inside] : [];
  });
}
