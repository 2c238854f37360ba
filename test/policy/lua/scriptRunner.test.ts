import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const script = (code: string) => loadLuaPolicy({ fileName: 's.lua', code, params: {}, instructionLimit: 1_000_000 });
const article = readFileSync(new URL('../../../policies/article.lua', import.meta.url), 'utf8');

function runScript(code: string, host = new FakeHost(), untilSeconds = 3_600): FakeHost {
  runPolicy(script(code), host, untilSeconds);
  return host;
}

const times = (host: FakeHost) => host.actions.map(({ timeSeconds }) => timeSeconds);

describe('the script of the guides', () => {
  it('runs unmodified, and never acts: 80 lies inside its own band', () => {
    expect(runScript(article).actions).toEqual([]);
  });

  it('makes 60 calls an hour when the constant says 90', () => {
    const host = runScript(article.replace('return 80 ', 'return 90 '), new FakeHost(), 3_599);
    expect(host.actions).toHaveLength(60);
    expect(host.actions[0]).toMatchObject({ decision: { desired: 5 }, serviceName: 'web' });
  });

  it('is told that its form of http.request is not LuaSocket', () => {
    const runner = runPolicy(script(article.replace('return 80 ', 'return 90 ')), new FakeHost(), 100);
    expect(runner.findings).toHaveLength(1);
    expect(runner.findings?.[0]).toContain('LuaSocket');
  });
});

