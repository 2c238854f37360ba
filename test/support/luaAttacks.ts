/** How an attack must end: a kind of fault (named by file and line), an error of Lua with this text, or a decision. */
export type AttackEnd =
  | { readonly fault: 'budget' | 'memory' }
  | { readonly error: RegExp }
  | { readonly desired: number };

/** What a policy may try. */
export interface LuaAttack {
  readonly area: string;
  readonly name: string;
  /** The body of `decide`, on the second line of its file. */
  readonly body: string;
  readonly end: AttackEnd;
}

const budget: AttackEnd = { fault: 'budget' };
const memory: AttackEnd = { fault: 'memory' };
const error = (text: RegExp): AttackEnd => ({ error: text });
const desired = (count: number): AttackEnd => ({ desired: count });

type Row = readonly [name: string, body: string, end: AttackEnd];
const long = 'local s = ("x"):rep(1000000)';
const hugeLength = '{ __len = function() return 2000000000 end, __index = function() return "x" end }';

/** Programs that never end, and those that would take hours in one step. */
const loops: readonly Row[] = [
  ['while', 'while true do end', budget],
  ['goto', '::again:: goto again', budget],
  ['repeat', 'repeat until false', budget],
  ['for to the largest integer', 'for i = 1, math.maxinteger do end', budget],
  ['for that passes the largest integer', 'for i = math.maxinteger - 1, math.maxinteger do end return 3', desired(3)],
  ['for over a range of floats', 'for i = 1, 1e300 do end', budget],
  ['for whose steps are too small to move it', 'for i = 1e17, 1e17 + 100, 1 do end', budget],
  ['an iterator without end', 'for _ in function() return 1 end do end', budget],
  ['a recursion by tail calls', 'local function f() return f() end return f()', budget],
  ['a loop written by load', 'load("while true do end")()', budget],
  ['a loop in a sort', 'table.sort({ 3, 2, 1 }, function() while true do end end)', budget],
  ['a loop in gsub', '("x"):gsub("x", function() while true do end end)', budget],
  ['a closure in every turn', 'local f while true do local a, b, c f = function() return a, b, c end end', budget],
  ['waiting on the clock', 'local t = os.clock() while os.clock() - t < 1 do end', budget],
];

const protection: readonly Row[] = [
  ['a loop in pcall, again and again', 'while true do pcall(function() while true do end end) end', budget],
  ['a loop after an error that pcall caught', 'pcall(error) while true do end', budget],
  ['nested pcalls', 'local function f() pcall(f) while true do end end f()', budget],
  ['xpcall with a looping handler', 'xpcall(error, function() while true do end end) while true do end', budget],
  ['a handler that fails', 'local function h() error() end while true do xpcall(error, h) end', budget],
  ['errors without end', 'while true do pcall(error, {}) end', budget],
  ['errors of the interpreter without end', 'while true do pcall(function() return nil + 1 end) end', budget],
  [
    'wrong arguments, named in a million globals',
    'for i = 1, 50000 do _G["g" .. i] = i end while true do pcall(("").rep) end',
    budget,
  ],
  [
    'errors with a huge level',
    'local function f(n) if n > 0 then return 1 + f(n - 1) end while true do pcall(error, "x", 2^31 - 1) end end f(5000)',
    budget,
  ],
  ['catching the end of memory', 'pcall(function() local s = "x" while true do s = s .. s end end) return 1', memory],
  ['catching the stack', 'local function f() return 1 + f() end return pcall(f) and 1 or 2', desired(2)],
];

