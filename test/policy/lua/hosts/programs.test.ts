import { describe, expect, it } from 'vitest';
import { runScript, TimedHost } from './hostRun.js';

/** Whole programs in the style of their host; what they ask of the cloud, and when. */
function actionsOf(code: string, host: TimedHost, untilSeconds: number): string[] {
  runScript(code, { host, untilSeconds });
  return host.actions.map(
    ({ timeSeconds, decision }) => `${Math.round(timeSeconds * 1_000) / 1_000} ${decision.desired}`,
  );
}

const worker = `
  local http = require "resty.http"
  local cjson = require "cjson.safe"
  local resty_lock = require "resty.lock"
  local _M = {}
  local log, state = ngx.log, ngx.shared.autoscaler
  local INTERVAL, TARGET, COOLDOWN = 15, 0.6, 60

  local function cpu()
    local res, err = http.new():request_uri("http://prometheus:9090/api/v1/query", { query = { query = "cpu_utilization" } })
    if not res then return nil, err end
    local doc = cjson.decode(res.body)
    local first = doc and doc.data.result[1]
    if not first then return nil, "no sample" end
    return tonumber(first.value[2])
  end

  local function tick(premature)
    if premature then return end
    local lock = resty_lock:new("autoscaler", { exptime = INTERVAL - 1, timeout = 0 })
    if not lock:lock("tick") then return end
    local value, err = cpu()
    if not value then return log(ngx.WARN, "no cpu: ", err) end
    local current = state:get("desired") or 2
    local wanted = math.max(2, math.ceil(current * value / TARGET))
    if wanted == current then return end
    if wanted < current and not state:add("cooldown", true, COOLDOWN) then return end
    local res = http.new():request_uri("https://cloud/desired?" .. ngx.encode_args({ n = wanted }), { method = "PUT", body = "" })
    if res and res.status == 200 then state:set("desired", wanted) end
  end

  function _M.init_worker() assert(ngx.timer.every(INTERVAL, tick)) end
  return _M`;

describe('an OpenResty worker with resty.http, a shared dictionary and a lock', () => {
  const load = (seconds: number) => (seconds < 60 ? 0.9 : 0.2);
  const hostOf = (options = {}) =>
    new TimedHost({ metrics: (seconds) => ({ cpu_utilization: load(seconds) }), ...options });

  it('scales up at once and down once a cooldown', () => {
    expect(actionsOf(worker, hostOf(), 200)).toEqual(['15.001 3', '30.001 5', '45.001 8', '60.001 3', '120.001 2']);
  });

  it('acts a latency later where the API has one', () => {
    expect(actionsOf(worker, hostOf({ apiLatencySeconds: 0.5 }), 40)).toEqual(['15.5 3', '30.5 5']);
  });

  it('scales once in four workers that share their dictionary, and four times in four that do not', () => {
    const run = (sharedData?: Map<string, unknown>) => {
      const hosts = [0, 1, 2, 3].map((workerId) =>
        Object.assign(hostOf(), { workerId, workerCount: 4 }, sharedData === undefined ? {} : { sharedData }),
      );
      return hosts.map((host) => actionsOf(worker, host, 16).length);
    };
    expect(run(new Map())).toEqual([1, 0, 0, 0]);
    expect(run()).toEqual([1, 1, 1, 1]);
  });
});

describe('a plugin of APISIX with a timer of its own', () => {
  it('scales from the rate', () => {
    const code = `
      local core = require("apisix.core")
      local plugin = require("apisix.plugin")
      local http = require("resty.http")
      local _M = { version = 0.1, priority = 10, name = "autoscale", schema = { type = "object" } }
      local function run()
        local res, err = http.new():request_uri("http://prometheus/api/v1/query?query=request_rate")
        if not res then return core.log.error("query: ", err) end
        local rate = core.table.try_read_attr(core.json.decode(res.body), "data", "result", 1, "value", 2)
        if not rate then return core.log.warn("no sample") end
        http.new():request_uri("http://cloud/desired", { method = "PUT", body = "", query = { n = math.ceil(rate / 40) } })
      end
      function _M.init()
        local attr = plugin.plugin_attr("autoscale") or {}
        core.timer.new("autoscale", run, { each_ttl = 0, sleep_succ = 0, check_interval = attr.interval or 20 })
      end
      return _M`;
    const host = new TimedHost({ metrics: (seconds) => (seconds === 0 ? {} : { request_rate: 100 + seconds }) });
    expect(actionsOf(code, host, 50)).toEqual(['20.001 3', '40.001 4']);
    expect(host.timed[0]).toMatch(/^0\.001 .*no sample$/);
  });
});

describe('a task of HAProxy', () => {
  it('scales from the sessions of its backend', () => {
    const code = `
      local function scale_to(n)
        local res = core.httpclient():post{ url = "http://cloud/desired?n=" .. n, body = "{}" }
        if res.status ~= 200 then core.Warning("failed: " .. res.status) end
      end
      core.register_task(function()
        while true do
          core.sleep(10)
          for _, px in pairs(core.backends) do
            local wanted = math.max(2, math.ceil((px:get_stats().scur or 0) / 8))
            if wanted ~= px:get_srv_act() then scale_to(wanted) end
          end
        end
      end)`;
    const host = new TimedHost({ initialCount: 2, metrics: (seconds) => ({ in_flight: seconds < 25 ? 30 : 9 }) });
    expect(actionsOf(code, host, 60)).toEqual(['10 4', '30.001 2']);
  });
});

describe('hostile threads', () => {
  it.each([
    [
      'timers that breed',
      'local function f() for i = 1, 2 do ngx.timer.at(0, f) end end ngx.timer.at(0, f)',
      /20000 times|instruction/,
    ],
    [
      'a chain of light threads',
      'local function f() ngx.sleep(0.001) ngx.thread.spawn(f) ngx.thread.spawn(f) end ngx.timer.at(0, f)',
      /20000 times|threads are alive/,
    ],
    [
      'tasks without end',
      'core.register_task(function() while true do core.register_task(function() core.wait() end) end end)',
      /threads are alive|instruction budget/,
    ],
    [
      'threads inside of each other',
      'ngx.timer.at(0, function() local function f() ngx.thread.spawn(f) end f() end)',
      /stack overflow|instruction budget/,
    ],
    [
      'semaphores that wake each other',
      `local s = require("ngx.semaphore") local a, b = s.new(1), s.new(0)
      ngx.timer.at(0, function() while true do a:wait(9) b:post() end end) ngx.timer.at(0, function() while true do b:wait(9) a:post() end end)`,
      /20000 times|instruction budget/,
    ],
    [
      'queues that hold everything',
      'core.register_task(function() local q = core.queue() while true do q:push(("x"):rep(1000) .. q:size()) end end)',
      /memory limit|instruction budget/,
    ],
    [
      'texts in dictionaries',
      'ngx.timer.at(0, function() local d, t = ngx.shared.d, ("x"):rep(1e6) for i = 1, 1e9 do d:set("k" .. i, t) end end)',
      /instruction budget/,
    ],
  ])('%s end the policy, at a line', (_, code, message) => {
    const run = () => {
      const { runner } = runScript(code, { untilSeconds: 5 });
      throw new Error(`went on: ${runner.findings?.join('\n')}`);
    };
    expect(run).toThrow(message);
  });
});
