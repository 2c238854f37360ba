-- Ray Serve's rule: as many replicas as give each `target` ongoing requests, once that has been so for a delay.
-- Use it to see what Ray Serve would do; its default of 2 is for servers that batch nothing, a model server takes dozens
-- (serve/autoscaling_policy.py of ray-project/ray; requests over 30 s, 30 s up, 600 s down).
return {
  name = "ray-serve",
  every = "10s",
  params = {
    target = 2, -- ongoing requests a replica, waiting ones included
    lookBack = "30s",
    upscaleDelay = 30,
    downscaleDelay = 600,
    upscalingFactor = 1,
    downscalingFactor = 1,
  },
  decide = function(observation, context)
    local params, state, now = context.params, context.state, observation.time
    local instances, ongoing = observation.instances, 0
    for _, name in ipairs({ "in_flight", "queue_depth" }) do
      local points, sum = observation:history(name, params.lookBack), 0
      if #points == 0 then return nil end
      for _, point in ipairs(points) do
        sum = sum + point[2]
      end
      ongoing = ongoing + sum / #points
    end

    local wish = ongoing > 0 and math.max(1, instances.desired) or 0
    if instances.ready > 0 then
      local ratio = ongoing / instances.ready / params.target
      local factor = ratio >= 1 and params.upscalingFactor or params.downscalingFactor
      wish = math.ceil(instances.ready * (1 + (ratio - 1) * factor) - 1e-9)
    end
    wish = math.max(instances.min, math.min(instances.max, wish))
    -- The delay counts from the first of the wishes in a row that all go one way.
    local way = wish > instances.desired and 1 or wish < instances.desired and -1 or 0
    if way ~= state.way then
      state.way, state.since = way, now
    end
    local delay = way > 0 and params.upscaleDelay or params.downscaleDelay
    local reason = string.format("%.1f ongoing, %d for each", ongoing, params.target)
    if way == 0 or now - state.since < delay then
      return { desired = instances.desired, reason = reason }
    end
    state.way = nil
    return { desired = wish, reason = reason }
  end,
}