describe('waiting', () => {
  it.each([
    ['60', 60],
    ['.5', 0.5],
    ['1m', 60],
    ['1m 30s', 90],
    ['1d', 86_400],
  ])('sleeps %s', (text, seconds) => {
    const host = runScript(`os.execute("sleep ${text}") require("dryscale").scale_to(7)`, new FakeHost(), 100_000);
    expect(times(host)).toEqual([seconds]);
  });

  it("sleeps inside a coroutine of the script's own", () => {
    const host = runScript(`
      local d = require("dryscale")
      local co = coroutine.wrap(function()
        for i = 1, 2 do d.sleep(10) coroutine.yield(i) end
        return 9
      end)
      d.scale_to(co()) d.scale_to(co()) d.scale_to(co())`);
    expect(host.actions.map(({ decision }) => decision.desired)).toEqual([1, 2, 9]);
    expect(times(host).map((seconds) => seconds.toFixed(3))).toEqual(['10.000', '20.001', '20.002']);
  });

  it('sleeps inside pcall and goes on after an error', () => {
    const host = runScript(`
      local d = require("dryscale")
      local ok = pcall(function() d.sleep("1m") error("x") end)
      d.sleep(5)
      if not ok then d.scale_to(3) end`);
    expect(times(host)).toEqual([65]);
  });

  it('still ends a loop after such an error', () => {
    const code = 'local d = require("dryscale") pcall(function() d.sleep(1) error("x") end) while true do end';
    expect(() => runScript(code)).toThrow('instruction budget');
  });

  it('says that it cannot sleep in a callback of table.sort or string.gsub', () => {
    const sort = 'os.execute("sleep 1") table.sort({ 2, 1 }, function() os.execute("sleep 1") end)';
    const gsub = 'os.execute("sleep 1") string.gsub("x", "x", function() os.execute("sleep 1") end)';
    expect(() => runScript(sort)).toThrow(/s\.lua:1: cannot wait here/);
    expect(() => runScript(gsub)).toThrow(/cannot wait here.*virtual time 1 s/);
  });

  it('moves the time on in a loop that never sleeps, by the latency of the API', () => {
    const code = 'local http = require("socket.http") while true do http.request("http://c/scaleup") end';
    expect(times(runScript(code, new FakeHost({ apiLatencySeconds: 0.5 }), 2))).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(times(runScript(code, new FakeHost(), 0.0025))).toEqual([0, 0.001, 0.002]);
    expect(
      times(
        runScript(
          `while true do os.execute("sleep 0") ${code.replace('while true do', '').replace(/end$/, '')} end`,
          new FakeHost(),
          0.0035,
        ),
      ),
    ).toHaveLength(2);
  });

  it('ends when the script returns', () => {
    expect(runPolicy(script('os.execute("sleep 1")'), new FakeHost(), 100).nextWakeSeconds).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('refuses a yield that is no wait', () => {
    expect(() => runScript('os.execute("sleep 1") coroutine.yield(1)')).toThrow('coroutine.yield outside');
  });
});

describe('the simulated API', () => {
  const print = (call: string, host?: FakeHost) => runScript(`local http = require("socket.http") ${call}`, host).lines;

  it('answers the simple form as LuaSocket does', () => {
    expect(
      print('local b, c, h, s = http.request("https://any.host/v1/scaleup", "") print(b, c, h["content-type"], s)'),
    ).toEqual(['{"desired":5,"result":"accepted"}\t200\tapplication/json\tHTTP/1.1 200 OK']);
  });

  it('answers the form with a table through its sink', () => {
    const call = `local ltn12, parts = require("ltn12"), {}
      local one, code = http.request { url = "http://h/desired?n=9", method = "PUT", source = ltn12.source.string("x"), sink = ltn12.sink.table(parts) }
      print(one, code, table.concat(parts))`;
    expect(print(call)).toEqual(['1\t200\t{"desired":9,"result":"accepted"}']);
  });

  it.each([
    ['throttled', 429],
    ['refused', 409],
    ['failed', 500],
  ] as const)('says %s with its status', (result, code) => {
    expect(print('print(select(2, http.request("http://h/scaledown", "")))', new FakeHost({ result }))[0]).toMatch(
      new RegExp(`^${code}\t`),
    );
  });

  it('answers metric queries as Prometheus does, and tells the host', () => {
    const host = new FakeHost({ metrics: () => ({ cpu_utilization: 0.83 }) });
    const query = (name: string) => `print((http.request("http://prometheus:9090/api/v1/query?query=${name}")))`;
    expect(print(query('cpu_utilization'), host)).toEqual([
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"cpu_utilization","service":"web"},"value":[1767571200,"0.83"]}]}}',
    ]);
    expect([...host.metricReads]).toEqual(['cpu_utilization']);
    expect(print(query('queue_depth'))).toEqual(['{"status":"success","data":{"resultType":"vector","result":[]}}']);
  });

  it('answers a query that it cannot read with 400, and a finding says what to use', () => {
    const ask = (query: string) =>
      runPolicy(
        script(`local b, c = require("socket.http").request([==[http://p/api/v1/query?query=${query}]==]) print(c, b)`),
        host,
        1,
      );
    const host = new FakeHost();
    expect(ask('cpu_utilisation').findings).toEqual([
      'PromQL: cpu_utilisation: there is no metric "cpu_utilisation" in the simulation: Did you mean "cpu_utilization"?; the query was answered with 400 bad_data',
    ]);
    expect(host.lines[0]).toMatch(/^400\t\{"status":"error","errorType":"bad_data","error":"invalid parameter/);
    expect(ask('rate(http_requests_total[5m])').findings?.[0]).toContain('use request_rate');
    expect(ask('cpu_utilization{service=~"("}').findings?.[0]).toContain('invalid regular expression');
    expect(ask('cpu_utilization{service=~"(?!w).*"}').findings?.[0]).toContain('unsupported Perl syntax');
  });

  it('matches labels at a bounded cost, whatever the expression', () => {
    const host = new FakeHost({ serviceNames: ['a'.repeat(40)], metrics: () => ({ in_flight: 3 }) });
    const code = `local q = 'in_flight{service=~"(a|aa|a%2B)%2B!"}' print((require("socket.http").request("http://p/api/v1/query?query=" .. q)))`;
    expect(() => runPolicy(script(code), host, 1)).toThrow('instruction budget');
    expect(
      runScript(`print(select(2, require("socket.http").request("http://p/" .. ("-"):rep(9000))))`).lines[0],
    ).toMatch(/^414/);
  });

  it('binds a call to a service', () => {
    const host = new FakeHost({ serviceNames: ['web', 'api'] });
    print('http.request("http://h/desired?n=2&service=api", "")', host);
    expect(host.actions).toMatchObject([{ serviceName: 'api', decision: { desired: 2 } }]);
    expect(() => print('http.request("http://h/scaleup?service=db", "")')).toThrow('"db" is not a service');
  });

  it('ends a policy that asks for any other URL, even in pcall', () => {
    expect(() => print('pcall(http.request, "https://example.com/users")')).toThrow(
      /s\.lua:1: no route for GET https:\/\/example\.com\/users/,
    );
  });
});

describe('require("dryscale")', () => {
  it('reads metrics and counts, acts, logs and tells the time', () => {
    const host = new FakeHost({ metrics: () => ({ cpu_utilization: 0.5 }) });
    runScript(
      `local d = require("dryscale")
       d.sleep(30)
       d.log("at " .. d.now())
       print(d.metric("cpu_utilization"), d.metric("queue_depth"), d.instances().ready)
       print(d.scale_to(6.2))`,
      host,
    );
    expect(host.lines).toEqual(['at 30.0', '0.5\tnil\t4', 'accepted\t7']);
    expect(host.actions[0].decision.desired).toBe(6.2);
  });

  it('gives a script its parameters', () => {
    const code = 'local d = require("dryscale") d.scale_to(d.params.count)';
    const host = new FakeHost();
    runPolicy(loadLuaPolicy({ fileName: 's.lua', code, params: { count: 12 } }), host, 1);
    expect(host.actions[0].decision.desired).toBe(12);
  });

  it('names a metric that does not exist', () => {
    expect(() => runScript('require("dryscale").metric("cpu")')).toThrow(/s\.lua:1: "cpu" is not a metric/);
  });
});
