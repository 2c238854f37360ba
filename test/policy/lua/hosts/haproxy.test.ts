import { describe, expect, it } from 'vitest';
import { loadScript, runScript, TimedHost } from './hostRun.js';

const lines = (code: string, untilSeconds = 100) => runScript(code, { untilSeconds }).lines;
const task = (code: string) => `core.register_task(function() ${code} end)`;

/** What a task prints at second 0. */
const printed = (code: string) => runScript(task(code)).host.lines;

describe('tasks of HAProxy', () => {
  it('run after the functions of register_init, and wait', () => {
    const code = `
      core.register_task(function(name, every)
        while true do
          core.Info(name)
          core.msleep(every)
        end
      end, "watch", 30000)
      core.register_init(function() core.log(core.warning, "init") end)
      core.log(core.info, "body")`;
    expect(lines(code, 65)).toEqual([
      '0 [info] body',
      '0 [warning] init',
      '0 [info] watch',
      '30 [info] watch',
      '60 [info] watch',
    ]);
  });

  it('end with an error, which is said with its line; the others go on', () => {
    const { lines: shown, runner } = runScript(
      `${task('core.sleep(5)\nlocal x = nil + 1')} ${task('core.sleep(10) print("fine")')}`,
    );
    expect(shown.at(-1)).toBe('10 fine');
    expect(runner.findings).toEqual([
      expect.stringMatching(/^s\.lua:2: attempt to perform arithmetic.*at 5 s.*ends the task for good/),
    ]);
  });

  it.each([
    ['core.msleep(1000)', /s\.lua:1: core\.msleep works in a task only: write core\.register_task/],
    ['core.tcp()', /core\.tcp works in a task only/],
    [task('core.sleep(0.5)'), /number has no integer representation/],
    ['core.register_init(function() core.sleep(1) end)', /core\.sleep works in a task only/],
    ['core.register_init(function() error("bad") end)', /s\.lua:1: bad/],
    [task('core.register_init(print)'), /not available outside of body context/],
    ['core.register_task(print, 1, 2, 3, 4, 5)', /no more that 4 optional arguments/],
    [
      'core.set_map("x", "y", "z") core.register_task(print)',
      /core\.set_map is not simulated: no haproxy\.cfg is read/,
    ],
    [task('Map.new("x")'), /Map is not simulated/],
  ])('refuses %s', (code, message) => {
    const run = () => {
      const { runner } = runScript(code);
      throw new Error(runner.findings?.join('\n'));
    };
    expect(run).toThrow(message);
  });

  it('takes what traffic would call, and says that nothing calls it', () => {
    const code = `core.register_action("a", { "http-req" }, function() end) core.register_fetches("f", function() end)
      core.register_service("s", "http", function() end) ${task('print("x")')}`;
    const { runner, lines: shown } = runScript(code);
    expect(shown).toEqual(['0 x']);
    expect(runner.findings).toHaveLength(3);
    expect(runner.findings?.[0]).toContain('core.register_action is for traffic');
  });

  it('pass items by queues, and wake by alarms', () => {
    const code = `local queue = core.queue()
      ${task('for i = 1, 3 do queue:push(i) core.sleep(1) end')}
      ${task('while true do print(queue:pop_wait()) end')}
      ${task('core.sleep(10) print(queue:size(), queue:pop()) queue:push("a") print(queue:size(), queue:pop())')}
      ${task('queue:alarm() core.wait() print("woken") core.wait(500) print("later")')}`;
    expect(lines(code).filter((line) => !line.includes('woken') && !line.includes('later'))).toEqual([
      '0 1',
      '1 2',
      '2 3',
      '10 0\tnil',
      '10 1\ta',
    ]);
    expect(lines(code).filter((line) => /woken|later/.test(line))).toEqual(['1 woken', '1.5 later']);
  });

  it('is a script by its tasks, and not HAProxy where the name is APISIX', () => {
    expect(loadScript(task('print(1)')).start(new TimedHost()).isScript).toBe(true);
    expect(
      lines('local core = require("apisix.core") core.timer.new("t", function() print(core.register_task) end)', 0),
    ).toEqual(['0 nil']);
  });
});

