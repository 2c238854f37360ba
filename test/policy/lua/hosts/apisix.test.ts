import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../../fakeHost.js';
import { loadScript, printed, runScript, TimedHost } from './hostRun.js';

const core = 'local core = require("apisix.core") ';

describe('a plugin of APISIX', () => {
  it('is entered by its init, which is where its timer begins', () => {
    const code = `
      local core = require("apisix.core")
      local timers = require("apisix.timers")
      local http = require("resty.http")
      local plugin_name = "autoscaler"
      local _M = { version = 0.1, priority = 99, name = plugin_name, schema = { type = "object", properties = {} } }
      local last = 0
      function _M.check_schema(conf) return core.schema.check(_M.schema, conf) end
      local function scale()
        if ngx.now() - last < 30 then return end
        last = ngx.now()
        local res, err = http.new():request_uri("http://cloud/scaleup", { method = "POST", body = core.json.encode({ by = 1 }) })
        if not res then core.log.error("failed: ", err) return end
        core.log.warn("scaled to ", core.json.decode(res.body).desired)
      end
      function _M.init()
        core.log.info("phase ", ngx.get_phase())
        timers.register_timer("plugin#" .. plugin_name, scale, true)
      end
      function _M.access(conf, ctx) end
      return _M`;
    const { lines, runner } = runScript(code, { untilSeconds: 65 });
    expect(lines).toEqual(['0 phase init_worker', '0.001 scaled to 5', '30.001 scaled to 6', '60.001 scaled to 7']);
    expect(runner.findings).toEqual([
      'Nothing calls access of the returned module: that is for requests, and a policy serves none.',
    ]);
  });

  it('gets its settings from the parameters', () => {
    const code = `local plugin = require("apisix.plugin")
      return { version = 0.1, priority = 1, name = "x", init = function()
        local attr = plugin.plugin_attr("x") print(attr and attr.interval) end }`;
    const host = new FakeHost();
    runPolicy(loadLuaPolicy({ fileName: 's.lua', code, params: { interval: 30 } }), host, 1);
    expect(host.lines).toEqual(['30']);
    expect(runScript(code).runner.findings?.[0]).toContain('plugin_attr is nil');
  });

  it('runs a privileged timer in the first worker of a gateway only', () => {
    const code = `local timers = require("apisix.timers")
      timers.register_timer("p", function() print("privileged") end, true)
      timers.register_timer("w", function() print("worker") end)`;
    const run = (workerId: number) => {
      const host = Object.assign(new TimedHost(), { workerId, workerCount: 2 });
      return runScript(code, { host, untilSeconds: 0.5 }).host.lines;
    };
    expect([run(0), run(1)]).toEqual([['privileged', 'worker'], ['worker']]);
  });
});

describe('core.timer', () => {
  it('runs at once and at each interval, and not twice at a time', () => {
    const code = `${core} local n = 0
      assert(core.timer.new("t", function() n = n + 1 print(n) core.sleep(7) end,
        { each_ttl = 0, sleep_succ = 0, check_interval = 5 }))`;
    expect(runScript(code, { untilSeconds: 25 }).lines).toEqual(['0 1', '10 2', '20 3']);
  });

  it('goes on after an error, and says it', () => {
    const code = `${core} core.timer.new("t", function() print("x") error("bad") end, { each_ttl = 0, sleep_fail = 2, check_interval = 10 })`;
    const { lines, runner } = runScript(code, { untilSeconds: 15 });
    expect(lines.filter((line) => line.endsWith(' x'))).toEqual(['0 x', '10 x']);
    expect(runner.findings).toEqual([expect.stringMatching(/^s\.lua:1: bad \(first at 0 s\)/)]);
    expect(printed(`${core} print(core.timer.new())`)).toEqual(['nil\tmissing argument: name']);
  });
});

describe('apisix.core', () => {
  it.each([
    [
      'core.json.encode({ 1, core.json.null }), core.json.decode("{")',
      '[1,null]\tnil\tExpected object key string but found T_END at character 2',
    ],
    ['core.json.encode({ f = 1, g = print } , true):match("function") ~= nil', 'true'],
    ['core.json.decode([[{"a":null,"b":1}]], { null_as_nil = true }).a', 'nil'],
    ['tostring(core.json.delay_encode({ x = 1 }))', '{"x":1}'],
    ['core.table.insert_tail({ 1 }, 2, 3), core.table.array_find({ "a", "b" }, "b")', '3\t2'],
    ['core.table.try_read_attr({ a = { b = 5 } }, "a", "b"), core.table.try_read_attr({}, "a", "b")', '5\tnil'],
    ['core.table.deep_eq(core.table.deepcopy({ 1, { x = 2 } }), { 1, { x = 2 } })', 'true'],
    [
      'core.json.encode(core.table.merge({ a = { x = 1 }, b = 1 }, { a = { y = 2 }, b = ngx.null }))',
      '{"a":{"x":1,"y":2}}',
    ],
    ['core.table.concat({ 1, 2 }, "-"), core.table.nkeys({ 1, x = 2 }), #core.table.new(4, 0)', '1-2\t2\t0'],
    ['core.table.set_eq({ a = 1 }, { a = 2 }), core.table.pick({ a = 1, b = 2 }, { a = true }).b', 'true\tnil'],
    [
      'core.string.has_prefix("/apisix/x", "/apisix"), core.string.has_suffix("a.b", ".b"), core.string.find("a.b", ".")',
      'true\ttrue\t2\t2',
    ],
    ['core.string.rfind_char("a/b/c", "/"), core.string.encode_args({ n = 6.0 }), core.string.upper("x")', '4\tn=6\tX'],
    [
      'core.math.gcd(12, 18), core.version.VERSION, core.config.local_conf().deployment.config_provider',
      '6\t3.14.0\tyaml',
    ],
    ['core.utils.parse_addr("10.0.0.1:9080")', '10.0.0.1\t9080'],
    ['require("apisix.core.log") == core.log, require("apisix.core") == core', 'true\ttrue'],
    ['core.lrucache.new({ ttl = 5 })("k", "v1", function(x) return x end, 7)', '7\tnil'],
    [
      'pcall(function() return core.request.get_method() end)',
      'false\ts.lua:1: apisix.core.request is not simulated: a policy serves no request. Scale from a timer: core.timer.new, or register_timer of apisix.timers',
    ],
    [
      'select(2, pcall(require, "apisix.upstream"))',
      's.lua:1: require("apisix.upstream") is not simulated: a policy serves no request. Scale from a timer: core.timer.new, or register_timer of apisix.timers',
    ],
  ])('%s', (code, expected) => {
    expect(printed(`${core} print(${code})`)).toEqual([expected]);
  });

  it('is a script although it only makes a timer', () => {
    expect(loadScript(`${core} core.timer.new("t", function() end)`).start(new FakeHost()).isScript).toBe(true);
  });
});