const coroutines: readonly Row[] = [
  ['a loop in one', 'coroutine.wrap(function() while true do end end)()', budget],
  [
    'a loop after an error in one',
    'local co = coroutine.create(function() pcall(error) while true do end end) while true do coroutine.resume(co) end',
    budget,
  ],
  ['short ones without end', 'while true do coroutine.wrap(function() for i = 1, 100 do end end)() end', budget],
  [
    'yields without end',
    'local f = coroutine.wrap(function() while true do coroutine.yield() end end) while true do f() end',
    budget,
  ],
  ['a nest of them', 'local function f() return coroutine.wrap(f)() end return pcall(f) and 1 or 2', desired(2)],
  [
    'one that resumes itself',
    'local co co = coroutine.create(function() return coroutine.resume(co) end) local _, ok = coroutine.resume(co) return ok and 1 or 2',
    desired(2),
  ],
  ['all of them kept', 'local t = {} while true do t[#t + 1] = coroutine.create(print) end', budget],
  ['yielding to the host', 'coroutine.yield()', error(/coroutine\.yield outside/)],
  [
    'yielding from a metamethod',
    'return setmetatable({}, { __index = coroutine.yield }).x',
    error(/coroutine\.yield outside/),
  ],
  [
    'yielding from a sort',
    'coroutine.wrap(function() table.sort({ 2, 1 }, coroutine.yield) end)()',
    error(/attempt to yield across/),
  ],
];

const texts: readonly Row[] = [
  ['doubling', 'local s = "x" for i = 1, 30 do s = s .. s end', memory],
  ['many operands', `${long} return #(s .. s .. s .. s .. s .. s .. s .. s)`, memory],
  ['string.rep', 'return #string.rep("x", 500000000)', memory],
  ['string.rep with a separator', 'return #string.rep("", 2000000000, "xx")', memory],
  ['string.rep of nothing', 'while true do local _ = string.rep("", 2^31 - 1) end', budget],
  ['table.concat', 'local s, t = ("x"):rep(1000), {} for i = 1, 2000 do t[i] = s end return #table.concat(t)', memory],
  ['gsub', 'return #string.gsub(string.rep("x", 2000), "x", string.rep("y", 2000))', memory],
  ['a replacement of many captures', 'return #string.gsub(("x"):rep(1000), "(x+)", ("%1"):rep(2000))', memory],
  ['format', 'local s = string.rep("x", 300000) return #string.format("%s%s%s%s", s, s, s, s)', memory],
  ['quoting', 'return #string.format("%q", ("\\0"):rep(900000))', memory],
  ['pack', 'return #string.pack("c2000000", "")', memory],
  ['keeping 400 MB', `${long} local t = {} for i = 1, 400 do t[i] = s .. i end return 1`, memory],
  [
    'keeping them in iterators',
    `${long} local t = {} for i = 1, 400 do t[i] = (s .. i):gmatch("y") end return 1`,
    memory,
  ],
  ['keeping their upper halves', `${long} local t = {} for i = 1, 1000 do t[i] = s:sub(i) end return 1`, memory],
  ['keeping them as keys', `${long} local t = {} for i = 1, 400 do t[s .. i] = true end return 1`, memory],
  ['comparing', `${long} local a, b = s .. "a", s .. "b" while true do local _ = a < b end`, budget],
  ['equality', `${long} local a, b = s .. "a", s .. "a" while true do local _ = a == b end`, budget],
  ['rawequal', `${long} local a, b = s .. "a", s .. "a" while true do rawequal(a, b) end`, budget],
  ['long keys', `${long} local a, b, t = s .. "a", s .. "a", {} t[a] = 1 while true do local _ = t[b] end`, budget],
  ['reading numbers', 'local s = ("0"):rep(1000000) .. "1" while true do local _ = s + 1 end', budget],
  ['tonumber', 'local s = ("0"):rep(1000000) .. "1" while true do tonumber(s) end', budget],
  ['tonumber with a base', 'local s = ("0"):rep(100000) .. "!" while true do tonumber(s, 36) end', budget],
  ['writing numbers', 'while true do local _ = 1.5 .. 2.5 .. 3.5 .. 4.5 end', budget],
  ['tostring', 'while true do tostring(1 / 3) end', budget],
  ['format of floats', 'while true do string.format("%99.99f", 1e308) end', budget],
  ['upper', `${long} while true do s:upper() end`, budget],
  ['reverse', `${long} while true do s:reverse() end`, budget],
  ['byte', `${long} while true do s:byte(1, 5000) end`, budget],
  ['packsize', 'local f = ("i1"):rep(100000) while true do string.packsize(f) end', budget],
  ['unpack', 'local s, f = ("x"):rep(5000), ("b"):rep(5000) while true do string.unpack(f, s) end', budget],
  ['finding plain text', `${long} while true do s:find("xy", 1, true) end`, budget],
  ['utf8.len', `${long} while true do utf8.len(s) end`, budget],
  [
    'utf8.codes of continuations',
    'local s = "a" .. ("\\x80"):rep(1000000) while true do pcall(function() for _ in utf8.codes(s) do end end) end',
    budget,
  ],
  ['utf8.offset', `${long} while true do utf8.offset(s, 1000000) end`, budget],
  ['utf8.char', 'while true do utf8.char(8364, 8364, 8364, 8364) end', budget],
];

