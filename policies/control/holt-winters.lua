-- Holt-Winters: level, trend and a daily pattern of the work, learned while it runs; scales for the work `lead` ahead.
-- Use it where every day looks like the last and instances start slowly. It knows nothing on its first day, and says so.
return {
  name = "holt-winters",
  every = "60s",
  params = {
    target = 0.6, -- utilization to keep, ratio
    season = 86400, -- seconds after which the pattern repeats
    slots = 96, -- parts of a season: 15 minutes each
    lead = 600, -- seconds ahead
    alpha = 0.3, -- how quickly the level follows
    beta = 0.02, -- how quickly the trend follows
    gamma = 0.3, -- how quickly the pattern follows
    headroom = 1.1, -- factor on the forecast
    maxAge = 180, -- seconds; older metrics are not acted on
  },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local cpu, age = observation.metrics.cpu_utilization, observation.metrics.age_seconds
    local instances = observation.instances
    if not cpu or instances.ready == 0 or (age and age > params.maxAge) then
      return nil
    end
    local busy = instances.ready * cpu -- work in instances that are busy all the time
    local function slotAt(time)
      return math.floor(time % params.season / params.season * params.slots) + 1
    end

    local pattern = state.pattern or {}
    local slot = slotAt(observation.time)
    local offset = pattern[slot] or 0
    local level, trend = state.level or busy, state.trend or 0
    local before = level
    level = params.alpha * (busy - offset) + (1 - params.alpha) * (level + trend)
    trend = params.beta * (level - before) + (1 - params.beta) * trend
    pattern[slot] = params.gamma * (busy - level) + (1 - params.gamma) * offset
    state.pattern, state.level, state.trend = pattern, level, trend

    local ahead = pattern[slotAt(observation.time + params.lead)]
    local forecast = level + trend * params.lead / 60 + (ahead or 0)
    -- The work that is there now is done whatever the forecast says.
    local wanted = math.max(busy, forecast * params.headroom) / params.target
    local note = ahead and "" or " (this time of day is new)"
    local reason = string.format("%.1f busy now, %.1f forecast%s", busy, forecast, note)
    return { desired = math.max(1, math.ceil(wanted - 1e-9)), reason = reason }
  end,
}
