import { pushLuaModule } from '../../luaModule.js';
import { pushShared } from '../sharedLibrary.js';
import { sleep } from '../sleep.js';
/**
 * lua-resty-lock 0.09: https://github.com/openresty/lua-resty-lock, README.markdown, "new" and "lock".
 *
 * A key of a shared dictionary that is added is the lock; who does not get it tries again after a step that doubles, up
 * to max_step, until the timeout. Deviation: a lock that its holder forgets is held until it expires; the real one also
 * lets go of it when Lua collects the object, whenever that is.
 */
const source = `
local native = ...
local shared = native.shared
local lock = { _VERSION = "0.09" }
local class = { __index = lock }

function lock.new(_, name, options)
  if name == nil then return nil, "dictionary not found" end
  local o = options or {}
  local exptime = o.exptime or 30
  local timeout, step = o.timeout, o.step
  if timeout then
    timeout = math.min(timeout, exptime)
    if step then step = math.min(step, timeout) end
  end
  return setmetatable({
    dict = shared[name],
    timeout = timeout or 5,
    exptime = exptime,
    step = step or 0.001,
    ratio = o.ratio or 2,
    max_step = o.max_step or 0.5,
  }, class)
end

function lock:lock(key)
  if not key then return nil, "nil key" end
  if self.key ~= nil then return nil, "locked" end
  local step, left, elapsed = self.step, self.timeout, 0
  while true do
    local ok, err = self.dict:add(key, true, self.exptime)
    if ok then
      self.key = key
      return elapsed
    end
    if err ~= "exists" then return nil, err end
    if left <= 0 then return nil, "timeout" end
    native.sleep(step)
    elapsed, left = elapsed + step, left - step
    step = math.min(math.max(0.001, step * self.ratio), math.max(left, 0.001), self.max_step)
  end
end

function lock:unlock()
  if self.key == nil then return nil, "unlocked" end
  self.dict:delete(self.key)
  self.key = nil
  return 1
end

function lock:expire(time)
  if self.key == nil then return nil, "unlocked" end
  local ok, err = self.dict:replace(self.key, true, time or self.exptime)
  if not ok then return nil, err end
  return true
end

return lock
`;
/** Pushes `resty.lock`. */
export function pushRestyLock(L, run) {
    pushLuaModule(L, run, { name: 'resty.lock', source, natives: { sleep: sleep(run) }, values: { shared: pushShared } });
}