const patterns: readonly Row[] = [
  ['backtracking', 'return #((("a"):rep(20000)):match(".-b") or "")', budget],
  ['many repetitions', 'return (("a"):rep(60)):find("a*a*a*a*a*a*a*b") and 1', budget],
  [
    'a set of a megabyte',
    'local s, p = ("y"):rep(1000), "[" .. ("x"):rep(900000) .. "]" return s:find(p) and 1',
    budget,
  ],
  ['balances', 'return #(("("):rep(20000):gsub("%b()", ""))', budget],
  ['back references', 'return (("a"):rep(30000)):find("(a*)%1b") and 1', budget],
  ['captures', 'return #string.match("x", ("("):rep(300))', error(/too (complex|many captures)/)],
  ['depth', 'return #string.match(("x"):rep(300), ("x?"):rep(300) .. "y" )', error(/too complex|budget/)],
  ['gmatch without progress', 'for _ in ("x"):gmatch("()") do end return 2', desired(2)],
  [
    'a megabyte, letter by letter',
    'local s = ("x"):rep(1000000):gsub("x", "y") return #s == 1000000 and 4',
    desired(4),
  ],
];

const tables: readonly Row[] = [
  ['growth', 'local t = {} while true do t[#t + 1] = {} end', memory],
  ['growth of a list', 'local t = {} for i = 1, math.maxinteger do t[i] = i end', memory],
  ['growth of fields', 'local t = {} for i = 1, math.maxinteger do t["k" .. i] = i end', memory],
  ['growth of nested tables', 'local t = {} while true do t = { t } end', memory],
  ['garbage', 'while true do local _ = {} end', budget],
  [
    'garbage beside much that is kept',
    'local t = {} for i = 1, 500000 do t[i] = { i } end while true do local _ = {} end',
    budget,
  ],
  ['insert with a huge __len', `table.insert(setmetatable({}, ${hugeLength}), 1, 0)`, budget],
  ['remove with a huge __len', `table.remove(setmetatable({}, ${hugeLength}), 1)`, budget],
  ['concat with a huge __len', `return #table.concat(setmetatable({}, ${hugeLength}))`, memory],
  [
    'concat of nothing with a huge __len',
    'return #table.concat(setmetatable({}, { __len = function() return 2000000000 end, __index = function() return "" end }))',
    budget,
  ],
  ['unpack with a huge __len', `table.unpack(setmetatable({}, ${hugeLength}))`, error(/too many results to unpack/)],
  ['sort with a huge __len', `table.sort(setmetatable({}, ${hugeLength}))`, budget],
  ['move of a huge range', 'table.move({}, 1, 2000000000, 2)', budget],
  ['insert at the front', 'local t = {} while true do table.insert(t, 1, 0) end', budget],
  ['unpack again and again', 'local t = {} for i = 1, 10000 do t[i] = i end while true do table.unpack(t) end', budget],
  [
    'varargs',
    'local t = {} for i = 1, 10000 do t[i] = i end local function f(...) while true do local _ = ... , ... g(...) end end g = function() end f(table.unpack(t))',
    budget,
  ],
  [
    'constructors of varargs',
    'local t = {} for i = 1, 10000 do t[i] = i end local function f(...) while true do local _ = { ... } end end f(table.unpack(t))',
    budget,
  ],
  [
    'select',
    'local t = {} for i = 1, 10000 do t[i] = i end local function f(...) while true do select(5000, ...) end end f(table.unpack(t))',
    budget,
  ],
  [
    'a length found by powers of two',
    'local t = {} for i = 1, 30000 do t[i] = i end for i = 15, 30 do t[2 ^ i // 1 | 0] = 1 end while true do local _ = #t end',
    budget,
  ],
  [
    'next over what was cleared',
    'local t = {} for i = 1, 30000 do t["k" .. i] = i end for i = 1, 29999 do t["k" .. i] = nil end while true do next(t) end',
    budget,
  ],
  [
    'pairs over a table that grows',
    'local t = { 1 } for k in pairs(t) do t[#t + 1] = k end return 2',
    error(/invalid key to 'next'|instruction budget|memory limit/),
  ],
];

