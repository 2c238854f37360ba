import { openrestyShim } from './openrestyShim.js';
/** As in our own interpreter: what one decision, or a script between two waits, may take. */
const instructionLimit = 100_000_000;
const outputLimitBytes = 100_000;
/**
 * What a real interpreter runs: the policy in a table of globals of its own, everything it asks its host for as a line on
 * stdout, answered by a line on stdin. Lua 5.1 to 5.4 and LuaJIT read it.
 *
 * A request is a line of JSON, whose texts are bytes; an answer is a table constructor. The libraries that reach files,
 * processes, bytecode or the interpreter's inside are never handed on.
 */
export const driver = String.raw `
local stdin, stdout, exit = io.stdin, io.stdout, os.exit
local read, write, flush = stdin.read, stdout.write, stdout.flush
local date, maketime, difftime = os.date, os.time, os.difftime
local compile, setfenv, load = loadstring or load, setfenv, load
local error, type, pcall, tostring, tonumber, select, next, rawget = error, type, pcall, tostring, tonumber, select, next, rawget
local setmetatable, ipairs, pairs = setmetatable, ipairs, pairs
local find, format, byte, gsub, sub, concat, floor, huge = string.find, string.format, string.byte, string.gsub, string.sub, table.concat, math.floor, math.huge
local unpack, mathtype = table.unpack or unpack, math.type
local globals, sethook = _G, debug.sethook
string.dump = nil

local function quoted(text)
  return '"' .. gsub(text, '[%c"\\\127-\255]', function(char) return format("\\u%04x", byte(char)) end) .. '"'
end

local encode
local function encodeTable(value, depth)
  if depth > 2 then return quoted("table") end
  local parts, known = {}, {}
  for _, name in ipairs({ "desired", "reason", "rule", "heldBy", "decide", "every", "params", "name" }) do
    known[name] = true
    local field = rawget(value, name)
    if field ~= nil then parts[#parts + 1] = quoted(name) .. ":" .. encode(field, depth + 1) end
  end
  for key, field in next, value do
    if #parts >= 100 then break end
    local name = (type(key) == "string" or type(key) == "number") and tostring(key) or type(key)
    if not known[name] then parts[#parts + 1] = quoted(name) .. ":" .. encode(field, depth + 1) end
  end
  return "{" .. concat(parts, ",") .. "}"
end

encode = function(value, depth)
  local kind = type(value)
  if kind == "nil" then return "null" end
  if kind == "boolean" then return tostring(value) end
  if kind == "string" then return quoted(depth == 0 and value or sub(value, 1, 4000)) end
  if kind == "table" then return encodeTable(value, depth) end
  if kind ~= "number" then return quoted(kind) end
  if value ~= value then return '{"\\u0001":"NaN"}' end
  if value == huge or value == -huge then return value > 0 and '{"\\u0001":"Infinity"}' or '{"\\u0001":"-Infinity"}' end
  return format("%.17g", value)
end

local function send(name, ...)
  local parts = {}
  for index = 1, select("#", ...) do parts[index] = encode((select(index, ...)), 0) end
  write(stdout, '["' .. name .. '",[' .. concat(parts, ",") .. "]]\n")
  flush(stdout)
end

local function receive()
  local line = read(stdin, "*l")
  if not line then exit(0) end
  return compile("return " .. line, "=host")()
end

-- LuaJIT calls no hook from code it compiled: its limit is the processor's time.
local instructions, printed = 0, 0
local function exhausted(what)
  send("failed", what)
  exit(0)
end
local function count()
  instructions = instructions + 1
  if instructions > ${instructionLimit / 1_000_000} then
    exhausted("the instruction budget of one decision (${instructionLimit / 1_000_000} million) is used up")
  end
end
local function begin()
  instructions, printed = 0, 0
  sethook(count, "", 1000000)
end

local function ask(level, name, ...)
  send(name, ...)
  local reply = receive()
  if reply.seconds then begin() end
  if reply.failure then error(reply.failure, level) end
  return unpack(reply, 1, reply.n)
end

local function asked(name)
  return function(...)
    local one, two, three, four = ask(3, name, ...)
    return one, two, three, four
  end
end

local function refused(name, hint)
  return function() error(name .. " is not available in a policy" .. (hint or ""), 2) end
end

local function clock() return (ask(3, "clock")) end

local env = {}
local given = [[assert error getmetatable setmetatable ipairs next pairs pcall xpcall rawequal rawget rawset rawlen select
  tonumber tostring type unpack loadstring _VERSION math string table utf8 coroutine bit bit32]]
for name in string.gmatch(given, "%S+") do env[name] = globals[name] end
env._G = env
function env.print(...)
  for index = 1, select("#", ...) do printed = printed + #tostring((select(index, ...))) + 1 end
  if printed > ${outputLimitBytes} then
    exhausted("the output limit of ${outputLimitBytes / 1000} kB in one decision is used up")
  end
end
function env.collectgarbage() return 0 end
for _, name in ipairs({ "dofile", "loadfile", "getfenv", "setfenv" }) do env[name] = refused(name) end

local function loadText(text, chunk, mode, scope)
  if type(text) ~= "string" then error("load takes a text in a policy, not a function", 2) end
  if sub(text, 1, 1) == "\27" then return nil, "bytecode is not available in a policy" end
  if not setfenv then return load(text, chunk or "=(load)", "t", scope or env) end
  local made, message = compile(text, chunk or "=(load)")
  if made then setfenv(made, scope or env) end
  return made, message
end
env.load = loadText
if env.loadstring then env.loadstring = loadText end

env.os = {
  clock = asked("now"),
  difftime = difftime,
  execute = asked("execute"),
  exit = refused("os.exit", ": end the script by returning from it"),
  getenv = asked("getenv"),
  time = function(fields)
    if fields ~= nil then return maketime(fields) end
    local now = ask(3, "clock")
    return floor(now)
  end,
  date = function(text, seconds)
    return date(text or "%c", floor(seconds or clock()))
  end,
}
for _, name in ipairs({ "remove", "rename", "tmpname", "setlocale" }) do env.os[name] = refused("os." .. name) end

local modules = { os = env.os, math = env.math, string = env.string, table = env.table, utf8 = env.utf8, bit = env.bit }
modules.coroutine = env.coroutine
modules.dryscale = {}
for _, name in ipairs({ "metric", "instances", "scale_to", "sleep", "now", "log" }) do modules.dryscale[name] = asked(name) end
modules.socket = { sleep = asked("sleep"), gettime = function() return (ask(3, "clock")) end }

local function http(first, second, third)
  if type(first) ~= "table" then
    local method, url, text = "GET", first, second
    if find(" GET POST PUT PATCH DELETE HEAD OPTIONS ", " " .. string.upper(first) .. " ", 1, true) and type(second) == "string" then
      method, url, text = string.upper(first), second, third
    elseif text then
      method = "POST"
    end
    local body, code, headers, status = ask(3, "http", method, url, text)
    return body, code, headers, status
  end
  local sent = {}
  while first.source do
    local piece = first.source()
    if not piece then break end
    sent[#sent + 1] = piece
  end
  local method = first.method or "GET"
  local body, code, headers, status = ask(3, "http", method, first.url, concat(sent), first.headers)
  if first.sink then
    first.sink(body)
    first.sink(nil)
  end
  return 1, code, headers, status
end
modules["socket.http"] = { request = http, TIMEOUT = 60 }
modules["socket.url"] = {
  escape = function(text)
    return (gsub(text, "[^%w_.~-]", function(char) return format("%%%02x", byte(char)) end))
  end,
  unescape = function(text)
    return (gsub(text, "%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
  end,
}
modules["ssl.https"] = modules["socket.http"]
modules.ltn12 = {
  sink = {
    table = function(list)
      list = list or {}
      return function(chunk)
        if chunk then list[#list + 1] = chunk end
        return 1
      end, list
    end,
    null = function() return function() return 1 end end,
  },
  source = {
    empty = function() return function() return nil end end,
    string = function(text)
      return function()
        local chunk = text
        text = nil
        return chunk
      end
    end,
  },
}

local function unsupported(what)
  send("unsupported", what)
  exit(0)
end
function env.require(name)
  if modules[name] == nil then unsupported('require("' .. tostring(name) .. '")') end
  return modules[name]
end

${openrestyShim}
local task = receive()
if task.openresty then openresty() end
modules.dryscale.params = task.params
local foreign = {}
for _, name in ipairs(task.foreign) do foreign[name] = true end
setmetatable(env, { __index = function(_, name)
  if foreign[name] then unsupported(name) end
end })

local function fail(message)
  if type(message) ~= "string" and type(message) ~= "number" then
    local ok, text = pcall(tostring, message)
    message = "the error raised is a " .. type(message) .. " value: " .. (ok and tostring(text) or "?")
  end
  send("failed", tostring(message))
  exit(0)
end

local chunk, message
if setfenv then
  chunk, message = compile(task.code, "@" .. task.file)
  if chunk then setfenv(chunk, env) end
else
  chunk, message = load(task.code, "@" .. task.file, "t", env)
end
if not chunk then fail(message) end
begin()
local ok, policy = pcall(chunk)
if not ok then fail(policy) end
runTimers()
local decide = type(policy) == "table" and rawget(policy, "decide")
local floats = {}
local params = type(policy) == "table" and rawget(policy, "params")
for name, value in next, type(params) == "table" and params or {} do
  if mathtype and type(name) == "string" and mathtype(value) == "float" then floats[#floats + 1] = name end
end
send("returned", type(decide) == "function", policy, concat(floats, ","))
local context = { params = receive().params, state = {} }

local function history(_, name, span)
  local pairs = ask(3, "history", name, span)
  return pairs
end
while true do
  local observation = receive().observation
  observation.history = function(first, second, third)
    if type(first) == "table" then return history(nil, second, third) end
    return history(nil, first, second)
  end
  begin()
  local decided, value = pcall(decide, observation, context)
  if not decided then fail(value) end
  send("decided", value)
end
`;