describe('core', () => {
  it.each([
    ['local n = core.now() print(n.sec, n.usec)', '1767571200\t0'],
    ['print(core.emerg, core.info, core.debug, core.silent, core.thread)', '0\t6\t7\t-1\t1'],
    [
      'print(table.concat(core.tokenize("a, b,,c", ", "), "|"), table.concat(core.tokenize("a, b,,c", ", ", true), "|"))',
      'a||b||c\ta|b|c',
    ],
    ['local c = core.concat() for i = 1, 3 do c:add("x" .. i) end print(c:dump())', 'x1x2x3'],
    [
      'local ok, re = Regex.new("needle (..) (...)", true) local st, list = re:match("a needle in the hay") print(ok, re:exec("cat"), st, list[1], list[3])',
      'true\tfalse\ttrue\tneedle in the\tthe',
    ],
    ['print(Regex.new("(x"), select(2, Regex.new("(x", false)))', 'false\tmissing closing parenthesis'],
    ['core.set_nice(5) core.yield() print(core.now().usec)', '1000'],
    ['print("a") core.done() print("b")', 'a'],
  ])('%s', (code, expected) => {
    expect(printed(code)).toEqual([expected]);
  });

  it('shows services as backends and instances as servers', () => {
    const code = `for name, px in pairs(core.backends) do
        local s = px:get_stats()
        print(name, px:get_name(), px:get_srv_act(), s.scur, s.qcur, s.rate, s.status, s.hrsp_5xx)
        for id, sv in pairs(px.servers) do print(id, sv:is_draining(), sv:get_cur_sess(), sv:get_stats().status, sv:get_proxy().name) end
      end
      print(core.proxies.web.name, core.get_info().CurrConns, core.get_info().Name)`;
    const host = new TimedHost({
      metrics: () => ({ in_flight: 7, queue_depth: 2, request_rate: 30 }),
      perInstance: [
        { id: 'web-1', phase: 'ready', startedAt: 0, metrics: { in_flight: 7 } },
        { id: 'web-2', phase: 'draining', startedAt: 0, metrics: {} },
      ],
    });
    expect(runScript(task(code), { host }).host.lines).toEqual([
      'web\tweb\t4\t7\t2\t30\tUP\tnil',
      'web-1\tfalse\t7\tUP\tweb',
      'web-2\ttrue\t0\tDRAIN\tweb',
      'web\t9\tHAProxy',
    ]);
    expect([...host.metricReads]).toEqual(['in_flight']);
    expect(printedError('print(core.frontends)')).toMatch(/core\.frontends is not simulated/);
    expect(printedError('core.backends.web:pause()')).toMatch(/Proxy\.pause is not simulated: .*scale_to/);
  });
});

const printedError = (code: string) => runScript(task(code)).runner.findings?.[0];

describe('HTTP from HAProxy', () => {
  it('asks by httpclient', () => {
    const code = task(`
      local c = core.httpclient()
      local r = c:post{ url = "http://cloud/scaleup", body = "{}", headers = { ["content-type"] = { "application/json" }, ["x-a"] = "b" } }
      print(r.status, r.reason, r.headers["content-type"][1], r.body)
      print(core.httpclient():get{ url = "http://cloud/scaleup", timeout = 100 }.status)`);
    const host = new TimedHost({ apiLatencySeconds: 0.5 });
    const { lines: shown, runner } = runScript(code, { host });
    expect(shown).toEqual(['0.5 200\tOK\tapplication/json\t{"desired":5,"result":"accepted"}', '0.6 0']);
    expect(runner.findings).toEqual([expect.stringContaining('leaves out the header "x-a"')]);
    expect(printedError('core.httpclient():get{ uri = "x" }')).toMatch(/'uri' invalid parameter name/);
    expect(printedError('core.httpclient():get{ body = "x" }')).toMatch(/'get' need a 'url' argument/);
  });

  it('speaks HTTP over a socket, line by line', () => {
    const code = task(`
      local s = core.tcp() s:settimeout(5)
      print(s:connect("127.0.0.1", 8080))
      print(s:send("POST /scaleup HTTP/1.1\\r\\nHost: cloud\\r\\nContent-Length: 2\\r\\n\\r\\n{}"))
      print(s:receive("*l"))
      local length
      repeat
        local line = s:receive("*l")
        length = line:match("^content%-length: (%d+)") or length
      until line == ""
      print(s:receive(tonumber(length)))
      s:send("GET /scaleup HTTP/1.0\\r\\n\\r\\n")
      print((s:receive("*a"):match("[^\\r\\n]*$")))
      print(s:receive("*l"))
      s:close() print(s:receive("*l"))`);
    const host = new TimedHost({ apiLatencySeconds: 0.25 });
    expect(runScript(code, { host }).lines).toEqual([
      '0 1',
      '0 60',
      '0.25 HTTP/1.1 200 OK',
      '0.25 {"desired":5,"result":"accepted"}',
      '0.5 {"desired":6,"result":"accepted"}',
      '0.5 nil\tclosed\t',
      '0.5 nil\tclosed\t',
    ]);
  });

  it('says that receive("*a") hangs without Connection: close', () => {
    const code =
      'local s = core.tcp() s:connect("cloud:80") s:send("GET /scaleup HTTP/1.1\\r\\nHost: cloud\\r\\n\\r\\n") s:receive("*a")';
    expect(printedError(code)).toContain('send "Connection: close"');
    expect(printedError('local s = core.tcp() s:connect("x", 1) s:send("hello\\n\\n") s:receive()')).toMatch(
      /speak HTTP only/,
    );
  });
});
