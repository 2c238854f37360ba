import { fengari } from '../../fengariApi.js';
import { luaText } from '../../luaText.js';
const { lua, lauxlib } = fengari;
/** `ltn12`: https://lunarmodules.github.io/luasocket/ltn12.html, but for files, which a policy has not. */
const ltn12Source = `
local ltn12 = { source = {}, sink = {}, pump = {}, filter = {}, BLOCKSIZE = 2048 }
ltn12.source.empty = function() return function() return nil end end
ltn12.source.error = function(message) return function() return nil, message end end
ltn12.source.string = function(text)
  local rest = text
  return function()
    local chunk = rest
    rest = nil
    return chunk
  end
end
ltn12.source.table = function(list)
  local at = 0
  return function()
    at = at + 1
    return list[at]
  end
end
ltn12.source.simplify = function(source)
  return function()
    local chunk, message = source()
    return chunk, message
  end
end
ltn12.source.cat = function(...)
  local sources = { ... }
  return function()
    while #sources > 0 do
      local chunk, message = sources[1]()
      if chunk or message then return chunk, message end
      table.remove(sources, 1)
    end
  end
end
ltn12.source.chain = function(source, filter)
  local ended = false
  return function()
    while not ended do
      local chunk, message = source()
      if message then return nil, message end
      if chunk == nil then ended = true end
      local made = filter(chunk)
      if made and made ~= "" then return made end
    end
  end
end
ltn12.filter.cycle = function(low, state, extra)
  return function(chunk)
    local made
    made, state = low(state, chunk, extra)
    return made
  end
end
ltn12.sink.table = function(list)
  list = list or {}
  return function(chunk)
    if chunk then list[#list + 1] = chunk end
    return 1
  end, list
end
ltn12.sink.null = function() return function() return 1 end end
ltn12.sink.error = function(message) return function() return nil, message end end
ltn12.sink.simplify = function(sink) return sink end
ltn12.sink.chain = function(filter, sink)
  return function(chunk, message)
    if message then return nil, message end
    local made = filter(chunk)
    if made and made ~= "" then
      local ok, refused = sink(made)
      if not ok then return nil, refused end
    end
    if chunk == nil then return sink(nil) end
    return 1
  end
end
ltn12.pump.step = function(source, sink)
  local chunk, message = source()
  local ok, refused = sink(chunk, message)
  if chunk and ok then return 1 end
  return nil, message or refused
end
ltn12.pump.all = function(source, sink, step)
  step = step or ltn12.pump.step
  while true do
    local ok, message = step(source, sink)
    if not ok then
      if message then return nil, message end
      return 1
    end
  end
end
for name, part in pairs(ltn12) do
  if type(part) == "table" then
    setmetatable(part, { __index = function(_, key)
      error("ltn12." .. name .. "." .. tostring(key) .. " is not available in a policy, which has no files", 2)
    end })
  end
end
return ltn12
`;
/** Pushes `ltn12`. */
export function pushLtn12(L) {
    const source = luaText.key(ltn12Source);
    lauxlib.luaL_loadbufferx(L, source, source.length, luaText.key('=ltn12'), luaText.key('t'));
    lua.lua_call(L, 0, 1);
}
