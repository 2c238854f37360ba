import { describe, expect, it } from 'vitest';
import { printed, runScript, TimedHost } from './hostRun.js';

const http = 'local http = require("resty.http") local c = http.new() ';
const scaled = '{"desired":5,"result":"accepted"}';

describe('resty.http', () => {
  it('answers request_uri in the latency of the API', () => {
    const code = `${http}
      ngx.timer.every(30, function()
        local res, err = http.new():request_uri("https://cloud/v1/scaleup", {
          method = "POST", body = "{}", headers = { ["Content-Type"] = "application/json" } })
        print(res.status, err, res.body, res.headers["content-type"], res.headers["Content-Length"], res.reason)
      end)`;
    const host = new TimedHost({ apiLatencySeconds: 0.25 });
    expect(runScript(code, { host, untilSeconds: 61 }).lines).toEqual([
      `30.25 200\tnil\t${scaled}\tapplication/json\t33\tOK`,
      '60.25 200\tnil\t{"desired":6,"result":"accepted"}\tapplication/json\t33\tOK',
    ]);
    expect(host.actions.map(({ timeSeconds }) => timeSeconds)).toEqual([30, 60]);
  });

  it('answers nil and "timeout" when the API is slower, although the call had its effect', () => {
    const code = `${http} ngx.sleep(1) c:set_timeout(500) print(c:request_uri("http://cloud/scaleup", { method = "POST", body = "" }))`;
    const host = new TimedHost({ apiLatencySeconds: 2 });
    expect(runScript(code, { host }).lines).toEqual(['1.5 nil\ttimeout']);
    expect(host.actions).toHaveLength(1);
  });

  it('streams over a connection', () => {
    const code = `${http}
      print(c:request({ path = "/scaleup" }))
      print(c:connect({ scheme = "http", host = "cloud", port = 8080 }))
      local res = c:request({ method = "GET", path = "/desired", query = { n = 12 / 2 } })
      print(res.status, res.has_body)
      repeat local part = res.body_reader(20) print(part) until not part
      print(c:set_keepalive(1000, 10)) print(c:close()) print(c:get_reused_times())`;
    expect(printed(code)).toEqual([
      'nil\tclosed',
      '1',
      '200\ttrue',
      '{"desired":6,"result',
      '":"accepted"}',
      'nil',
      '1',
      'nil\tclosed',
      '0',
    ]);
  });

  it.each([
    ['c:request_uri("cloud/scaleup")', 'nil\tbad uri: cloud/scaleup'],
    ['c:request_uri("//cloud/scaleup")', 'nil\tschemaless URIs require a request context: //cloud/scaleup'],
    [
      'c:request_uri("http://cloud/scaleup", { method = "POST" })',
      'nil\tRequest body is nil but POST method expects a body. Use an empty string "" if you want to send an empty body.',
    ],
    ['c:connect({ host = "x", port = 80 })', "nil\t'scheme' is required when providing a port"],
    ['table.unpack(c:parse_uri("https://h:8443/a/b?x=1"))', 'https\th\t8443\t/a/b?x=1'],
    ['table.unpack(c:parse_uri("http://[::1]/a?x=1", false))', 'http\t[::1]\t80\t/a\tx=1'],
    ['select("#", c:set_timeouts(1, 2, 3))', '0'],
    [
      'pcall(c.proxy_request, c)',
      'false\ts.lua:1: resty.http.proxy_request is not simulated: there is no client whose request could be passed on. Use request_uri',
    ],
  ])('%s', (code, expected) => {
    expect(printed(`${http} print(${code})`)).toEqual([expected]);
  });

  it('answers a policy that is asked at once', () => {
    const code = `${http} return { every = "10s", decide = function()
      local res = c:request_uri("http://x/scaleup", { method = "POST", body = "" })
      return res.status / 100 end }`;
    const host = new TimedHost({ apiLatencySeconds: 5 });
    runScript(code, { host, untilSeconds: 10 });
    expect(host.actions.map(({ timeSeconds, decision }) => [timeSeconds, decision.desired])).toEqual([
      [10, 5],
      [10, 2],
    ]);
  });

  it('may not be opened in init_worker, and is said to be shared where it is', () => {
    expect(() => runScript('return { init_worker = function() require("resty.http").new() end }')).toThrow(
      /s\.lua:1: API disabled in the context of init_worker_by_lua\*/,
    );
    const shared = `${http} ngx.timer.every(10, function() c:request_uri("http://x/scaleup", { method = "POST", body = "" }) end)`;
    expect(runScript(shared).runner.findings).toEqual([expect.stringContaining('Call http.new() where you use it')]);
  });
});

