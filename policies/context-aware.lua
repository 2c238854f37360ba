-- Scales a model service by the requests in it, and knows from the context what they will cost.
-- Use it where a registry says which version is served, for whom, and how long its answers may be.
--
-- A replica holds fewer requests the longer their answers: the target is `perReplica` at `tokens` and shrinks with
-- `parameters.maxTokens`; a gold tier gets room to spare. When the version of the model changes, nobody knows yet what the
-- new one needs: for `hold` seconds there are at least `surge` times as many replicas as stood before. `ignore` shows what
-- the same rule does without the context.
return {
  params = { perReplica = 40, tokens = 256, gold = 0.8, surge = 2, hold = 900, down = 300, maxAge = 180, ignore = false },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local model = not params.ignore and observation.context.model or {}
    local metrics, instances, now = observation.metrics, observation.instances, observation.time
    if state.version ~= nil and model.version ~= state.version then
      state.floor = math.ceil(instances.ready * params.surge)
      state.floorUntil = now + params.hold
    end
    state.version = model.version
    if metrics.requests_running == nil or (metrics.age_seconds or 0) > params.maxAge then return nil end

    local tier = (model.metadata or {}).tier
    local maxTokens = (model.parameters or {}).maxTokens or params.tokens
    local target = params.perReplica * params.tokens / maxTokens
    if tier == "gold" then target = target * params.gold end
    local inside = metrics.requests_running + (metrics.requests_waiting or 0)
    local desired = math.max(1, math.ceil(inside / target))
    local reason = string.format("%.0f inside, %.0f a replica", inside, target)

    if state.floorUntil ~= nil and now < state.floorUntil and state.floor > desired then
      desired = state.floor
      reason = "version " .. tostring(model.version) .. " is new"
    end
    if desired < instances.desired then
      state.calm = state.calm or now
      if now - state.calm < params.down then return nil end
    else
      state.calm = nil
    end
    return { desired = desired, reason = reason }
  end,
}
