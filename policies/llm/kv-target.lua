-- Keeps the KV memory of model servers at a target, what waits included: the share that it would fill if it were inside.
-- Use it to grow before a queue stands: context fills memory first. It shrinks one by one, as memory falls faster than load.

-- Interpreters round halves of "%.0f" differently.
local function percent(ratio) return math.floor(ratio * 100 + 0.5) end

return {
  name = "kv-target",
  every = "15s",
  params = {
    target = 0.4, -- share of the KV memory to keep
    least = 1, -- replicas, whatever the load
    growth = 2, -- at most so many times what is ready
    tolerance = 0.1, -- no change while within this share of the target
    quiet = 300, -- seconds in which fewer would do until one goes, and between two that go
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state, now = context.params, context.state, observation.time
    local metrics, instances = observation.metrics, observation.instances
    local kv, ready = metrics.kv_utilization, instances.ready
    if not kv or ready == 0 or (metrics.age_seconds or 0) > params.maxAge then return nil end

    -- The memory cannot be more than full, so alone it hides how much is missing.
    local running, waiting = metrics.requests_running or 0, metrics.requests_waiting or 0
    local load = running > 0 and kv * (running + waiting) / running or kv
    local reason = string.format("KV %d %%, %d %% with %d waiting", percent(kv), percent(load), waiting)
    local have, wish = math.max(instances.desired, params.least), 0
    if load > params.target * (1 + params.tolerance) then
      wish = math.ceil(ready * math.min(load / params.target, params.growth) - 1e-9)
    end
    if wish > have then return { desired = wish, reason = reason } end

    local fewer = ready - 1
    local isEnough = fewer >= math.max(1, params.least) and load * ready / fewer <= params.target * (1 - params.tolerance)
    if not isEnough or ready ~= instances.desired or not state.since then
      state.since = now
    end
    if now - state.since < params.quiet then return { desired = have, reason = reason } end
    state.since = now
    return { desired = fewer, reason = reason }
  end,
}
