-- As many as the requests of a second need at 60 %. After `refusals` calls in a row that the provider refused it wishes no
-- more than there are, and tries again after `pause` seconds; with 0 it asks at every tick for ever.
return {
  name = "breaker",
  every = "15s",
  params = { perInstance = 0.03, refusals = 3, pause = 300 },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local rate, last = observation.metrics.request_rate, observation.lastAction
    if not rate then return nil end
    if last and last.time ~= state.seen then
      state.seen = last.time
      state.refused = last.result == "refused" and (state.refused or 0) + 1 or 0
    end
    if params.refusals > 0 and (state.refused or 0) >= params.refusals then
      state.openUntil, state.refused = observation.time + params.pause, 0
    end
    local wish = math.ceil(rate / params.perInstance)
    if observation.time < (state.openUntil or 0) and wish > observation.instances.desired then
      return { desired = observation.instances.desired, heldBy = "paused", reason = "breaker open: no capacity for " .. wish }
    end
    return { desired = wish, reason = string.format("%.1f requests a second", rate) }
  end,
}
