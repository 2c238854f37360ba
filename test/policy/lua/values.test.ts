import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { mergeParams } from '../../../src/policy/mergeParams.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const load = (code: string, params = {}) => loadLuaPolicy({ fileName: 'p.lua', code, params });

function decisionOf(body: string): unknown {
  const host = new FakeHost();
  runPolicy(load(`return { decide = function()\n${body}\nend }`), host, 15);
  return host.actions[0]?.decision;
}

describe('defaults of parameters', () => {
  it.each([
    ['print', 'a function'],
    ['function() end', 'a function'],
    ['coroutine.create(print)', 'a thread'],
    ['{ 1 }', '{"[1]":1}'],
    ['{ {{{{}}}} }', '{"[1]":{"[1]":{"[1]":"a table"}}}'],
    ['0/0', 'NaN'],
  ])('are refused by name and line: %s', (value, shown) => {
    const code = `return {\n  params = {\n    f = ${value},\n    g = 2,\n  },\n  decide = print }`;
    expect(() => load(code)).toThrow(`p.lua:3: the parameter "f" is ${shown}, expected a number, text or true/false.`);
  });

  it('are refused where a table holds itself', () => {
    const code = 'local t = {} t.t = t return { params = { t = t }, decide = print }';
    expect(() => load(code)).toThrow('the parameter "t" is {"t":{"t":{"t":"a table"}}}');
  });

  it('have names', () => {
    expect(() => load('return { params = { 0.6 }, decide = print }')).toThrow('p.lua: params has the key 1');
    expect(() => load('return { params = { [true] = 1 }, decide = print }')).toThrow('p.lua: params has the key true');
    expect(() => load('return { params = 5, decide = print }')).toThrow('params is 5, expected names with values');
  });

  it('are all there, however many', () => {
    const code = 'local p = {} for i = 1, 500 do p["k" .. i] = i end return { params = p, decide = print }';
    expect(Object.keys(load(code).params)).toHaveLength(500);
    expect(load(code, { k500: 7 }).params).toMatchObject({ k499: 499, k500: 7 });
  });

  it('stay whole numbers or floats, as they are written', () => {
    const code = `return { params = { a = 1, b = 1.0, c = 0.5, d = math.huge, e = 3 }, decide = function(o, c)
      local p = c.params print(p.a, p.b, p.c, p.d == math.huge, p.e) end }`;
    const host = new FakeHost();
    runPolicy(load(code, { c: 2, e: 0.5 }), host, 15);
    expect(host.lines).toEqual(['1\t1.0\t2.0\ttrue\t0.5']);
  });

  it('are no NaN in TypeScript either', () => {
    const merge = (value: unknown) => mergeParams({ fileName: 'p.ts', defaults: { f: value }, overrides: {} });
    for (const value of [() => 1, Symbol('x'), null, [], {}, 1n, Number.NaN]) {
      expect(() => merge(value)).toThrow('p.ts: the parameter "f" is');
    }
    expect(merge(Number.POSITIVE_INFINITY)).toEqual({ f: Number.POSITIVE_INFINITY });
  });
});

describe('a decision', () => {
  it('has its decision, however many other fields and whatever is in them', () => {
    const many =
      'local t = { me = print } for i = 1, 300 do t["k" .. i] = i end t.self = t t.desired = 3 t.reason = "r"';
    expect(decisionOf(`${many} return t`)).toEqual({ desired: 3, reason: 'r' });
    expect(decisionOf('return { [1] = 5, desired = 2 }')).toEqual({ desired: 2 });
  });

  it.each([
    ['{ desired = { 3 } }', 'the returned value is {"[1]":3}'],
    ['{ desired = print }', 'the returned value is a function'],
    ['{ desired = 3, reason = {} }', 'the returned reason is {}'],
    ['{ desired = 3, reason = print }', 'the returned reason is a function'],
    ['{ 3 }', 'the returned value is {"[1]":3}'],
    ['print', 'the returned value is a function'],
  ])('is refused by what it holds: %s', (value, text) => {
    expect(() => decisionOf(`return ${value}`)).toThrow(text);
  });

  it('says what it leaves out of a long table without a decision', () => {
    expect(() => decisionOf('local t = {} for i = 1, 130 do t[i] = 1 end return t')).toThrow(
      'the returned value is {"[1]":1',
    );
  });
});

describe('a field that an observation has not', () => {
  it.each([
    [
      'o.cpu_utilization',
      'read observation.cpu_utilization, which there is not. It is observation.metrics.cpu_utilization.',
    ],
    ['o.metric', 'read observation.metric, which there is not. Did you mean "metrics"?'],
    ['o.instances.redy', 'read observation.instances.redy, which there is not. Did you mean "ready"?'],
    ['o.metrics.cpu', 'read "cpu" is not a metric.'],
  ])('%s is nil, and a finding', (expression, text) => {
    const host = new FakeHost({ metrics: () => ({ cpu_utilization: 0.5 }) });
    const code = `return { decide = function(o) print(${expression}) end }`;
    const runner = runPolicy(load(code), host, 45);
    expect(host.lines).toEqual(['nil', 'nil', 'nil']);
    expect(runner.findings).toHaveLength(1);
    expect(runner.findings?.[0]).toContain(text);
  });

  it('is no finding where it is there at times: lastAction, metricsFailed', () => {
    const host = new FakeHost();
    const code =
      'return { decide = function(o) print(o.lastAction, o.metricsFailed, o[1], o.context.environment) end }';
    expect(runPolicy(load(code), host, 15).findings).toEqual([]);
  });

  it('is nil for whatever its metamethod is called with by hand', () => {
    const host = new FakeHost();
    const body = 'print(pcall(getmetatable(o).__index, "text", "time"), pcall(getmetatable(o).__index))';
    runPolicy(load(`return { decide = function(o) ${body} end }`), host, 15);
    expect(host.lines).toEqual(['true\ttrue\tnil']);
  });
});
