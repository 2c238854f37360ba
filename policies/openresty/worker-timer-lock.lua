-- worker-timer.lua with a lock in a shared dictionary: of all workers that share it, the first one acts and the others do nothing.
-- Use it where a timer runs in every worker; nginx shares a dictionary within one gateway, so each gateway still acts once.
local dryscale = require("dryscale")
local period = 30

local function check(premature)
  if premature then
    return
  end
  local cpu = dryscale.metric("cpu_utilization")
  if not cpu then
    return -- no metric: hold
  end
  -- add() succeeds for one worker; the entry is gone before the next period, also when that worker dies.
  if not ngx.shared.scaler:add("lock", true, period - 1) then
    return
  end
  local desired = dryscale.instances().desired
  if cpu > 0.7 then
    dryscale.scale_to(desired + 1)
  elseif cpu < 0.3 and desired > 1 then
    dryscale.scale_to(desired - 1)
  end
end

ngx.timer.every(period, check)
