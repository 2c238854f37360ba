-- Target tracking with a budget of changes: each step down costs a token, tokens come back slowly; steps up are free.
-- Use it where flapping costs more than a few idle instances: the bucket bounds the changes per hour by its construction.
return {
  name = "token-bucket",
  every = "15s",
  params = {
    target = 0.6, -- utilization to keep, ratio
    tolerance = 0.1, -- no change while within this share of the target
    perHour = 6, -- steps down that an hour pays for
    burst = 3, -- steps down that may follow each other
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local cpu, age = observation.metrics.cpu_utilization, observation.metrics.age_seconds
    local instances = observation.instances
    if not cpu or instances.ready == 0 or (age and age > params.maxAge) then
      return nil
    end
    local passed = observation.time - (state.time or observation.time)
    state.time = observation.time
    state.tokens = math.min(params.burst, (state.tokens or params.burst) + passed / 3600 * params.perHour)

    -- The same work spread over all instances, those on their way included.
    local have = instances.ready + instances.starting + instances.pending
    local ratio = instances.ready * cpu / have / params.target
    if math.abs(ratio - 1) <= params.tolerance then
      return nil
    end
    local wish = math.max(1, math.ceil(have * ratio - 1e-9))
    local cpuText = string.format("CPU %.0f %%", cpu * 100)
    if wish > instances.desired then
      return { desired = wish, reason = cpuText .. ": up is free" }
    end
    if wish >= instances.desired or state.tokens < 1 then
      return nil
    end
    state.tokens = state.tokens - 1
    return { desired = wish, reason = string.format("%s: %.1f tokens left", cpuText, state.tokens) }
  end,
}