const metamethods: readonly Row[] = [
  [
    'a chain of a thousand __index',
    'local t = {} for i = 1, 1500 do t = setmetatable({}, { __index = t }) end while true do local _ = t.x end',
    budget,
  ],
  [
    'a chain of a thousand __newindex',
    'local t = {} for i = 1, 1500 do t = setmetatable({}, { __newindex = t }) end while true do t.x = nil end',
    budget,
  ],
  ['a ring of __index', 'local t = {} setmetatable(t, { __index = t }) return t.x', error(/loop/)],
  [
    '__index that calls itself',
    'local t = setmetatable({}, { __index = function(t, k) return t[k] end }) return t.x',
    error(/overflow/),
  ],
  [
    '__concat, __eq, __lt',
    'local m = {} m.__lt = function(a, b) return a < b end local t = setmetatable({}, m) return t < t',
    error(/overflow/),
  ],
  ['__tostring that loops', 'print(setmetatable({}, { __tostring = function() while true do end end }))', budget],
  [
    '__gc',
    'for i = 1, 1000 do setmetatable({}, { __gc = function() while true do end end }) end collectgarbage() return 5',
    desired(5),
  ],
  ['__close', 'local t = setmetatable({}, { __close = function() while true do end end }) return 5', desired(5)],
  [
    '__metatable',
    'return getmetatable("").__metatable == nil and pcall(setmetatable, getmetatable(""), {}) and 5',
    desired(5),
  ],
  ['the metatable of texts', 'getmetatable("").__index = function() while true do end end return ("x").y', budget],
  [
    'the metatable of globals',
    'setmetatable(_G, { __index = function() while true do end end }) return nothing',
    budget,
  ],
  ['_ENV', 'local _ENV = setmetatable({}, { __index = function() while true do end end }) return nothing', budget],
  [
    '__call without end',
    'local t = setmetatable({}, { __call = function(self) return self() end }) return t()',
    budget,
  ],
];

const recursion: readonly Row[] = [
  ['of functions', 'local function f() return 1 + f() end return f()', error(/stack overflow/)],
  ['of arguments', 'local function f(...) return f(1, ...) end return f()', error(/stack overflow|instruction budget/)],
  ['of pcall', 'local function f() return pcall(f) end f() return 3', desired(3)],
  ['of load', 'return load("return " .. ("("):rep(100000)) == nil and 3', desired(3)],
  [
    'of tostring',
    'local t = setmetatable({}, { __tostring = function(t) return tostring(t) end }) return #tostring(t)',
    error(/overflow/),
  ],
  ['of tables shown', 'local t = {} t.t = t return t', error(/expected integer >= 0/)],
];

const loading: readonly Row[] = [
  ['texts without end', 'while true do load("return 1 + 2") end', budget],
  ['a megabyte', 'local s = "return 0" .. (" + 1"):rep(200000) while true do load(s) end', budget],
  [
    'functions kept',
    'local t, s = {}, "return function() local a = 1 " .. ("a = a + 1 "):rep(2000) .. " end" while true do t[#t + 1] = load(s) end',
    error(/memory limit|instruction budget/),
  ],
  [
    'labels',
    'local t = {} for i = 1, 20000 do t[i] = "::l" .. i .. "::" end local s = table.concat(t) while true do load(s) end',
    budget,
  ],
  [
    'gotos',
    'local t = {} for i = 1, 20000 do t[i] = "goto e" end local s = table.concat(t, " ") .. " ::e::" while true do load(s) end',
    budget,
  ],
  ['bytecode', 'local f = load("\\27Lua") return f == nil and 1 or 2', desired(1)],
  ['a reader that never ends', 'load(function() return "x" end)', error(/load|budget|memory/)],
];

