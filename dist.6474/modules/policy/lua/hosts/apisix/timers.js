import { pushLuaModule } from '../luaModule.js';
import { pushNgx } from '../openresty/ngx.js';
import { pushCore } from './core.js';
/**
 * `apisix.timers`: https://github.com/apache/apisix, apisix/timers.lua. All registered functions run once a second, each
 * in a light thread; the next round waits for the slowest. A privileged one runs in one process of a gateway: in
 * its first worker here.
 */
const source = `
local native = ...
local ngx, core = native.ngx, native.core
local timers, order, is_started = {}, {}, false
local M = {}

local function run_all()
  local threads = {}
  for _, name in ipairs(order) do
    threads[#threads + 1] = ngx.thread.spawn(timers[name])
  end
  for _, thread in ipairs(threads) do ngx.thread.wait(thread) end
end

function M.register_timer(name, f, privileged)
  if privileged and ngx.worker.id() ~= 0 then return end
  if timers[name] == nil then order[#order + 1] = name end
  timers[name] = f
  if not is_started then
    is_started = true
    core.timer.new("background", run_all, { each_ttl = 0, sleep_succ = 0, check_interval = M.check_interval() })
  end
end

function M.unregister_timer(name)
  timers[name] = nil
  for i, known in ipairs(order) do
    if known == name then
      table.remove(order, i)
      break
    end
  end
end

function M.check_interval() return 1 end

function M.init_worker() end

return M
`;
/** Pushes `apisix.timers`. */
export function pushTimers(L, run) {
    pushLuaModule(L, run, { name: 'apisix.timers', source, values: { ngx: pushNgx, core: pushCore } });
}
