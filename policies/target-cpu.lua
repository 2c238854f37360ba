-- Keeps CPU utilization at a target, like the Kubernetes HPA: proportional, with a tolerance, quick up and slow down.
-- Use it where CPU is what runs out. Instances that are starting count as capacity to come; old or missing metrics hold.
return {
  name = "target-cpu",
  every = "15s",
  params = {
    target = 0.6, -- utilization to keep, ratio
    tolerance = 0.1, -- no change while within this share of the target
    stabilization = 300, -- seconds; shrink only to the largest wish of this span
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
    local ratio = instances.ready * cpu / have / params.target
    local wish = have
    if math.abs(ratio - 1) > params.tolerance then
      wish = math.max(1, math.ceil(have * ratio - 1e-9))
    end

    -- Shrinking follows the largest wish of the window, so that a short dip removes nothing. A wish that is followed by a
    -- larger one can never be the largest again, so the first that is kept always is.
    local wishes = state.wishes or {}
    state.wishes = wishes
    while #wishes > 0 and wishes[#wishes].count <= wish do
      table.remove(wishes)
    end
    wishes[#wishes + 1] = { time = observation.time, count = wish }
    while #wishes > 1 and wishes[1].time <= observation.time - params.stabilization do
      table.remove(wishes, 1)
    end
    local largest = wishes[1].count

    local desired = wish
    if wish < instances.desired then
      desired = math.min(largest, instances.desired)
    end
    return { desired = desired, reason = string.format("CPU %.0f %%, target %.0f %%", cpu * 100, params.target * 100) }
  end,
}
