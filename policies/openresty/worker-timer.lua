-- A timer in every worker of a gateway, as init_worker_by_lua starts it: one instance more when CPU is high, one less when it is low.
-- Use it to see what "one more" becomes where every worker says it; worker-timer-lock.lua is the same with a lock.
local dryscale = require("dryscale")

local function check(premature)
  if premature then
    return
  end
  local cpu = dryscale.metric("cpu_utilization")
  if not cpu then
    return -- no metric: hold
  end
  local desired = dryscale.instances().desired
  if cpu > 0.7 then
    dryscale.scale_to(desired + 1)
  elseif cpu < 0.3 and desired > 1 then
    dryscale.scale_to(desired - 1)
  end
end

ngx.timer.every(30, check)
