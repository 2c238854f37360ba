import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { decideAll } from '../../../src/policy/openLoop.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const load = (code: string, params = {}) => loadLuaPolicy({ fileName: 'p.lua', code, params });

/** When the policy acted, and what it wished. */
function actions(code: string, untilSeconds: number, params = {}): (readonly [number, number])[] {
  const host = new FakeHost({ metrics: () => ({ request_rate: 50 }) });
  runPolicy(load(code, params), host, untilSeconds);
  return host.actions.map(({ timeSeconds, decision }) => [timeSeconds, decision.desired] as const);
}

describe('a file that wants its host while it loads and returns decide', () => {
  const asked =
    'return { every = "30s", params = { target = 10 }, decide = function(o, c) return n / c.params.target end }';

  it.each([
    ['reads counts', 'n = require("dryscale").instances().max', [30, 10]],
    ['reads a metric', 'n = require("dryscale").metric("request_rate")', [30, 5]],
    [
      'reads a metric in a protected call',
      'local _, m = pcall(require("dryscale").metric, "request_rate") n = m',
      [30, 5],
    ],
    [
      'reads a metric in a coroutine',
      'n = coroutine.wrap(function() return require("dryscale").metric("request_rate") end)()',
      [30, 5],
    ],
    ['sleeps', 'require("dryscale").sleep(40) n = 20', [60, 2]],
    ['acts', 'require("dryscale").scale_to(7) n = 20', [0, 7]],
  ])('decides: it %s', (_, first, action) => {
    expect(actions(`${first}\n${asked}`, 60)[0]).toEqual(action);
    expect(actions(`${first}\n${asked}`, 60).at(-1)?.[0]).toBe(60);
  });

  it('is known to be asked, and how often, once it has loaded', () => {
    const runner = load(`n = require("dryscale").instances().max\n${asked}`).start(new FakeHost());
    expect([runner.isScript, runner.everySeconds]).toEqual([true, undefined]);
    runner.wake();
    expect([runner.isScript, runner.everySeconds]).toEqual([false, 30]);
  });

  it('has the parameters that its table declares, and may not sleep any more', () => {
    const read = 'local d = require("dryscale") n = d.instances().max';
    expect(actions(`${read}\n${asked}`, 30, { target: 20 })).toEqual([[30, 5]]);
    expect(() => actions(`${read}\n${asked}`, 30, { traget: 20 })).toThrow('Did you mean "target"?');
    const sleepy = `${read} return { decide = function() d.sleep(1) end }`;
    expect(() => actions(sleepy, 30)).toThrow('p.lua:1: a policy with decide may not sleep');
  });

  it('is asked at each recorded observation', () => {
    const policy = load(
      'local max = require("dryscale").instances().max\nreturn { every = "1h", decide = function() return max end }',
    );
    const instances = { desired: 2, ready: 2, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 9 };
    const observations = [1_700_000_000, 1_700_000_015].map((time) => ({
      time,
      service: 'web',
      instances,
      metrics: {},
      resources: {},
      context: {},
    }));
    const decided = decideAll({ policy, observations, carriesDesired: false, onPolicy: () => {} });
    expect(decided.map(({ desired }) => desired)).toEqual([9, 9]);
  });

  it('is refused by name where it returns something else', () => {
    const read = 'local n = require("dryscale").instances().max\n';
    expect(() => actions(`${read}return { Decide = function() return n end }`, 30)).toThrow('found Decide');
    expect(() => actions(`${read}return n`, 30)).toThrow('returns 100, expected a table with decide');
    const runner = runPolicy(load(`${read}function decide() return n end`), new FakeHost(), 30);
    expect(runner.findings?.[0]).toContain('defines decide but does not return it');
  });
});

describe('parameters of a script', () => {
  const loop = (body: string) => `local d = require("dryscale") while true do ${body} d.sleep(60) end`;

  it.each([
    ['reads none', loop(''), 'It reads none'],
    ['reads another', loop('local t = d.params.target or 0.7'), 'Did you mean "target"? Known: target.'],
    ['reads another later', loop('if d.now() > 60 then print(d.params.target) end'), 'Did you mean "target"?'],
    ['reads another by a text', loop('local t = d.params["target"]'), 'Did you mean "target"?'],
    ['ends at once', 'local d = require("dryscale") d.scale_to(3)', 'It reads none'],
  ])('are refused where it %s', (_, code, text) => {
    expect(() => actions(code, 120, { traget: 0.5 })).toThrow(`p.lua: has no parameter "traget". ${text}`);
  });

  it.each([
    ['by name', loop('local t = d.params.traget')],
    ['by a name it makes', loop('local t = d.params["tra" .. "get"]')],
    ['in a walk', loop('for name, value in pairs(d.params) do print(name) end')],
    ['by next', loop('local name = next(d.params)')],
    ['by rawget', loop('local t = rawget(d.params, "tra" .. "get")')],
  ])('are known where it reads them %s', (_, code) => {
    expect(() => actions(code, 120, { traget: 0.5 })).not.toThrow();
  });

  it('that no line read are found at the end', () => {
    const policy = load(loop('if d.now() > 1000 then print(d.params.burst) end'), { burst: 2 });
    expect(runPolicy(policy, new FakeHost(), 120).findings).toEqual([
      'the parameter "burst" was given and never read, so it changed nothing.',
    ]);
    expect(runPolicy(policy, new FakeHost(), 1200).findings).toEqual([]);
  });

  it('are counts where they are whole', () => {
    const host = new FakeHost();
    runPolicy(load(loop('local p = d.params print(p.n, p.x, p.s)'), { n: 3, x: 0.5, s: 'on' }), host, 30);
    expect(host.lines).toEqual(['3\t0.5\ton']);
  });
});
