import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** A hundredth of the real budget: the tests ask whether it holds, not how long it lasts. */
const instructionLimit = 1_000_000;

/** Runs a body inside decide once and returns what it wished for (its return value) and the host. */
function decide(body: string, limit = instructionLimit): { count: number | undefined; host: FakeHost } {
  const host = new FakeHost();
  const code = `return { decide = function(observation, context)\n${body}\nend }`;
  runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {}, instructionLimit: limit }), host, 15);
  return { count: host.actions[0]?.decision.desired, host };
}

function faultOf(run: () => unknown): PolicyFault {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof PolicyFault) return thrown;
    throw thrown;
  }
  throw new Error('expected a PolicyFault');
}

const load = (code: string) => () => loadLuaPolicy({ fileName: 'p.lua', code, params: {}, instructionLimit });
const run = (body: string) => faultOf(() => decide(body));

describe('what a policy can reach', () => {
  it.each([
    ['os.execute("touch x")', 'os.execute'],
    ['io.popen("ls")', 'io.popen'],
    ['io.open("/etc/passwd")', 'io.open'],
    ['os.exit(0)', 'os.exit'],
    ['os.remove("x")', 'os.remove'],
    ['debug.sethook()', 'debug.sethook'],
    ['return package.loadlib', 'package.loadlib'],
    ['dofile("x")', 'dofile'],
    ['loadfile("x")', 'loadfile'],
    ['string.dump(print)', 'string.dump'],
  ])('refuses %s by name', (body, name) => {
    const { message } = run(body);
    expect(message).toContain(name);
    expect(message).toContain('not available');
    expect(message).toMatch(/^p\.lua:2: /);
  });

  it('loads no bytecode', () => {
    expect(decide('local f = load("\\27Lua") return f == nil and 1 or 2').count).toBe(1);
  });

  it('loads texts, with an environment of their own', () => {
    expect(decide('return load("return x + 1", "chunk", "t", { x = 4 })()').count).toBe(5);
  });

  it('lets a policy ask for a module that may be missing', () => {
    expect(decide('local ok = pcall(require, "lfs") return ok and 1 or 2').count).toBe(2);
  });

  it('knows no environment variables', () => {
    expect(decide('return os.getenv("PATH") == nil and 3 or 4').count).toBe(3);
  });

  it('lets a script collect garbage, which does nothing', () => {
    expect(
      decide('collectgarbage() local n = collectgarbage("count") collectgarbage("step", 10) return n > 0 and 1 or 2')
        .count,
    ).toBe(1);
  });

  it('keeps what one policy does to its globals from the next', () => {
    decide('getmetatable("").__index = function() return "poison" end pairs = nil string.format = nil return 1');
    expect(decide('for _ in pairs({ 1 }) do return #string.format("%d", 12) + ("abc"):len() end').count).toBe(5);
  });
});

