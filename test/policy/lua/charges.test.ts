import { expect, it } from 'vitest';
import { LuaProgram } from '../../../src/policy/lua/luaProgram.js';

/** Instructions that a chunk uses up. */
function chargeOf(code: string): number {
  const program = new LuaProgram({ fileName: 'p.lua', code, mode: 'probe', params: {} });
  program.resume(0, undefined);
  return program.run.guard.instructionCount;
}

/** Calls with an argument of size N: what they do in JavaScript grows with it, and so must what they cost. */
const growing = [
  'local s = ("x"):rep(N)',
  'local s = ("x"):rep(N) s:upper()',
  'local s = ("x"):rep(N) s:find("xy", 1, true)',
  'local s = ("x"):rep(N) s:find("[y]")',
  'local s = ("x"):rep(N) s:gsub("x", "y")',
  'local s = ("x"):rep(N) local _ = s .. "a" < s .. "b"',
  'local s = ("x"):rep(N) local _ = s .. "a" == s .. "b"',
  'local s = ("0"):rep(N) local _ = s + 1',
  'local s = ("0"):rep(N) tonumber(s)',
  'string.packsize(("i1"):rep(N))',
  'utf8.len(("x"):rep(N))',
  'load(("a = 1 "):rep(N))',
  'local t = {} t[("x"):rep(N)] = 1',
  'table.concat(setmetatable({}, { __len = function() return N end, __index = function() return "" end }))',
  'table.insert(setmetatable({}, { __len = function() return N end }), 1, 0)',
  'table.move({}, 1, N, 2)',
  'table.unpack({}, 1, N)',
  'select("#", table.unpack({}, 1, N))',
  'for i = 1, N do tostring(i) end',
  'for i = 1, N do string.format("%d", i) end',
  'for i = 1, N do pcall(error) end',
  'for i = 1, N do local _ = {} end',
  'for i = 1, N do coroutine.wrap(print) end',
];

it.each(growing)('charges %s by what it does', (code) => {
  const [small, large] = [2_000, 20_000].map((count) => chargeOf(code.replaceAll('N', String(count))));
  // A tenth of the work is at most a third of the charge: what is the same for both counts little.
  expect(large).toBeGreaterThan(3 * small);
});
