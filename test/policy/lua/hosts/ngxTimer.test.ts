import { describe, expect, it } from 'vitest';
import { FakeHost, runPolicy } from '../../fakeHost.js';
import { loadScript as load, runScript } from './hostRun.js';

const run = (code: string, untilSeconds = 100) => runScript(code, { untilSeconds });
const lines = (code: string, untilSeconds?: number) => run(code, untilSeconds).lines;
const log = 'local function log(...) ngx.log(ngx.INFO, ...) end ';

describe('ngx.timer', () => {
  it('runs a recurring timer at each multiple of its delay, with premature false and its arguments', () => {
    const code = `${log} assert(ngx.timer.every(30, function(premature, a, b) log(premature, a, b) end, "x", 2))`;
    expect(lines(code)).toEqual(['30 falsex2', '60 falsex2', '90 falsex2']);
  });

  it('is a script although its file returns at once', () => {
    expect(load('ngx.timer.at(5, function() end)').start(new FakeHost()).isScript).toBe(true);
  });

  it('runs timers of one instant in the order they were set', () => {
    const code = `${log}
      ngx.timer.every(10, function() log("a") end)
      ngx.timer.every(5, function() log("b") end)
      ngx.timer.at(10, function() log("c") end)`;
    expect(lines(code, 10)).toEqual(['5 b', '10 a', '10 c', '10 b']);
  });

  it('goes on by itself as in the README: a handler that sets its next run', () => {
    const code = `${log}
      local delay, handler = 5, nil
      handler = function(premature)
        if premature then return end
        assert(ngx.timer.at(delay, handler))
        log(ngx.now())
      end
      ngx.timer.at(delay, handler)`;
    expect(lines(code, 12)).toEqual(['5 1767571205', '10 1767571210']);
  });

  it('does not wait for a run that takes long', () => {
    const code = `${log} local n = 0
      ngx.timer.every(10, function() n = n + 1 local me = n log("begin ", me) ngx.sleep(15) log("end ", me) end)`;
    expect(lines(code, 36)).toEqual(['10 begin 1', '20 begin 2', '25 end 1', '30 begin 3', '35 end 2']);
  });

  it('goes on after an error, and says it once with its line', () => {
    const { lines: shown, runner } = run(
      `${log}
      ngx.timer.every(10, function() local x = nil
        x.y = 1 end)
      ngx.timer.every(20, function() log("fine") end)`,
      40,
    );
    expect(shown.filter((line) => line.endsWith('fine'))).toEqual(['20 fine', '40 fine']);
    expect(runner.findings).toHaveLength(1);
    expect(runner.findings?.[0]).toMatch(/^s\.lua:3: attempt to index a nil value .*first at 10 s.*OpenResty logs it/);
  });

  it('ends the policy with a budget, which no timer may pass', () => {
    expect(() => run('ngx.timer.at(1, function() while true do end end)')).toThrow(
      /s\.lua:1: the instruction budget.*1 s/,
    );
    expect(() => run('local function f() ngx.timer.at(0, f) end ngx.timer.at(0, f)')).toThrow(
      /s\.lua.*20000 times in one/,
    );
  });

  it.each([
    ['ngx.timer.every(0, function() end)', 'delay cannot be zero'],
    ['ngx.timer.at(1)', 'expecting at least 2 arguments but got 1'],
    ['ngx.timer.at(1, print)', 'Lua function expected'],
    ['ngx.timer.at(-1, function() end)', 'expected 0 or more'],
  ])('refuses %s', (code, message) => {
    expect(() => run(code)).toThrow(message);
  });

  it('has the limits of nginx.conf', () => {
    const code = `for i = 1, 1024 do assert(ngx.timer.at(1, function() ngx.sleep(5) end)) end
      print(ngx.timer.at(1, function() end))
      print(ngx.timer.pending_count(), ngx.timer.running_count())
      ngx.sleep(2) print(ngx.timer.pending_count(), ngx.timer.running_count())`;
    const { lines: shown, runner } = run(code, 3);
    expect(shown).toEqual(['0 nil\ttoo many pending timers', '0 1024\t0', '2 0\t256']);
    expect(runner.findings?.[0]).toContain('lua_max_running_timers');
  });
});

describe('a module that its file returns', () => {
  it('is entered by init, then init_worker', () => {
    const code = `local _M = {}
      function _M.init_worker() print(ngx.get_phase()) ngx.timer.every(10, function() print(ngx.get_phase()) end) end
      function _M.init() print(ngx.get_phase()) end
      function _M.access() end function _M.log() end
      return _M`;
    const { lines: shown, runner } = run(code, 10);
    expect(shown).toEqual(['0 init', '0 init_worker', '10 timer']);
    expect(runner.findings).toEqual([
      'Nothing calls access, log of the returned module: that is for requests, and a policy serves none.',
    ]);
  });

  it('may not wait there, as in OpenResty', () => {
    const code = 'return { init_worker = function() ngx.sleep(1) end }';
    expect(() => run(code)).toThrow(/s\.lua:1: API disabled in the context of init_worker_by_lua\*/);
  });

  it.each([
    ['local http = require("resty.http") local c = http.new()', /returns nothing.*A file for OpenResty starts a timer/],
    ['local core = require("apisix.core") core.log.info("x")', /A plugin of APISIX returns its table/],
    ['core.Info("x")', /A file for HAProxy registers a task/],
  ])('is what a file that does nothing is told to return: %s', (code, message) => {
    expect(() => load(code)).toThrow(message);
  });

  it('fails with its init', () => {
    expect(() => run('return { init = function() error("no") end }')).toThrow('s.lua:1: no');
  });

  it('is not asked and driven by timers at once', () => {
    expect(() => load('ngx.timer.at(1, function() end) return { decide = function() end }')).toThrow('keep one');
  });
});

