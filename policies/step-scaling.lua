-- Adds more instances the higher CPU is, removes one at a time when it is low, and waits a cooldown after each change.
-- Use it to compare with AWS step scaling, or where a fixed reaction is easier to explain than a formula.
local steps = { -- from the highest: at this utilization or above, change by so many
  { at = 0.9, change = 4 },
  { at = 0.8, change = 2 },
  { at = 0.7, change = 1 },
}

return {
  name = "step-scaling",
  every = "60s",
  params = {
    low = 0.4, -- below this utilization one instance goes
    upCooldown = 60, -- seconds after a change before more are added
    downCooldown = 300, -- seconds after a change before one is removed
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local cpu, age = observation.metrics.cpu_utilization, observation.metrics.age_seconds
    if not cpu or (age and age > params.maxAge) then
      return nil
    end

    local since = observation.time - (state.changedAt or -math.huge)
    local desired = observation.instances.desired
    local change = 0
    for _, step in ipairs(steps) do
      if cpu >= step.at then
        change = step.change
        break
      end
    end
    if change == 0 and cpu < params.low and desired > 1 then
      change = -1
    end
    if change == 0 or since < (change > 0 and params.upCooldown or params.downCooldown) then
      return nil
    end
    state.changedAt = observation.time
    return { desired = math.max(1, desired + change), reason = string.format("CPU %.0f %%: %+d", cpu * 100, change) }
  end,
}
