import { checkText } from '../../luaLibrary.js';
import { setField } from '../../luaValue.js';
import { pushCjsonSafe } from '../cjson/cjson.js';
import { pushLuaModule } from '../luaModule.js';
import { luajitTableModules } from '../openresty/luajitTable.js';
import { pushNgx } from '../openresty/ngx.js';
import { pushLruCache } from '../openresty/resty/lrucache.js';
import { noteThreadError } from '../openresty/threadErrors.js';
import { pushOnce } from '../pushOnce.js';
import { pushRefusedTable } from '../refusedApi.js';
import { pushLocalConf } from './localConf.js';
import { refusedFields } from './refused.js';
/** `apisix.core` of APISIX 3: https://github.com/apache/apisix, apisix/core/{log,json,table,string,timer,utils,lrucache}.lua. */
const source = `
local native = ...
local ngx, cjson = native.ngx, native.cjson
local core = { version = { VERSION = "3.14.0" } }

local levels = { stderr = ngx.STDERR, emerg = ngx.EMERG, alert = ngx.ALERT, crit = ngx.CRIT, error = ngx.ERR,
  warn = ngx.WARN, notice = ngx.NOTICE, info = ngx.INFO, debug = ngx.DEBUG }
core.log = { version = 0.4 }
for name, level in pairs(levels) do
  core.log[name] = function(...) return ngx.log(level, ...) end
end
function core.log.new(prefix)
  local log = { version = 0.4 }
  for name, level in pairs(levels) do
    log[name] = function(...) return ngx.log(level, prefix, ...) end
  end
  return log
end
function core.log.delay_exec(f, ...)
  local args = table.pack(...)
  return setmetatable({}, { __tostring = function() return tostring((f(table.unpack(args, 1, args.n)))) end })
end

core.sleep = ngx.sleep
core.utils = { sleep = ngx.sleep }
function core.utils.gethostname() return "apisix" end
function core.utils.parse_addr(addr)
  local default = 80
  if addr:sub(1, 1) == "[" then
    local host, port = addr:match("^(%b[]):?(%d*)$")
    return host or addr, tonumber(port) or default
  end
  local host, port = addr:match("^([^:]*):(%d+)$")
  if host then return host, tonumber(port) end
  return addr, default
end

local function printable(value)
  local kind = type(value)
  if kind == "function" or kind == "userdata" or kind == "table" then return tostring(value) end
  return value
end
local function printable_copy(value, seen)
  if type(value) ~= "table" then return printable(value) end
  local copy = {}
  for k, v in pairs(value) do
    if type(v) == "table" and not seen[v] then
      seen[v] = true
      copy[printable(k)] = printable_copy(v, seen)
    else
      copy[printable(k)] = printable(v)
    end
  end
  return copy
end
core.json = { version = 0.1, array_mt = cjson.array_mt, null = cjson.null }
function core.json.encode(data, force)
  if force then data = printable_copy(data, {}) end
  return cjson.encode(data)
end
core.json.stably_encode = cjson.encode
function core.json.strip_nulls(t)
  for k, v in pairs(t) do
    if v == cjson.null then t[k] = nil elseif type(v) == "table" then core.json.strip_nulls(v) end
  end
  return t
end
function core.json.decode(text, options)
  local data, err = cjson.decode(text)
  if options and options.null_as_nil then
    if data == cjson.null then return nil, err end
    if type(data) == "table" then core.json.strip_nulls(data) end
  end
  return data, err
end
function core.json.delay_encode(data, force)
  return setmetatable({}, { __tostring = function() return (core.json.encode(data, force)) end })
end

core.table = setmetatable({
  version = 0.2, new = native["table.new"], clear = native["table.clear"], nkeys = native["table.nkeys"],
  clone = native["table.clone"], isarray = native["table.isarray"], isempty = native["table.isempty"],
  insert = table.insert, concat = table.concat, sort = table.sort,
}, { __index = table })
function core.table.insert_tail(t, ...)
  local n, count = #t, select("#", ...)
  for i = 1, count do t[n + i] = (select(i, ...)) end
  return n + count
end
function core.table.set(t, ...)
  for i = 1, select("#", ...) do t[i] = (select(i, ...)) end
end
function core.table.try_read_attr(t, ...)
  for i = 1, select("#", ...) do
    if type(t) ~= "table" then return nil end
    t = t[(select(i, ...))]
  end
  return t
end
function core.table.array_find(list, value)
  if type(list) ~= "table" then return nil end
  for i, v in ipairs(list) do
    if v == value then return i end
  end
end
local function copy_of(value, seen)
  if type(value) ~= "table" then return value end
  if seen[value] then return seen[value] end
  local copy = {}
  seen[value] = copy
  for k, v in pairs(value) do copy[k] = copy_of(v, seen) end
  return setmetatable(copy, getmetatable(value))
end
function core.table.deepcopy(value) return copy_of(value, {}) end
function core.table.merge(into, from)
  for k, v in pairs(from) do
    local old = into[k]
    if type(v) == "table" and type(old) == "table" and not core.table.isarray(old) and not core.table.isarray(v) then
      core.table.merge(old, v)
    elseif v == cjson.null then
      into[k] = nil
    else
      into[k] = v
    end
  end
  return into
end
function core.table.set_eq(a, b)
  if core.table.nkeys(a) ~= core.table.nkeys(b) then return false end
  for k in pairs(a) do
    if b[k] == nil then return false end
  end
  return true
end
function core.table.deep_eq(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  if core.table.nkeys(a) ~= core.table.nkeys(b) then return false end
  for k, v in pairs(a) do
    if not core.table.deep_eq(v, b[k]) then return false end
  end
  return true
end
function core.table.pick(object, names)
  local picked = {}
  for k, v in pairs(object) do
    if names[k] ~= nil then picked[k] = v end
  end
  return picked
end

core.string = setmetatable({ version = 0.1 }, { __index = string })
function core.string.find(text, part, from) return string.find(text, part, from or 1, true) end
local function check_texts(s, part)
  if type(s) ~= "string" or type(part) ~= "string" then
    error("unexpected type: s:" .. type(s) .. ", prefix:" .. type(part), 3)
  end
end
function core.string.has_prefix(s, prefix)
  check_texts(s, prefix)
  return s:sub(1, #prefix) == prefix
end
function core.string.has_suffix(s, suffix)
  check_texts(s, suffix)
  return suffix == "" or s:sub(-#suffix) == suffix
end
function core.string.rfind_char(s, char, from)
  for i = from or #s, 1, -1 do
    if s:byte(i) == char:byte() then return i end
  end
end
function core.string.decode_args(args) return ngx.decode_args(args, 0) end
core.string.encode_args = ngx.encode_args

core.math = {}
function core.math.gcd(a, b)
  while b ~= 0 do a, b = b, a % b end
  return a
end

core.timer = { version = 0.1 }
local function run_timer(premature, timer)
  if timer.running or premature then return end
  timer.running = true
  timer.start_time = ngx.now()
  repeat
    local ok, err = pcall(timer.callback_fun)
    if not ok then
      native.fail(tostring(err))
      if timer.sleep_fail > 0 then ngx.sleep(timer.sleep_fail) end
    elseif timer.sleep_succ > 0 then
      ngx.sleep(timer.sleep_succ)
    end
  until timer.each_ttl <= 0 or ngx.now() >= timer.start_time + timer.each_ttl
  timer.running = false
end
function core.timer.new(name, callback, options)
  if not name then return nil, "missing argument: name" end
  if not callback then return nil, "missing argument: callback_fun" end
  local o = options or {}
  local timer = { name = name, callback_fun = callback, running = false, start_time = 0,
    each_ttl = o.each_ttl or 1, sleep_succ = o.sleep_succ or 1, sleep_fail = o.sleep_fail or 5 }
  local handle, err = ngx.timer.every(o.check_interval or 1, run_timer, timer)
  if handle then handle, err = ngx.timer.at(0, run_timer, timer) end
  if not handle then return nil, err end
  return timer
end

core.lrucache = { version = 0.1 }
function core.lrucache.new(options)
  local o = options or {}
  local cache = native.lrucache.new(o.count or 1024)
  return function(key, version, create, ...)
    local known = cache:get(key)
    if known and known.version == version then return known.value end
    local value, err = create(...)
    if value ~= nil then cache:set(key, { value = value, version = version }, o.ttl or 3600) end
    return value, err
  end
end

core.tablepool = {}
function core.tablepool.fetch() return {} end
function core.tablepool.release() end

core.id = {}
function core.id.get() return "00000000-0000-4000-8000-000000000000" end

core.config = { type = "yaml", local_conf = native.local_conf }
return core
`;
/** Pushes `apisix.core`; one table for all who ask. */
export const pushCore = pushOnce((L, run) => {
    pushLuaModule(L, run, {
        name: 'apisix.core',
        source,
        natives: {
            local_conf: (thread) => {
                pushLocalConf(thread, run);
                return 1;
            },
            fail: (thread) => {
                noteThreadError(run, 'timer', checkText(thread, 1));
                return 0;
            },
        },
        values: { ngx: pushNgx, cjson: pushCjsonSafe, lrucache: pushLruCache, ...luajitTableModules },
    });
    for (const [name, instead] of Object.entries(refusedFields)) {
        setField(L, name, () => pushRefusedTable(L, `apisix.core.${name}`, instead));
    }
});