describe('the instruction budget', () => {
  it.each([
    ['a loop', 'while true do end'],
    ['a loop in pcall, again and again', 'while true do pcall(function() while true do end end) end'],
    ['a loop after an error that pcall caught', 'pcall(error) while true do end'],
    ['a loop after an error that load caught', 'load(function() error("x") end) while true do end'],
    ['nested pcalls', 'local function f() pcall(f) while true do end end f()'],
    ['xpcall with a looping handler', 'xpcall(error, function() while true do end end) while true do end'],
    ['a loop in a coroutine', 'coroutine.wrap(function() while true do end end)()'],
    [
      'a loop in a coroutine after an error that pcall caught',
      'local co = coroutine.create(function() pcall(error) while true do end end) while true do coroutine.resume(co) end',
    ],
    ['short coroutines without end', 'while true do coroutine.wrap(function() for i = 1, 100 do end end)() end'],
    ['a sort that compares for ever', 'table.sort({ 3, 2, 1 }, function() while true do end end)'],
    ['an iterator without end', 'for _ in function() return 1 end do end'],
    ['a backtracking pattern', 'local s = string.rep("a", 20000) return #(s:match(".-b") or "")'],
    ['a pattern of many repetitions', 'return (string.rep("a", 60)):find("a*a*a*a*a*a*a*b") and 1'],
    ['work inside of library functions', 'local t = {} for i = 1, 3000 do table.insert(t, 1, i) end'],
    ['goto', '::again:: goto again'],
  ])('ends %s', (_, body) => {
    const fault = run(body);
    expect(fault.kind).toBe('budget');
    expect(fault.message).toMatch(/^p\.lua:2: the instruction budget/);
    expect(fault.message).toContain('virtual time 15 s');
    expect(fault.timeSeconds).toBe(15);
  });

  it('ends a loop while loading', () => {
    const fault = faultOf(load('local x = 1\nwhile true do end'));
    expect(fault).toMatchObject({ kind: 'budget', timeSeconds: undefined });
    expect(fault.message).toContain('p.lua:2');
  });

  it('is full again at every decision', () => {
    const host = new FakeHost();
    const code = 'return { decide = function() for i = 1, 150000 do end return 2 end }';
    runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {}, instructionLimit }), host, 15 * 20);
    expect(host.actions).toHaveLength(20);
  });

  it('refuses more than 1,000 API calls in one decision', () => {
    const body = 'for i = 1, 10000 do require("socket.http").request("https://cloud/scaleup", "") end';
    const fault = faultOf(() => decide(body, 100_000_000));
    expect(fault.message).toContain('API call limit');
  });

  it('refuses more than 100 kB of output in one decision', () => {
    expect(run('while true do print(string.rep("x", 1000)) end').message).toContain('output limit');
  });
});

describe('memory', () => {
  it.each([
    ['doubling a string', 'local s = "x" for i = 1, 30 do s = s .. s end'],
    ['string.rep', 'return #string.rep("x", 500000000)'],
    ['string.rep with a separator', 'return #string.rep("", 2000000000, "xx")'],
    [
      'table.concat',
      'local s = string.rep("x", 1000) local t = {} for i = 1, 2000 do t[i] = s end return #table.concat(t)',
    ],
    ['gsub', 'return #string.gsub(string.rep("x", 2000), "x", string.rep("y", 2000))'],
    ['format', 'local s = string.rep("x", 300000) return #string.format("%s%s%s%s", s, s, s, s)'],
  ])('ends %s at the limit of one string', (_, body) => {
    const fault = faultOf(() => decide(body, 100_000_000));
    expect(fault.kind).toBe('memory');
    expect(fault.message).toContain('memory limit');
  });

  it('ends a table that grows for ever', { tags: ['ci'] }, () => {
    const code = 'local t = {}\nwhile true do t[#t + 1] = {} end';
    const fault = faultOf(() => loadLuaPolicy({ fileName: 'p.lua', code, params: {} }));
    expect(fault.kind).toBe('memory');
    expect(fault.message).toContain('p.lua:2: the policy holds more than the memory limit');
  });

  it('lets a policy make much and keep little', () => {
    const code = 'return { decide = function() local t = {} for i = 1, 100000 do t = { i } end return 1 end }';
    const host = new FakeHost();
    runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 15 * 3);
    expect(host.actions).toHaveLength(3);
  });

  it('ends a recursion as a stack overflow at its line', () => {
    const { message } = faultOf(() => decide('local function f() return 1 + f() end return f()', 100_000_000));
    expect(message).toMatch(/^p\.lua:2: stack overflow/);
  });

  it('ends patterns and parsers that nest too deeply', () => {
    expect(run('return #string.match("x", string.rep("(", 300))').message).toMatch(
      /too (complex|many captures)|captures/,
    );
    expect(decide('return load("return " .. string.rep("(", 5000)) == nil and 1').count).toBe(1);
  });
});