describe('ngx.sleep, ngx.now and the others', () => {
  it('sleeps in the main chunk, one thread among the timers', () => {
    const code = 'ngx.timer.every(20, function() print("t") end) for i = 1, 3 do ngx.sleep(15) print(i) end';
    expect(lines(code, 60)).toEqual(['15 1', '20 t', '30 2', '40 t', '45 3', '60 t']);
  });

  it('tells the time as nginx does', () => {
    const code = `ngx.sleep(61.2345) print(ngx.now() * 1000, ngx.time(), ngx.today(), ngx.localtime(), ngx.utctime(),
      ngx.http_time(1290079655), ngx.cookie_time(1290079655)) ngx.update_time() print(ngx.now())`;
    expect(lines(code).map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([
      '1767571261234.0\t1767571261\t2026-01-05\t2026-01-05 00:01:01\t2026-01-05 00:01:01\tThu, 18 Nov 2010 11:27:35 GMT\tThu, 18-Nov-10 11:27:35 GMT',
      '1767571261.234',
    ]);
  });

  it('logs as error.log, with level and line', () => {
    const host = new FakeHost();
    runPolicy(
      load('ngx.log(ngx.ERR, "a", 1, 2.5, 3.0, true, nil, ngx.null)\nngx.log(ngx.DEBUG) ngx.sleep(1)'),
      host,
      1,
    );
    expect(host.lines).toEqual(['[error] s.lua:1: a12.53truenilnull', '[debug] s.lua:2: ']);
  });

  it('leaves a thread by ngx.exit, past pcall', () => {
    expect(lines('ngx.timer.at(1, function() print("a") pcall(ngx.exit, ngx.OK) print("b") end)')).toEqual(['1 a']);
  });

  it('knows its worker', () => {
    const code = 'ngx.timer.at(0, function() print(ngx.worker.id(), ngx.worker.count(), ngx.worker.exiting()) end)';
    expect(lines(code)).toEqual(['0 0\t1\tfalse']);
    const host = Object.assign(new FakeHost(), { workerId: 2, workerCount: 4 });
    runPolicy(load(code), host, 1);
    expect(host.lines).toEqual(['2\t4\tfalse']);
  });

  it.each([
    ['ngx.location.capture("/x")', /ngx\.location is not simulated: .*resty\.http/],
    ['print(ngx.var.uri)', /ngx\.var is not simulated: .*ngx\.shared/],
    ['ngx.req.get_headers()', /ngx\.req is not simulated: a policy serves no request/],
    ['ngx.redirect("/")', /ngx\.redirect is not simulated/],
    ['ngx.say("x")', /API disabled in the context of ngx\.timer/],
    ['require("resty.redis")', /require\("resty\.redis"\) is not simulated: .*ngx\.shared/],
  ])('says of %s what to do instead', (code, message) => {
    const { runner } = run(`ngx.timer.at(1, function() ${code} end)`);
    expect(runner.findings?.[0]).toMatch(message);
  });
});

describe('ngx.thread', () => {
  it('runs a thread at once, and waits for any', () => {
    const code = `
      local function f() ngx.sleep(0.2) print("f: hello") return "f done" end
      local function g() ngx.sleep(0.1) print("g: hello") return "g done" end
      local tf, tg = ngx.thread.spawn(f), ngx.thread.spawn(g)
      local ok, res = ngx.thread.wait(tf, tg)
      print(ok, res)
      print(ngx.thread.wait(tf))
      print(ngx.thread.wait(tf))`;
    expect(lines(code)).toEqual([
      '0.1 g: hello',
      '0.1 true\tg done',
      '0.2 f: hello',
      '0.2 true\tf done',
      '0.2 nil\talready waited or killed',
    ]);
  });

  it('shows the order of the README when threads yield', () => {
    const code = `local yield = coroutine.yield
      local function f() print("f 1") yield() print("f 2") yield() print("f 3") end
      ngx.timer.at(0, function()
        print("0") yield() print("1") ngx.thread.spawn(f) print("2") yield() print("3") yield() print("4") end)`;
    expect(lines(code).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      '0',
      '1',
      'f 1',
      '2',
      'f 2',
      '3',
      'f 3',
      '4',
    ]);
  });

  it('gives an error of a thread to the one that waits, and kills one that sleeps', () => {
    const code = `
      print(ngx.thread.wait(ngx.thread.spawn(function() ngx.sleep(1) error("bad") end)))
      local t = ngx.thread.spawn(function() ngx.sleep(1) print("never") end)
      print(ngx.thread.kill(t)) print(ngx.thread.kill(t))`;
    expect(lines(code).slice(1)).toEqual(['1 false\ts.lua:2: bad', '1 1', '1 nil\talready waited or killed']);
  });

  it('has semaphores', () => {
    const code = `local semaphore = require("ngx.semaphore")
      local sema = semaphore.new()
      ngx.thread.spawn(function() print("wait") print(sema:wait(5)) end)
      print(sema:count())
      print(sema:wait(1))
      ngx.sleep(1) sema:post(1) print("posted") ngx.sleep(1) print(sema:count())`;
    expect(lines(code)).toEqual(['0 wait', '0 -1', '1 nil\ttimeout', '2 posted', '2 true', '3 0']);
  });
});
