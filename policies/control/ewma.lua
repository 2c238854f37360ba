-- Smooths the work in progress with an exponential average: quick when it rises, slow when it falls, and sizes the fleet for it.
-- Use it where a raw metric makes the fleet flap and a stabilization window is too blunt.
return {
  name = "ewma",
  every = "15s",
  params = {
    target = 0.6, -- utilization to keep, ratio
    riseSeconds = 5, -- time constant while the work grows
    fallSeconds = 300, -- time constant while it shrinks
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local cpu, age = observation.metrics.cpu_utilization, observation.metrics.age_seconds
    local instances = observation.instances
    if not cpu or instances.ready == 0 or (age and age > params.maxAge) then
      return nil
    end

    -- Work in instances that are busy all the time. A full fleet shows no more than itself, so it grows step by step.
    local busy = instances.ready * cpu
    local level = state.level or busy
    local passed = observation.time - (state.time or observation.time)
    local constant = busy > level and params.riseSeconds or params.fallSeconds
    level = level + (busy - level) * (1 - math.exp(-passed / constant))
    state.level, state.time = level, observation.time

    local desired = math.max(1, math.ceil(level / params.target - 1e-9))
    return { desired = desired, reason = string.format("%.1f busy, smoothed %.1f", busy, level) }
  end,
}
