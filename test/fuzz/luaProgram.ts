import fc from 'fast-check';
import { luaCalls } from '../support/anyLuaCall.js';
import { luaFunctionNames } from './luaNames.js';

/** How a program is given to its host. */
const wraps = ['decide', 'script', 'timer', 'task', 'module'] as const;
export type LuaWrap = (typeof wraps)[number];

export interface LuaProgramText {
  readonly wrap: LuaWrap;
  readonly code: string;
}

/** Locals of each program, so that most names mean something: of each type one. */
const locals = ['n', 's', 't', 'u', 'f', 'o', 'x'];
const preamble = `local n, s, t, u, f, o, x = 3, "a1-b2", { 1, 2, 3, k = "v" }, 2.5, print, observation or {}, nil
local function num(v) return tonumber(v) or 2 end
local function tab(v) return type(v) == "table" and v or t end
local function fun(v) return type(v) == "function" and v or tostring end
local function try(g, ...) local done, v = pcall(g, ...) if done then return v end print(v) end
local function poke(value, nth, ...)
  local meta = getmetatable(value)
  local holder = type(value) == "table" and value or type(meta) == "table" and meta.__index or meta
  if type(holder) ~= "table" then return holder end
  local names = {}
  for key, inner in pairs(holder) do
    if type(key) == "string" and type(inner) == "function" then names[#names + 1] = key end
  end
  table.sort(names)
  if #names > 0 then return holder[names[nth % #names + 1]](value, ...) end
end`;

const words = [
  '""',
  '"x"',
  '"10"',
  '"0x1p4"',
  '"%d%s"',
  '"a\\0b"',
  '"\\xff"',
  '"€"',
  '"[[%a]"',
  '"^(.-)$"',
  '"1m"',
  '"web"',
  '"cpu_utilization"',
  '"http://cloud.example/scaleup"',
  '"PUT"',
  '"https://api.mycloud.example/v1/pools/web"',
  '"k"',
  '"{\\"a\\":[1,null,2e999]}"',
  '"YWJj"',
  '"rate(x[1m])"',
  '"*t"',
  '"%c"',
]; // prettier-ignore
const numerals = [
  '0',
  '1',
  '-1',
  '2',
  '7',
  '0.5',
  '-0.0',
  '1e300',
  '1e15',
  '2^53',
  '2^63',
  '-2^63',
  '0/0',
  '1/0',
  '-1/0',
  'math.maxinteger',
  'math.mininteger',
  '255',
  '65536',
  '1e9',
  '3.0',
]; // prettier-ignore
const places = [
  'observation.metrics.cpu_utilization',
  'observation.instances.ready',
  'observation.time',
  'context.params.target',
  'context.state.last',
  'observation.metrics.nothing',
  'observation.perInstance[1]',
  'observation.missing.deeper',
  '_G',
  '_ENV',
  '...',
  'getmetatable("")',
  'package.loaded',
  'select("#", ...)',
]; // prettier-ignore
const binary = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '^',
  '..',
  '==',
  '~=',
  '<',
  '<=',
  '>',
  'and',
  'or',
  '&',
  '|',
  '~',
  '<<',
  '>>',
];
const arithmetic = ['+', '-', '*', '/', '//', '%', '^', '<', '<=', '==', '|', '<<'];
const events = [
  '__index',
  '__newindex',
  '__call',
  '__concat',
  '__len',
  '__eq',
  '__lt',
  '__le',
  '__add',
  '__unm',
  '__idiv',
  '__band',
  '__tostring',
  '__name',
  '__pairs',
  '__gc',
  '__close',
  '__mode',
  '__metatable',
  '__ipairs',
]; // prettier-ignore

const name = fc.constantFrom(...locals);
const leaf = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...numerals),
  name,
  fc.constantFrom('nil', 'true', 'false', '{}', 'function(...) return ... end'),
  fc.constantFrom(...places),
);
const libraryCall = fc.constantFrom(...luaFunctionNames());
const ownCall = fc.oneof(...Object.values(luaCalls));

