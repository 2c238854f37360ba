-- A PID controller on CPU: up by the error, its sum and its slope; down by the sum alone, so that a dip removes nothing.
-- Use it to see what control theory makes of a fleet that starts late: gains too high ring, as they do in production.
return {
  name = "pid",
  every = "15s",
  params = {
    target = 0.6, -- utilization to keep, ratio
    kp = 1.0, -- share of the fleet added for an error as large as the target
    ki = 0.002, -- the same for each second that the error lasts
    kd = 5, -- the same for an error that grows by the target in a second
    deadband = 0.1, -- no change while within this share of the target
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local cpu, age = observation.metrics.cpu_utilization, observation.metrics.age_seconds
    local instances = observation.instances
    if not cpu or instances.ready == 0 or (age and age > params.maxAge) then
      return nil
    end

    -- The same work spread over all instances, those on their way included.
    local have = instances.ready + instances.starting + instances.pending
    local failure = (instances.ready * cpu / have - params.target) / params.target
    local passed = observation.time - (state.time or observation.time)
    local slope = passed > 0 and (failure - state.failure) / passed or 0
    state.time, state.failure = observation.time, failure
    if math.abs(failure) < params.deadband then
      state.sum = 0
      return nil
    end

    local sum = (state.sum or 0) + failure * passed
    local share = params.ki * sum
    if failure > 0 then
      share = share + params.kp * failure + params.kd * slope
    end
    local wish = have * (1 + share)
    -- Anti-windup: beyond a bound the sum moves only back towards it.
    if (wish <= instances.max or failure < 0) and (wish >= instances.min or failure > 0) then
      state.sum = sum
    end
    local desired = math.max(1, math.ceil(wish - 1e-9))
    if failure < 0 then
      desired = math.min(desired, instances.desired)
    end
    return { desired = desired, reason = string.format("error %+.0f %%, sum %.0f", failure * 100, state.sum or 0) }
  end,
}