/** Ways out. */
const escapes: readonly Row[] = [
  ...[
    'os.execute("touch x")',
    'io.popen("ls")',
    'io.open("/etc/passwd")',
    'os.exit(0)',
    'os.remove("x")',
    'os.tmpname()',
  ].map(named),
  ...[
    'debug.sethook()',
    'debug.getregistry()',
    'dofile("x")',
    'loadfile("x")',
    'string.dump(print)',
    'require("lfs")',
  ].map(named),
  ['environment', 'return os.getenv("PATH") == nil and 3', desired(3)],
  [
    'the constructor of functions',
    'return ("").constructor == nil and (print).x',
    error(/attempt to index a function value/),
  ],
  [
    'prototypes',
    'local t = {} return (t.constructor or t.__proto__ or t.toString or t.hasOwnProperty) == nil and 3',
    desired(3),
  ],
  [
    'prototypes of the observation',
    'return (observation.constructor or observation.metrics.__proto__ or observation.toString) == nil and 3',
    desired(3),
  ],
  [
    'prototypes of modules',
    'return pcall(require, "constructor") == false and pcall(require, "__proto__") == false and 3',
    desired(3),
  ],
  [
    'prototypes of options',
    'return pcall(collectgarbage, "constructor") == false and os.date("%c", 0) and 3',
    desired(3),
  ],
  ['the registry of modules', 'return package.loaded.io == nil and package.loaded.debug == nil and 3', desired(3)],
  [
    'a parent of the environment',
    'local e = load("return _ENV", "x", "t", {})() return next(e) == nil and 3',
    desired(3),
  ],
  ["a name like the file's", 'load("error(1)", "@/etc/passwd")()', error(/\.lua:2: /)],
];

const host: readonly Row[] = [
  ['print', 'while true do print(("x"):rep(1000)) end', error(/output limit/)],
  ['log', 'while true do require("dryscale").log(("x"):rep(1000)) end', error(/output limit/)],
  ['printing nothing', 'while true do print() end', error(/output limit/)],
  [
    'calls of the API',
    'for i = 1, 10000 do require("socket.http").request("https://cloud/scaleup", "") end',
    error(/API call limit/),
  ],
  ['unknown metrics', 'for i = 1, math.maxinteger do local _ = observation.metrics["m" .. i] end', budget],
  ['observations', 'while true do require("dryscale").instances() end', budget],
  ['history', 'while true do observation:history("cpu_utilization", "1h") end', budget],
  ['dates', 'while true do os.date("*t") end', budget],
  ['long formats of dates', 'return #os.date(("%c"):rep(400000))', error(/memory limit|budget/)],
  ['sleeping', 'require("dryscale").sleep(1)', error(/may not sleep/)],
  ['a long command', 'os.execute("sleep " .. ("1m "):rep(300000))', error(/may not sleep|not available/)],
  [
    'a long URL',
    'return select(2, require("socket.http").request("http://x/" .. ("a?b=%"):rep(200000)))',
    desired(414),
  ],
];

function named(body: string): Row {
  return [body, body, error(/not available|reads the file system/)];
}

const areas: Readonly<Record<string, readonly Row[]>> = {
  loops,
  protection,
  coroutines,
  texts,
  patterns,
  tables,
  metamethods,
  recursion,
  loading,
  escapes,
  host,
};

/** Every attack, by area: the sources and the built command are put to all of them. */
export const luaAttacks: readonly LuaAttack[] = Object.entries(areas).flatMap(([area, rows]) =>
  rows.map(([name, body, end]) => ({ area, name, body, end })),
);

/** The text of a policy that tries it. */
export function attackCode({ body }: LuaAttack): string {
  return `return { decide = function(observation, context)\n${body}\nend }`;
}