const { block } = fc.letrec<{ expression: string; statement: string; block: string; last: string }>((tie) => {
  const expression = tie('expression');
  const inner = tie('block');
  const several = fc.array(expression, { maxLength: 3 }).map((list) => list.join(', '));
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(expression, fc.constantFrom(...binary), expression).map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc
        .tuple(expression, fc.constantFrom(...arithmetic), expression)
        .map(([a, op, b]) => `(num(${a}) ${op} num(${b}))`),
      fc
        .tuple(expression, fc.constantFrom(...arithmetic), expression)
        .map(([a, op, b]) => `(num(${a}) ${op} num(${b}))`),
      fc.tuple(fc.constantFrom('-', 'not ', '#', '~'), expression).map(([op, a]) => `(${op}${a})`),
      fc.tuple(libraryCall, several).map(([call, args]) => `${call}(${args})`),
      fc.tuple(libraryCall, several).map(([call, args]) => `try(${call}${args === '' ? '' : `, ${args}`})`),
      ownCall.map((call) => `(${call})`),
      fc.tuple(fc.constantFrom('', 'tab'), expression, expression).map(([as, a, key]) => `${as}(${a})[${key}]`),
      fc
        .tuple(expression, fc.constantFrom('rep', 'sub', 'gsub', 'k', 'close'), several)
        .map(([a, m, args]) => `tostring(${a}):${m}(${args})`),
      fc
        .tuple(libraryCall, several, fc.nat(30), several)
        .map(([call, a, nth, b]) => `poke(${call}(${a}), ${nth}${b === '' ? '' : `, ${b}`})`),
      fc
        .tuple(several, fc.constantFrom('', '; k = 1', ', [1] = 2', ', ...'))
        .map(([items, more]) => `{ ${items}${items === '' ? '' : more} }`),
      fc.tuple(fc.constantFrom('a, ...', '...'), inner).map(([args, body]) => `function(${args}) ${body} end`),
      fc
        .tuple(
          fc.constantFrom(
            'pcall',
            'xpcall',
            'select',
            'coroutine.wrap',
            'tostring',
            'type',
            'load',
            'setmetatable',
            'rawget',
            'next',
          ),
          several,
        )
        .map(([call, args]) => `${call}(${args})`),
      fc
        .tuple(expression, fc.constantFrom(...events), expression)
        .map(([a, event, handler]) => `setmetatable({ ${a} }, { ${event} = ${handler} })`),
      fc
        .tuple(fc.constantFrom('', 'fun'), expression, several)
        .map(([as, callee, args]) => `${as}(${callee})(${args})`),
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(name, expression).map(([to, value]) => `${to} = ${value}`),
      fc.tuple(name, expression).map(([to, value]) => `local ${to} = ${value}`),
      fc.tuple(name, expression, expression).map(([to, key, value]) => `tab(${to})[${key}] = ${value}`),
      fc.tuple(libraryCall, several).map(([call, args]) => `pcall(${call}${args === '' ? '' : `, ${args}`})`),
      several.map((args) => `print(${args})`),
      fc.tuple(expression, inner, inner).map(([test, then, other]) => `if ${test} then ${then} else ${other} end`),
      fc.tuple(expression, inner).map(([test, body]) => `while ${test} do ${body} end`),
      fc.tuple(inner, expression).map(([body, test]) => `repeat ${body} until ${test}`),
      fc
        .tuple(fc.constantFrom(...numerals), expression, fc.constantFrom('', ', 1', ', -1', ', 0.5', ', 2^53'), inner)
        .map(([from, to, step, body]) => `for i = ${from}, num(${to})${step} do ${body} end`),
      fc
        .tuple(fc.constantFrom('pairs(t)', 'ipairs(t)', 'next, t', 's:gmatch(".")', 'pairs(o)', 'utf8.codes(s)'), inner)
        .map(([iterator, body]) => `for key, value in ${iterator} do ${body} end`),
      inner.map((body) => `do ${body} end`),
      inner.map((body) => `pcall(function(...) ${body} end)`),
      fc
        .tuple(inner, several)
        .map(
          ([body, args]) =>
            `do local co = coroutine.create(function(...) ${body} coroutine.yield(${args}) end) for _ = 1, 3 do print(coroutine.resume(co${args === '' ? '' : `, ${args}`})) end end`,
        ),
      fc.tuple(name, inner).map(([to, body]) => `${to} = function(...) ${body} end`),
      several.map((args) => `error(${args})`),
      inner.map((body) => `do ::again:: ${body} n = n + 1 if n < 20 then goto again end end`),
      expression.map((value) => `pcall(error, ${value})`),
      fc.tuple(name, expression).map(([to, value]) => `${to} = table.pack(pcall(function() return ${value} end))`),
    ),
    last: fc.oneof(
      fc.constant(''),
      fc.constant(''),
      fc.constant(''),
      fc.constant(' do break end'),
      several.map((args) => `do return ${args} end`),
    ),
    block: fc
      .tuple(fc.array(tie('statement'), { maxLength: 3, depthIdentifier: 'block' }), tie('last'))
      .map(([list, last]) => [...list, ...(last.includes('break') ? [] : [last])].join(' ')),
  };
}) as { block: fc.Arbitrary<string> };