describe('resty.lock', () => {
  it('lets one worker act for each interval', () => {
    const code = `local resty_lock = require "resty.lock"
      ngx.timer.every(10, function()
        local lock = assert(resty_lock:new("locks", { exptime = 25, timeout = 0 }))
        local elapsed, err = lock:lock("scale")
        if elapsed then print("scaled", elapsed) else print("no", err) end
      end)`;
    expect(runScript(code, { untilSeconds: 50 }).lines).toEqual([
      '10 scaled\t0',
      '20 no\ttimeout',
      '30 no\ttimeout',
      '40 scaled\t0',
      '50 no\ttimeout',
    ]);
  });

  it('waits in steps that double, until it gets the lock or its timeout is over', () => {
    const code = `local resty_lock = require "resty.lock"
      local a, b = resty_lock:new("l"), resty_lock:new("l", { timeout = 2, step = 0.1, max_step = 0.4 })
      print(a:lock("k")) print(a:lock("k")) print(b:lock("k"))
      ngx.thread.spawn(function() ngx.sleep(0.5) print(a:unlock()) end)
      print(b:lock("k")) print(b:expire(3)) print(b:unlock()) print(b:unlock()) print(b:expire(1))`;
    expect(runScript(code).lines).toEqual([
      '0 0',
      '0 nil\tlocked',
      '2 nil\ttimeout',
      '2.5 1',
      '2.7 0.7',
      '2.7 true',
      '2.7 1',
      '2.7 nil\tunlocked',
      '2.7 nil\tunlocked',
    ]);
  });

  it('is the same lock for controllers that share their dictionaries', () => {
    const code = `ngx.timer.at(1, function() print(require("resty.lock"):new("l", { timeout = 0 }):lock("k")) end)`;
    const sharedData = new Map<string, unknown>();
    const run = () => runScript(code, { host: Object.assign(new TimedHost(), { sharedData }) }).host.lines;
    expect([run(), run()]).toEqual([['0'], ['nil\ttimeout']]);
  });
});

describe('the small modules', () => {
  it('has an LRU cache with times to live', () => {
    const code = `local cache = require("resty.lrucache").new(2)
      cache:set("a", 1) cache:set("b", 2, 5) print(cache:get("a"), cache:get("b"))
      cache:set("c", 3) print(cache:get("a"), cache:count(), cache:capacity(), table.concat(cache:get_keys(), ","))
      ngx.sleep(6) print(cache:get("b")) cache:delete("c") print(cache:count()) cache:flush_all() print(cache:get("b"))`;
    expect(runScript(code).host.lines).toEqual(['1\t2\tnil\t0', 'nil\t2\t2\tc,b', 'nil\t2\t0', '1', 'nil']);
  });

  it("has LuaJIT's table modules and lua-resty-core", () => {
    const code = `require "resty.core" require "resty.core.shdict"
      local new, clear, nkeys = require "table.new", require "table.clear", require "table.nkeys"
      local t = new(4, 0) t.x, t[1] = 1, 2 print(nkeys(t), require("table.isarray")(t), require("table.isempty")(t))
      local copy = require("table.clone")(t) clear(t) print(nkeys(t), copy.x, require("table.isempty")(t))`;
    expect(printed(code)).toEqual(['2\tfalse\tfalse', '0\t1\ttrue']);
  });
});

describe('the texts of ngx', () => {
  it.each([
    ['ngx.escape_uri("a b/ü~!\'()*&+?")', "a%20b%2F%C3%BC~!'()*%26%2B%3F"],
    ['ngx.escape_uri("/a b?#%", 0)', '/a%20b%3F%23%25'],
    ['ngx.unescape_uri("b%20r56+7")', 'b r56 7'],
    ['ngx.unescape_uri("try %search%%20%again%")', 'try %search% %again%'],
    ['ngx.encode_args({ foo = 3.0, ["b r"] = "hello world" })', 'foo=3&b%20r=hello%20world'],
    ['ngx.encode_args({ baz = { 32, "hello", true, false } })', 'baz=32&baz=hello&baz'],
    ['ngx.encode_args({ a = false })', ''],
    ['ngx.decode_args("a=1&b&a=2&c=x%20y").c', 'x y'],
    ['table.concat(ngx.decode_args("a=1&b&a=2").a, ",")', '1,2'],
    ['ngx.decode_args("a=1&b").b', 'true'],
    ['ngx.encode_base64("hello"), ngx.encode_base64("hello", true)', 'aGVsbG8=\taGVsbG8'],
    ['ngx.decode_base64("aGVsbG8"), ngx.decode_base64("a"), ngx.decode_base64("?")', 'hello\tnil\tnil'],
    ['ngx.md5("hello")', '5d41402abc4b2a76b9719d911017c592'],
    ['#ngx.md5_bin("x"), #ngx.sha1_bin("x"), #ngx.hmac_sha1("k", "x")', '16\t20\t20'],
    ['ngx.crc32_short("hello") == 907060870, ngx.crc32_long("123456789") == 0xcbf43926 % 2^32', 'true\ttrue'],
  ])('%s', (code, expected) => {
    expect(printed(`print(${code})`)).toEqual([expected]);
  });
});
