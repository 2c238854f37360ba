import { fengari } from '../../../fengariApi.js';
import { pushLuaModule } from '../../luaModule.js';
const { lua } = fengari;
/**
 * lua-resty-lrucache: https://github.com/openresty/lua-resty-lrucache, README.markdown.
 *
 * Entries are a ring in the order of their use; the one that was used longest ago goes when a new one finds no room.
 */
const source = `
local native = ...
local cache = { _VERSION = "0.15" }
local class = { __index = cache }

local function cut(entry)
  entry.before.after, entry.after.before = entry.after, entry.before
end

local function put_first(self, entry)
  local ring = self.ring
  entry.before, entry.after = ring, ring.after
  ring.after.before, ring.after = entry, entry
end

function cache.new(size)
  if size < 1 then return nil, "size too small" end
  local ring = {}
  ring.before, ring.after = ring, ring
  return setmetatable({ size = size, used = 0, ring = ring, entries = {} }, class)
end

function cache:get(key)
  local entry = self.entries[key]
  if not entry then return nil end
  cut(entry)
  put_first(self, entry)
  if entry.expires and entry.expires < native.now() then return nil, entry.value, entry.flags end
  return entry.value, nil, entry.flags
end

function cache:delete(key)
  local entry = self.entries[key]
  if not entry then return false end
  cut(entry)
  self.entries[key] = nil
  self.used = self.used - 1
  return true
end

function cache:set(key, value, ttl, flags)
  local entry = self.entries[key]
  if entry then
    cut(entry)
  else
    if self.used >= self.size then self:delete(self.ring.before.key) end
    entry = { key = key }
    self.entries[key] = entry
    self.used = self.used + 1
  end
  entry.value, entry.flags = value, flags or 0
  entry.expires = ttl and native.now() + ttl or nil
  put_first(self, entry)
end

function cache:get_keys(count)
  local keys, entry = {}, self.ring.after
  while entry ~= self.ring and (not count or count == 0 or #keys < count) do
    keys[#keys + 1] = entry.key
    entry = entry.after
  end
  return keys
end

function cache:count() return self.used end

function cache:capacity() return self.size end

function cache:flush_all()
  local ring = {}
  ring.before, ring.after = ring, ring
  self.ring, self.entries, self.used = ring, {}, 0
end

return cache
`;
/** Pushes `resty.lrucache`. */
export function pushLruCache(L, run) {
    pushLuaModule(L, run, {
        name: 'resty.lrucache',
        source,
        natives: {
            now(thread) {
                lua.lua_pushnumber(thread, run.clockSeconds);
                return 1;
            },
        },
    });
}
