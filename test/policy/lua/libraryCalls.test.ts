import { expect, it } from 'vitest';
import { hostModules } from '../../../src/policy/lua/hosts/hosts.js';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** Calls in one decision. */
const batchCount = 200;

/** Values of every type, and those at the edges of it: each is made anew for each call. */
const values = [
  'nil',
  'true',
  'false',
  ...['0', '1', '-1', '2', '3', '-3', '7', '64', '1.5', '-0.0', '2147483647', '-2147483648', '2^31', '2^53', '-2^53'],
  ...['1e308', '-1e308', '0/0', '1/0', '-1/0', '0x7fffffff'],
  ...['""', '"a"', '"hello world"', '"10"', '"0x1p4"', '" 12 "', '"1e999"', '"\\0"', '"\\255\\254"', '"count"', '"*t"'],
  ...['"%d"', '"%s%s"', '"%99.99f"', '"%5.2s|%q|%x"', '"%"', '"["', '"%b"', '"(()"', '"(a*(.)%w(%s*))"', '"^.-$"'],
  ...['"i16"', '"!17i4"', '"s1"', '"z"', '"<!4 i1 Xi4 c100"', '"f", "d", "n"', 'rep("ab", 5000)', 'rep("%s", 40)'],
  ...['{}', '{ 1, 2, 3 }', '{ "b", "a", "c" }', '{ n = 3, 1 }', '{ { 1 }, {} }', '{ [1] = 1, [4] = 4 }', 'observation'],
  ...['observation.metrics', 'context', '_G', 'string', 'print', 'error', 'next', 'log'],
  'function() end',
  'function(...) return ... end',
  'function() error({}) end',
  'function() return "x" end',
  'function() return 1, 2, 3 end',
  'create(function() end)',
  'create(function(...) yield(...) error("in it") end)',
  'wrap(function() return 1 end)',
  'running()',
  ...[
    '__len',
    '__index',
    '__newindex',
    '__tostring',
    '__call',
    '__eq',
    '__lt',
    '__le',
    '__concat',
    '__pairs',
    '__unm',
  ].flatMap((event) =>
    ['error("no")', 'error({})', 'return 3', 'return "x"', 'return nil', 'return 2^31', 'return {}'].map(
      (body) => `setmetatable({ 1, 2 }, { ${event} = function() ${body} end })`,
    ),
  ),
  'setmetatable({}, { __name = 1, __metatable = false, __gc = 1, __mode = "k" })',
  'setmetatable({}, { __name = "N\\0", __index = string, __tostring = 7 })',
];

