import { clockMoveSeconds, isNatural, movedVariable, useMark } from './twist.js';
/**
 * The code of a Lua policy with its hidden inputs shown as the twist says, and every reading of one logged with its line.
 *
 * Plain Lua that every version and our own interpreter read, before the policy on its first line, so that its lines keep
 * their numbers. With `isRepeated` a decision whose time goes back gets a fresh `state`: the second run of one start.
 */
export function twistedLua(code, { twist, isRepeated }) {
    const source = code.replace(/^\uFEFF?(#[^\n]*)?/, '');
    const before = isNatural(twist) ? '' : onOneLine(prelude(twist));
    if (!isRepeated)
        return `${before} ${source}`;
    return `${before} local policy = (function(...) ${source}\nend)(...) ${onOneLine(freshState)} return policy`;
}
function onOneLine(text) {
    return text.replace(/\s*\n\s*/g, ' ').trim();
}
const freshState = `
if type(policy) == "table" and type(policy.decide) == "function" then
  local decide, last, again = policy.decide, nil, nil
  policy.decide = function(observation, context)
    if last and observation.time < last then again = { params = context.params, state = {} } end
    last = observation.time
    return decide(observation, again or context)
  end
end
`;
function prelude(twist) {
    return `
do
  local os, math, pcall, error, tostring, type, require = os, math, pcall, error, tostring, type, require
  local pairs, next, rawget, getmetatable, setmetatable, ipairs = pairs, next, rawget, getmetatable, setmetatable, ipairs
  local sort, floor = table.sort, math.floor
  local log, seen = require("dryscale").log, {}
  local function note(input, name, depth)
    local _, place = pcall(error, "", 4 + (depth or 0))
    local line = "\\1${useMark.slice(1)}\\t" .. input .. "\\t" .. name .. "\\t" .. place
    if not seen[line] then
      seen[line] = true
      log(line)
    end
  end
  ${clockPart(twist.clock === 'moved' ? clockMoveSeconds : 0)}
  ${environmentPart(twist.environment)}
  ${twist.random === 'natural' ? randomNotes : randomPart(twist.random === 'moved' ? 271_828 : 42)}
  ${twist.order === 'natural' ? '' : orderPart(twist.order === 'moved')}
end
`;
}
const clockPart = (moveSeconds) => `
  local time, date, clock = os.time, os.date, os.clock
  os.time = function(fields)
    if fields ~= nil then
      note("clock", "os.time{...}")
      return time(fields)
    end
    note("clock", "os.time")
    return time() + ${moveSeconds}
  end
  os.date = function(text, seconds)
    note("clock", "os.date")
    return date(text or "%c", seconds or time() + ${moveSeconds})
  end
  os.clock = function()
    note("clock", "os.clock")
    return clock() + ${moveSeconds / 1_000}
  end
  local ngx = rawget(_G, "ngx")
  if type(ngx) == "table" then
    for _, name in ipairs({ "now", "time" }) do
      local shown = ngx[name]
      if shown then
        ngx[name] = function()
          note("clock", "ngx." .. name)
          return shown() + ${moveSeconds}
        end
      end
    end
  end
`;
function environmentPart(mode) {
    return `
  local getenv = os.getenv
  os.getenv = function(name)
    note("environment", "os.getenv(" .. tostring(name) .. ")")
    local value = getenv(name)
    ${mode === 'moved' ? `if value == nil then return "${movedVariable}" end` : ''}
    return value
  end
`;
}
const randomNotes = `
  local random = math.random
  math.random = function(...)
    note("random", "math.random")
    return random(...)
  end
`;
/** The generator of Park and Miller, in floats that no version rounds. */
const randomPart = (seed) => `
  local state = ${seed}.0
  math.randomseed = function() note("random", "math.randomseed") end
  math.random = function(low, high)
    note("random", "math.random")
    state = state * 16807.0 % 2147483647.0
    local share = state / 2147483647.0
    if not low then return share end
    if not high then low, high = 1, low end
    if low > high then error("bad argument to 'random' (interval is empty)", 2) end
    return low + floor(share * (high - low + 1))
  end
`;
/** Lists keep their order, which every version keeps; other keys come sorted, or sorted backwards. */
const orderPart = (isBackwards) => `
  local function before(one, other)
    local left, right = type(one), type(other)
    if left ~= right then return left ${isBackwards ? '>' : '<'} right end
    if left == "number" or left == "string" then return one ${isBackwards ? '>' : '<'} other end
    return tostring(one) ${isBackwards ? '>' : '<'} tostring(other)
  end
  local function keysOf(list, others, known)
    sort(others, before)
    for _, key in ipairs(others) do list[#list + 1] = key end
    for index, key in ipairs(list) do known[key] = index end
    return list, known
  end
  local function orderOf(name, walk, control, start)
    local list, others, values = {}, {}, {}
    for key, value in walk, control, start do
      values[key] = value
      if key ~= #list + 1 then others[#others + 1] = key else list[#list + 1] = key end
    end
    while values[#list + 1] ~= nil do
      list[#list + 1] = #list + 1
    end
    local rest = {}
    for _, key in ipairs(others) do
      if not (type(key) == "number" and key >= 1 and key <= #list and key == floor(key)) then rest[#rest + 1] = key end
    end
    if #rest > 1 then note("order", name, 1) end
    local keys, known = keysOf(list, rest, {})
    return keys, known, values
  end
  local made = setmetatable({}, { __mode = "k" })
  _G.pairs = function(whole)
    local walk, control, start = pairs(whole)
    local keys, _, values = orderOf("pairs", walk, control, start)
    local meta = getmetatable(whole)
    local isPlain = type(meta) ~= "table" or rawget(meta, "__pairs") == nil
    local index = 0
    return function()
      while true do
        index = index + 1
        local key = keys[index]
        if key == nil then return nil end
        local value = values[key]
        if isPlain then value = rawget(whole, key) end
        if value ~= nil then return key, value end
      end
    end, whole, nil
  end
  _G.next = function(whole, key)
    if type(whole) ~= "table" then return next(whole, key) end
    if key == nil then
      local keys, known = orderOf("next", next, whole, nil)
      made[whole] = { keys, known }
    end
    local order = made[whole]
    local index = order and (key == nil and 0 or order[2][key])
    if not index then return next(whole, key) end
    while true do
      index = index + 1
      local found = order[1][index]
      if found == nil then return nil end
      local value = rawget(whole, found)
      if value ~= nil then return found, value end
    end
  end
`;