describe('errors of a policy', () => {
  it('says what an error object holds when it is no text', () => {
    expect(faultOf(load('local x\nerror({ code = 1 })')).message).toBe(
      'p.lua:2: the error raised is a table, not a text: {"code":1}',
    );
  });

  it('survives an error object whose __tostring fails', () => {
    const bad = 'error(setmetatable({}, { __tostring = function() error("no") end }))';
    expect(faultOf(load(bad)).message).toContain('the error raised is a table');
  });

  it('survives an error object whose __tostring never ends', () => {
    const bad = 'error(setmetatable({}, { __tostring = function() while true do end end }))';
    expect(faultOf(load(bad)).message).toContain('the error raised is a table');
  });

  it('names the line of a syntax error', () => {
    expect(faultOf(load('local x = 1\nif x then\n  retrun 1\nend'))).toMatchObject({ kind: 'load' });
    expect(faultOf(load('local x = 1\nif x then\n  retrun 1\nend')).message).toMatch(/^p\.lua:3: syntax error/);
  });

  it('names the whole of a long file name, once', () => {
    const fileName = `${'a-long-name-'.repeat(10)}.lua`;
    const code = 'return { decide = function()\nlocal t\nreturn t.x end }';
    const { message } = faultOf(() => runPolicy(loadLuaPolicy({ fileName, code, params: {} }), new FakeHost(), 15));
    expect(message).toBe(`${fileName}:3: attempt to index a nil value (local 't') (virtual time 15 s)`);
  });

  it('looks at the globals without running the policy', () => {
    const guards = ['error("undeclared " .. name, 2)', 'coroutine.yield()', 'while true do end', 'return decide'];
    for (const body of guards) {
      const code = `setmetatable(_G, { __index = function(_, name) ${body} end })`;
      expect(faultOf(load(code)).message).toMatch(/^p\.lua: returns nothing and waits for nothing/);
    }
  });

  it('shows 20 findings of a policy that makes ever new ones', () => {
    const code = 'return { decide = function(o) for i = 1, 50 do local _ = o.metrics["m" .. o.time .. i] end end }';
    const runner = runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), new FakeHost(), 45);
    expect(runner.findings).toHaveLength(20);
    expect(runner.findings?.at(-1)).toBe('131 further findings are not shown.');
  });

  it('finds an order function that contradicts itself', () => {
    const body = 'local t = {} for i = 1, 100 do t[i] = i % 7 end table.sort(t, function() return true end)';
    expect(run(body).message).toMatch(/^p\.lua:2: invalid order function/);
  });

  it('names the line of an error deep in the policy', () => {
    expect(run('local t\nreturn t.x').message).toMatch(/^p\.lua:3: attempt to index a nil value \(local 't'\)/);
  });
});

describe('determinism', () => {
  const twice = (body: string) => [decide(body).host.lines, decide(body).host.lines];

  it('gives each run the same random numbers', () => {
    const [first, second] = twice('for i = 1, 5 do print(math.random(), math.random(6), math.random(10, 20)) end');
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(5);
  });

  it('shows tables and functions without addresses', () => {
    const [first, second] = twice('local t = {} print(t, {}, print, t) print(string.format("%s", t))');
    expect(first).toEqual(second);
    expect(first[0]).toMatch(/^table: 0x00000001\ttable: 0x00000002\tfunction: 0x00000003\ttable: 0x00000001$/);
  });

  it('sorts as Lua does, stable from run to run', () => {
    const body = `local t = {} for i = 1, 500 do t[i] = (i * 7919) % 263 end table.sort(t)
      for i = 2, #t do if t[i - 1] > t[i] then return 1 end end
      table.sort(t, function(a, b) return a > b end)
      for i = 2, #t do if t[i - 1] < t[i] then return 2 end end
      return 3`;
    expect(decide(body).count).toBe(3);
  });

  it('tells the virtual time only, on the calendar of the run', () => {
    expect(decide('print(os.time(), os.clock(), os.date("%A %F %H:%M:%S"), os.date("*t").hour)').host.lines).toEqual([
      '1767571215\t15.0\tMonday 2026-01-05 00:00:15\t0',
    ]);
    expect(
      decide('print(os.time() - observation.epochSeconds, os.time{year = 2026, month = 1, day = 5, hour = 0})').host
        .lines,
    ).toEqual(['0.0\t1767571200']);
  });
});
