-- One replica for every `target` requests that wait at the model servers, and never fewer than there are while any wait.
-- Use it first: a queue says that servers are full, whatever the GPU says. It shrinks one by one, where the KV memory allows.
return {
  name = "queue-per-replica",
  every = "15s",
  params = {
    target = 5, -- requests waiting for each replica
    least = 1, -- replicas, whatever the load: as many as the first minutes of a rise need
    growth = 2, -- at most so many times what is ready: a queue of minutes is worked off by few
    quiet = 300, -- seconds without a queue until one goes, and between two that go
    kv = 0.5, -- share of the KV memory that the others may hold then: an empty queue does not say how full servers are
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state, now = context.params, context.state, observation.time
    local metrics, instances = observation.metrics, observation.instances
    local waiting, kv, ready = metrics.requests_waiting, metrics.kv_utilization, instances.ready
    if not waiting or (metrics.age_seconds or 0) > params.maxAge then return nil end

    local have = math.max(instances.desired, params.least)
    if waiting > 0 or not state.since then
      state.since = now
    end
    local wish = math.ceil(math.min(waiting / params.target, math.max(1, ready) * params.growth))
    if wish > have then
      return { desired = wish, reason = string.format("%d waiting, %d for each", waiting, params.target) }
    end

    local fewer = ready - 1
    local isQuiet = now - state.since >= params.quiet and ready == instances.desired
    if isQuiet and fewer >= math.max(1, params.least) and kv and kv * ready / fewer <= params.kv then
      state.since = now
      return { desired = fewer, reason = string.format("no queue for %d s, KV %d %%", params.quiet, math.floor(kv * 100 + 0.5)) }
    end
    return { desired = have, reason = string.format("%d waiting", waiting) }
  end,
}
