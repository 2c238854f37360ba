/**
 * Of OpenResty what timers that scale need, in Lua, for LuaJIT, which OpenResty is built on: `ngx.timer`, `ngx.sleep`, the
 * clock, `ngx.log`, shared dictionaries, `cjson` and `resty.http`. Whatever else is asked for is not verified, and said.
 *
 * A part of the driver: it defines `openresty`, which puts all of it into the policy's globals, and `runTimers`.
 * What timers do is that of lua-nginx-module, src/ngx_http_lua_timer.c, as in our own interpreter.
 */
export const openrestyShim = String.raw `
local queue, orderCount, running, waiting = {}, 0, nil, {}
local coroutine, resume, yield, create = coroutine, coroutine.resume, coroutine.yield, coroutine.create
local function virtualNow() return (ask(3, "now")) end
local function plan(at, thread, ...)
  orderCount = orderCount + 1
  queue[#queue + 1] = { at = at, order = orderCount, thread = thread, n = select("#", ...), ... }
end
local function closed(name, fields)
  return setmetatable(fields, { __index = function(_, key) unsupported(name .. "." .. tostring(key)) end })
end
local function pause(at)
  if coroutine.running() ~= running then unsupported("a wait in a coroutine of its own, or outside of a timer") end
  yield(waiting, at)
end

local function runTimers()
  while #queue > 0 do
    local first = 1
    for index, one in ipairs(queue) do
      local best = queue[first]
      if one.at < best.at or (one.at == best.at and one.order < best.order) then first = index end
    end
    local one = table.remove(queue, first)
    if one.at > virtualNow() then ask(3, "until", one.at) end
    running = one.thread
    begin()
    -- An error ends this run of the timer and no more.
    local ok, sign, at = resume(one.thread, unpack(one, 1, one.n))
    if ok and sign == waiting then plan(at, one.thread) end
  end
end

local function fire(schedule, callback, ...)
  if schedule.isRecurring then
    schedule.count = schedule.count + 1
    plan(schedule.start + schedule.count * schedule.delay, create(fire), schedule, callback, ...)
  end
  callback(false, ...)
end
local function timer(isRecurring)
  return function(delay, callback, ...)
    delay = floor(delay * 1000 + 1e-6) / 1000
    local schedule = { start = virtualNow(), delay = delay, count = 1, isRecurring = isRecurring }
    plan(schedule.start + delay, create(fire), schedule, callback, ...)
    return 1
  end
end

local function milliseconds() return floor((ask(3, "clock")) * 1000 + 1e-3) end
local function dictionary()
  local kept = {}
  local function alive(key)
    local entry = kept[key]
    if entry and entry.ends and entry.ends <= milliseconds() then kept[key] = nil end
    return kept[key]
  end
  local function put(key, value, seconds)
    local ends = seconds and seconds > 0 and milliseconds() + floor(seconds * 1000) or nil
    kept[key] = value ~= nil and { value = value, ends = ends } or nil
    return true, nil, false
  end
  return closed("ngx.shared.DICT", {
    get = function(_, key) local entry = alive(key) return entry and entry.value end,
    set = function(_, key, value, seconds) return put(key, value, seconds) end,
    add = function(_, key, value, seconds)
      if alive(key) then return false, "exists", false end
      return put(key, value, seconds)
    end,
    replace = function(_, key, value, seconds)
      if not alive(key) then return false, "not found", false end
      return put(key, value, seconds)
    end,
    delete = function(_, key) kept[key] = nil return true end,
    incr = function(_, key, by, start)
      local entry = alive(key)
      if not entry and start == nil then return nil, "not found" end
      if not entry then put(key, start) entry = kept[key] end
      entry.value = entry.value + by
      return entry.value, nil, false
    end,
  })
end

local null = setmetatable({}, { __tostring = function() return "userdata: NULL" end })
local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["/"] = "\\/", ["\b"] = "\\b", ["\t"] = "\\t", ["\n"] = "\\n", ["\f"] = "\\f", ["\r"] = "\\r" }
local function jsonOf(value)
  local kind = type(value)
  if value == null or kind == "nil" then return "null" end
  if kind == "boolean" then return tostring(value) end
  if kind == "number" then return format("%.14g", value) end
  if kind == "string" then
    return '"' .. gsub(value, '[%c"\\/\127]', function(char) return escapes[char] or format("\\u%04x", byte(char)) end) .. '"'
  end
  if kind ~= "table" then error("Cannot serialise " .. kind .. ": type not supported", 0) end
  local parts = {}
  if #value > 0 then
    for index, item in ipairs(value) do parts[index] = jsonOf(item) end
    return "[" .. concat(parts, ",") .. "]"
  end
  for key, item in env.pairs(value) do parts[#parts + 1] = jsonOf(tostring(key)) .. ":" .. jsonOf(item) end
  return "{" .. concat(parts, ",") .. "}"
end
local function jsonRead(text)
  -- The host reads JSON and hands back a table constructor.
  local value = ask(3, "json", text)
  return value
end
local function safe(action)
  return function(value)
    local ok, result = pcall(action, value)
    if ok then return result end
    return nil, result
  end
end

local client = {}
client.__index = function(_, key)
  if client[key] ~= nil then return client[key] end
  unsupported("resty.http." .. tostring(key))
end
function client.set_timeout() end
function client.set_timeouts() end
function client.set_keepalive() return 1 end
function client.close() return 1 end
function client.request_uri(_, url, options)
  options = options or {}
  local query = options.query
  if type(query) == "table" then
    local parts = {}
    for key, value in env.pairs(query) do
      parts[#parts + 1] = modules["socket.url"].escape(key) .. "=" .. modules["socket.url"].escape(tostring(value))
    end
    query = concat(parts, "&")
  end
  if query then url = url .. (find(url, "?", 1, true) and "&" or "?") .. query end
  local seconds, body, code, headers, status = ask(3, "request", options.method or "GET", url, options.body, options.headers)
  pause(virtualNow() + seconds)
  return { status = code, body = body, headers = headers, reason = status, has_body = body ~= "" }
end

local function openresty()
  local levels = { STDERR = 0, EMERG = 1, ALERT = 2, CRIT = 3, ERR = 4, WARN = 5, NOTICE = 6, INFO = 7, DEBUG = 8 }
  local ngx = {
    timer = closed("ngx.timer", { at = timer(false), every = timer(true) }),
    sleep = function(seconds) pause(virtualNow() + (seconds < 0.001 and 0.001 or seconds)) end,
    now = function() return milliseconds() / 1000 end,
    time = function() return floor(milliseconds() / 1000) end,
    update_time = function() end,
    log = function(_, ...)
      for index = 1, select("#", ...) do tostring((select(index, ...))) end
    end,
    shared = setmetatable({}, { __index = function(all, name)
      local made = dictionary()
      all[name] = made
      return made
    end }),
    worker = closed("ngx.worker", {
      id = function() return 0 end, count = function() return 1 end, exiting = function() return false end,
    }),
    null = null,
  }
  globals.jsonNull = null
  for name, level in pairs(levels) do ngx[name] = level end
  env.ngx = closed("ngx", ngx)
  modules.cjson = { encode = jsonOf, decode = jsonRead, null = null }
  modules["cjson.safe"] = { encode = safe(jsonOf), decode = safe(jsonRead), null = null }
  modules["resty.http"] = { new = function() return setmetatable({}, client) end }
end
`;