const returned = fc.oneof(
  leaf,
  leaf,
  fc.constantFrom('4', '2.5', '{ desired = n, reason = s }', 'n', 'observation.instances.ready + 1'),
);

const body = fc.tuple(fc.array(block, { minLength: 1, maxLength: 4 }), returned).map(([blocks, value]) => ({
  text: blocks.map((one, index) => (index % 3 === 2 ? one : `try(function(...) ${one} end)`)).join('\n'),
  value,
}));

/** A program over the whole grammar and all libraries, most of whose statements run. */
export const luaProgram: fc.Arbitrary<LuaProgramText> = fc
  .tuple(fc.constantFrom(...wraps), body)
  .map(([wrap, parts]) => ({ wrap, code: wrapped(wrap, parts) }));

function wrapped(wrap: LuaWrap, { text, value }: { readonly text: string; readonly value: string }): string {
  // A file that names a library of another gateway is not for HAProxy.
  const mine = wrap === 'task' ? text.replace(/require\("(apisix|ngx|resty)[^"]*"\)|\bngx\b/g, 'core') : text;
  const inside = `${preamble}\n${mine}`;
  switch (wrap) {
    case 'decide':
      return `return { every = "15s", params = { target = 0.6 }, decide = function(observation, context, ...)\n${inside}\nreturn ${value}\nend }\n`;
    case 'script':
      return `local observation, context = { metrics = {}, instances = {}, perInstance = {} }, { params = {}, state = {} }\nlocal dryscale = require("dryscale")\nwhile true do\ndo\n${inside}\nend\ndryscale.scale_to(3)\ndryscale.sleep(15)\nend\n`;
    case 'timer':
      return `local observation, context = { metrics = {}, instances = {}, perInstance = {} }, { params = {}, state = {} }\nngx.timer.every(15, function(...)\n${inside}\nend)\n`;
    case 'task':
      return `local observation, context = { metrics = {}, instances = {}, perInstance = {} }, { params = {}, state = {} }\ncore.register_task(function(...)\nwhile true do\ndo\n${inside}\nend\ncore.sleep(15)\nend\nend)\n`;
    case 'module':
      return `local observation, context = { metrics = {}, instances = {}, perInstance = {} }, { params = {}, state = {} }\nlocal module = {}\nfunction module.init_worker(...)\n${inside}\nend\nreturn module\n`;
  }
}
