import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const load = (code: string, params = {}) => loadLuaPolicy({ fileName: 'p.lua', code, params });
const decide = (body: string) => load(`return { decide = function(observation, context)\n${body}\nend }`);

function lines(body: string, host = new FakeHost(), untilSeconds = 15): string[] {
  runPolicy(decide(body), host, untilSeconds);
  return host.lines;
}

describe('telling the styles apart', () => {
  it('takes name, every and params from the table', () => {
    const policy = load(
      'return { name = "n", every = "1m", params = { target = 0.6 }, decide = function() return 2 end }',
    );
    const host = new FakeHost();
    const runner = runPolicy(policy, host, 180);
    expect(policy).toMatchObject({ name: 'n', params: { target: 0.6 } });
    expect(host.actions.map(({ timeSeconds }) => timeSeconds)).toEqual([60, 120, 180]);
    expect(runner.nextWakeSeconds).toBe(240);
  });

  it('uses the file name and 15 s when the table says nothing', () => {
    const policy = decide('return 1');
    expect(policy.name).toBe('p');
    expect(policy.start(new FakeHost()).nextWakeSeconds).toBe(15);
  });

  it.each([
    ['', 'returns nothing and waits for nothing'],
    ['function decide() end', 'return { decide = decide }'],
    ['return 5', 'returns 5, expected a table with decide'],
    ['return { name = "x" }', 'expected a function named decide in the returned table, found name'],
    ['return { every = 15, decide = print }', 'every is 15, expected a duration'],
    ['return { every = "0s", decide = print }', 'every is "0s"'],
    ['return { params = { t = {} }, decide = print }', 'the parameter "t" is {}'],
  ])('refuses %j', (code, text) => {
    expect(() => load(code)).toThrow(text);
  });

  it('refuses parameters that the policy does not have, or of another type', () => {
    const code = 'return { params = { target = 0.6, name = "x" }, decide = print }';
    expect(() => load(code, { targt: 1 })).toThrow('has no parameter "targt". Did you mean "target"?');
    expect(() => load(code, { target: 'high' })).toThrow(
      'the parameter "target" got "high" (string), expected a number',
    );
    expect(load(code, { target: '0.5', name: 7 }).params).toEqual({ target: 0.5, name: '7' });
  });

  it('says that a decide-style policy may not sleep', () => {
    expect(() => lines('os.execute("sleep 1")')).toThrow(/p\.lua:2: a policy with decide may not sleep/);
  });
});

describe('the observation', () => {
  const metrics = () => ({ cpu_utilization: 0.5, in_flight: 7, request_rate: 210, age_seconds: 4 });

  it('has counts as integers, the rest as floats, and nothing for what is absent', () => {
    const body =
      'local m = observation.metrics print(m.in_flight, m.request_rate, m.queue_depth, observation.instances.ready, observation.time)';
    expect(lines(body, new FakeHost({ metrics }))).toEqual(['7\t210.0\tnil\t4\t15.0']);
  });

  it('tells the host which metrics were read, and only those', () => {
    const host = new FakeHost({ metrics });
    lines('local _ = observation.metrics.cpu_utilization, observation.instances, observation.metrics', host);
    expect([...host.metricReads]).toEqual(['cpu_utilization']);
  });

  it('can be walked with pairs', () => {
    const host = new FakeHost({ metrics });
    const body = `local n = {} for k, v in pairs(observation.metrics) do n[#n + 1] = k .. "=" .. v end print(table.concat(n, " "))
      local f = {} for k in pairs(observation) do f[#f + 1] = k end table.sort(f) print(table.concat(f, " "))`;
    expect(lines(body, host)).toEqual([
      'cpu_utilization=0.5 request_rate=210.0 in_flight=7 age_seconds=4.0',
      'context epochSeconds history instances metrics perInstance resources service time',
    ]);
    expect(host.metricReads).toContain('in_flight');
  });

  it('stays as it was when a policy keeps it', () => {
    const host = new FakeHost({ metrics: (time) => ({ in_flight: time }) });
    const body =
      'local before = context.state.last context.state.last = observation.metrics if before then print(before.in_flight, observation.metrics.in_flight) end';
    expect(lines(body, host, 45)).toEqual(['15\t30', '30\t45']);
  });

  it('notes a metric that does not exist', () => {
    const runner = runPolicy(decide('local _ = observation.metrics.cpu_utilisation'), new FakeHost(), 30);
    expect(runner.findings).toHaveLength(1);
    expect(runner.findings?.[0]).toContain('Did you mean "cpu_utilization"');
  });

  it('gives history with a colon and with a dot', () => {
    const host = new FakeHost({
      history: (name, span) =>
        name === 'in_flight' && span === '5m'
          ? [
              [1, 2],
              [3, 4],
            ]
          : [],
    });
    const body = `for _, h in ipairs({ observation:history("in_flight", "5m"), observation.history("in_flight", "5m") }) do print(#h, h[2][1], h[2][2]) end`;
    expect(lines(body, host)).toEqual(['2\t3.0\t4.0', '2\t3.0\t4.0']);
    expect(() => lines('observation:history("cpu", "5m")')).toThrow('"cpu" is not a metric');
    expect(() => lines('observation:history("in_flight", "5")')).toThrow('the span "5"');
  });

  it('shows each instance', () => {
    const perInstance = [
      { id: 'web-3', phase: 'ready', startedAt: 120, readyAt: 155, metrics: { in_flight: 14 } },
    ] as const;
    const body =
      'local i = observation.perInstance[1] print(i.id, i.phase, i.startedAt, i.readyAt, i.metrics.in_flight, i.metrics.queue_depth)';
    expect(lines(body, new FakeHost({ perInstance }))).toEqual(['web-3\tready\t120.0\t155.0\t14\tnil']);
  });

  it('keeps state from tick to tick, and none from run to run', () => {
    const policy = decide('context.state.n = (context.state.n or 0) + 1 return context.state.n');
    const hosts = [new FakeHost(), new FakeHost()];
    for (const host of hosts) runPolicy(policy, host, 45);
    for (const host of hosts) expect(host.actions.map(({ decision }) => decision.desired)).toEqual([1, 2, 3]);
  });
});

describe('decisions', () => {
  it.each([
    ['return 3', { desired: 3 }],
    ['return 2.5', { desired: 2.5 }],
    ['return { desired = 4, reason = "why", rule = 1 }', { desired: 4, reason: 'why', rule: '1' }],
    ['return { desired = 4, heldBy = "limit" }', { desired: 4, heldBy: 'limit' }],
  ])('%s', (body, decision) => {
    const host = new FakeHost();
    runPolicy(decide(body), host, 15);
    expect(host.actions[0].decision).toEqual(decision);
  });

  it('takes nothing and nil as no change', () => {
    const host = new FakeHost();
    runPolicy(decide('if observation.time > 20 then return nil end'), host, 60);
    expect(host.actions).toEqual([]);
  });

  it.each([
    ['0/0', 'NaN'],
    ['1/0', 'Infinity'],
    ['-3', '-3'],
    ['"5"', '"5" (string)'],
    ['{}', '{}'],
    ['{ desired = "x" }', '"x" (string)'],
    ['false', 'false'],
    ['print', 'a function'],
    ['coroutine.create(print)', 'a thread'],
  ])('refuses %s, naming the value and the virtual time', (value, shown) => {
    const run = () => runPolicy(decide(`return ${value}`), new FakeHost(), 15);
    expect(run).toThrow(`p.lua: at virtual time 15 s the returned value is ${shown}, expected integer >= 0`);
  });
});
