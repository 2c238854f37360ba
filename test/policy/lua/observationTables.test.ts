import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import type { InstanceObservation, MetricValues } from '../../../src/policy/observation.js';
import { metricNames } from '../../../src/telemetry/metrics.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const decide = (body: string) =>
  loadLuaPolicy({ fileName: 'p.lua', code: `return { decide = function(o, c)\n${body}\nend }`, params: {} });

function lines(body: string, host = new FakeHost(), untilSeconds = 15): string[] {
  runPolicy(decide(body), host, untilSeconds);
  return host.lines;
}

const metrics = () => ({ cpu_utilization: 0.5, in_flight: 7, request_rate: 210, age_seconds: 4 });
const perInstance: InstanceObservation[] = [
  { id: 'web-3', phase: 'ready', startedAt: 120, readyAt: 155, healthy: false, metrics: { in_flight: 14 } },
  { id: 'web-4', phase: 'draining', startedAt: 130, readyAt: 160, deletedAt: 170, metrics: {} },
];
const seen = () => new FakeHost({ metrics, perInstance, history: () => [[1, 2]] });

describe('tables of the observation are ordinary ones', () => {
  it.each([
    ['next(o.metrics) ~= nil', 'true'],
    ['next(o) ~= nil', 'true'],
    ['next(o.instances) ~= nil', 'true'],
    ['#o.perInstance', '2'],
    ['rawlen(o.perInstance)', '2'],
    ['rawget(o, "time")', '15.0'],
    ['rawget(o.metrics, "in_flight")', '7'],
    ['rawget(o, "perInstance")[2].deletedAt', '170.0'],
    ['table.unpack(o.perInstance).id', 'web-3'],
    ['select("#", table.unpack(o.perInstance))', '2'],
    ['type(o) .. type(o.metrics) .. type(o.perInstance) .. type(o.history)', 'tabletabletablefunction'],
    ['getmetatable(o.metrics)', 'nil'],
    ['setmetatable(o.metrics, { __index = function() return 3 end }).queue_depth', '3'],
    ['setmetatable(o.metrics, { __index = function() return 3 end }).in_flight', '7'],
    ['rawequal(o.metrics, o.metrics)', 'true'],
    ['rawequal(o.perInstance[1].metrics, o.perInstance[1].metrics)', 'true'],
    ['o.metrics.queue_depth', 'nil'],
    ['o.perInstance[1].healthy', 'false'],
    ['o.perInstance[2].healthy', 'nil'],
    ['o.nothing', 'nil'],
    ['o[1]', 'nil'],
    ['next(o.metrics, "age_seconds")', 'nil'],
  ])('%s is %s', (expression, text) => {
    expect(lines(`print((${expression}))`, seen())).toEqual([text]);
  });

  it('let a policy write into them, and only into its own', () => {
    const body = `print(o.metrics.in_flight, o.time, o.perInstance[1].id, o.metrics.ratio, o.extra, rawget(o, "service"))
      o.metrics.in_flight, o.time, o.perInstance[1].id, o.metrics.ratio, o.extra, o.service = 99, 99, "x", 1, 1, nil
      rawset(o, "instances", 5) table.insert(o.perInstance, 3)
      print(o.metrics.in_flight, o.time, o.perInstance[1].id, o.metrics.ratio, o.extra, o.service, o.instances, #o.perInstance)`;
    const host = seen();
    const runner = runPolicy(decide(body), host, 30);
    const before = '7\t%\tweb-3\tnil\tnil\tweb';
    const after = '99\t99\tx\t1\t1\tnil\t5\t3';
    expect(host.lines).toEqual([before.replace('%', '15.0'), after, before.replace('%', '30.0'), after]);
    expect(perInstance[0].id).toBe('web-3');
    // It reads `ratio` before it sets it, once a tick.
    expect(runner.findings).toEqual([]);
  });

  it('notes a metric that does not exist, however it is asked for, but not a field that the policy sets', () => {
    const findings = (body: string) => runPolicy(decide(body), new FakeHost({ metrics }), 45).findings ?? [];
    expect(findings('local _ = o.metrics.cpu_utilisation')).toHaveLength(1);
    expect(findings('local _ = rawget(o.metrics, "cpu" .. "_utilisation")')).toHaveLength(1);
    expect(findings('o.metrics.mine = 1 local _ = o.metrics.mine')).toEqual([]);
  });

  it('keeps what it showed, all fields of it, also those that are first read later', () => {
    const host = new FakeHost({
      metrics: (time) => ({ in_flight: time }),
      history: () => [[1, 2]],
    });
    const body = `local b = c.state.before
      if b then print(b.time, b.metrics.in_flight, b.instances.desired, #b:history("in_flight", "1m"), next(b.metrics)) end
      c.state.before = o return o.time`;
    expect(lines(body, host, 45)).toEqual(['15.0\t15\t4\t1\tin_flight\t15', '30.0\t30\t15\t1\tin_flight\t30']);
  });

  it('shows all of any observation to every way of walking', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    const anyMetrics = fc.dictionary(fc.constantFrom(...metricNames), value) as fc.Arbitrary<MetricValues>; // safe: the keys are names of metrics
    fc.assert(
      fc.property(anyMetrics, (shown) => {
        const body = `local walked, asked = {}, {}
          for name in next, o.metrics do walked[#walked + 1] = name end
          for name in pairs(o.metrics) do asked[#asked + 1] = name end
          table.sort(walked) table.sort(asked) print(table.concat(walked, " ")) print(table.concat(asked, " "))
          for name, value in pairs(o.metrics) do assert(value == rawget(o.metrics, name) and value == o.metrics[name]) end`;
        const names = Object.keys(shown).sort().join(' ');
        expect(lines(body, new FakeHost({ metrics: () => shown }))).toEqual([names, names]);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});