/** Calls every function there is with values drawn by a counter, protected, and tells which call comes next. */
const callerOf = (callsPerFunction: number) => `
local dryscale = require("dryscale")
local modules = { ${['dryscale', 'socket', 'socket.http', 'ltn12', ...Object.keys(hostModules)].map((name) => `"${name}"`).join(', ')} }
-- Locals alone: what is called may empty any table, or replace any global.
local reported, found, done = {}, nil, 0
local error, pcall, print, type, tostring, next, pairs, ipairs, getmetatable, setmetatable, select =
  error, pcall, print, type, tostring, next, pairs, ipairs, getmetatable, setmetatable, select
local unpack, sort, wrap, create, yield, running, find, gmatch, rep = table.unpack, table.sort, coroutine.wrap,
  coroutine.create, coroutine.yield, coroutine.running, string.find, string.gmatch, string.rep
local log, firstCall = dryscale.log, dryscale.params.first
local function draw(seed, n) return (seed * 7919 + (seed // 13) * 104729 + 12345) % n + 1 end
local function walk(name, value, found, seen)
  if type(value) == "function" then found[#found + 1] = { name, value } return end
  if type(value) ~= "table" or seen[value] then return end
  seen[value] = true
  for key, field in next, value do walk(name .. "." .. tostring(key), field, found, seen) end
  local metatable = getmetatable(value)
  if type(metatable) == "table" then walk(name .. ".metatable", metatable, found, seen) end
end
local names = "ngx core redis"
return {
  params = { first = 0 },
  decide = function(observation, context)
    local makers = { ${values.map((value) => `function() return ${value} end`).join(',\n')} }
    local seen = { [context] = true }
    if not found then
    found = {}
    walk("observation", observation, found, seen)
    walk("string", "", found, seen)
    walk("text", getmetatable(""), found, seen)
    for _, name in ipairs(modules) do
      local isThere, module = pcall(require, name)
      if isThere then walk(name, module, found, seen) end
    end
    walk("_G", _G, found, seen)
    walk("wrapped", wrap(function() while true do yield() end end), found, seen)
    walk("gmatch", gmatch("a b", "a"), found, seen)
    sort(found, function(a, b) return a[1] < b[1] end)
    end
    local first = firstCall + done
    local last = first + ${batchCount} - 1
    for number = first, last do
      local called = found[number // ${callsPerFunction} + 1]
      if not called then return 1 end
      done = done + 1
      local arguments = {}
      local count = draw(number, 5) - 1
      for i = 1, count do arguments[i] = makers[draw(number * 31 + i * 17, #makers)]() end
      log("call " .. number .. " " .. called[1] .. "/" .. count)
      local function call() return pcall(called[2], unpack(arguments, 1, count)) end
      local ok, message
      if number % 2 == 0 then ok, message = call() else ok, message = wrap(call)() end
      if ok == false and type(message) == "string" then
        local from, to = find(message, "gave up", 1, true)
        if from and not reported[called[1]] then
          reported[called[1]] = true
          log("GAVE UP " .. called[1] .. "/" .. count .. ": " .. message)
        end
      end
    end
    return 0
  end,
}`;

/** Faults that a policy may end by, whatever it calls. */
const faults =
  /memory limit|instruction budget|output limit|API call limit|coroutine.yield outside|would be dictionary|no route for/;

/** Of each function so many calls. */
for (const [callsPerFunction, ...tags] of [[2], [12, 'ci'], [1000, 'long']] as const)
  it(`answers ${callsPerFunction} calls of every library function with values or an error of Lua`, {
    tags: [...tags],
  }, () => {
    expectAnswers(callerOf(callsPerFunction), 5 * callsPerFunction);
  });

/** @param decisions for up to a thousand functions: those after the last call would be made for nothing */
function expectAnswers(code: string, decisions: number): void {
  const problems: string[] = [];
  const called = new Set<string>();
  let first = 0;
  for (let isOver = false; !isOver; ) {
    const host = new FakeHost();
    try {
      const policy = loadLuaPolicy({
        fileName: 'calls.lua',
        code,
        params: { first },
        instructionLimit: 20_000_000,
      });
      runPolicy({ ...policy, start: (given) => policy.start(given) }, host, 15 * decisions, decisions);
      isOver = true;
      if (!host.actions.some(({ decision }) => decision.desired === 1)) problems.push('ended before the last call');
    } catch (thrown) {
      const last = host.lines.findLast((line) => line.startsWith('call ')) ?? 'call 0';
      first = Number(last.split(' ')[1]) + 1;
      const text = thrown instanceof PolicyFault ? thrown.message : String(thrown);
      if (!(thrown instanceof PolicyFault) || !faults.test(text)) problems.push(`${last}: ${text.slice(0, 300)}`);
      if (last === 'call 0') isOver = true;
    }
    isOver ||= host.actions.some(({ decision }) => decision.desired === 1);
    for (const line of host.lines) if (line.startsWith('call ')) called.add(line.split(/[ /]/)[2]);
    problems.push(...host.lines.filter((line) => line.startsWith('GAVE UP')));
  }
  expect(problems).toEqual([]);
  expect(called.size).toBeGreaterThan(180);
}
