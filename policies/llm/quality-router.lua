-- The small model first: requests go over to the large one, step by step, while the graded answers of both together fall short of `target`.
-- Use it on the small service, with `ai.grading`; how many instances there are it leaves as it is.
return {
  name = "quality-router",
  every = "60s",
  params = {
    small = "chat-small", -- services of the route
    large = "chat-large",
    target = 0.8, -- share of right answers, of both
    slack = 0.03, -- above the target by so much, some go back
    step = 10, -- percent of the requests that move at a time
    first = 0, -- percent that the large one gets at the begin
    most = 100, -- at most so many
    maxAge = 180, -- seconds; older grades are not acted on
  },
  decide = function(observation, context)
    local params, state = context.params, context.state
    local share = state.share or params.first
    local small = observation.metrics.quality_ratio
    -- A recording shows one service alone.
    local isThere, large = pcall(require("dryscale").metric, "quality_ratio", params.large)
    if not isThere then large = nil end
    local isFresh = (observation.metrics.age_seconds or 0) <= params.maxAge
    local why = "nothing graded yet"
    if isFresh and (small or large) then
      local quality = ((small or large) * (100 - share) + (large or small) * share) / 100
      why = string.format("%d of 100 graded answers right", math.floor(quality * 100 + 0.5))
      if quality < params.target then
        share = share + params.step
      elseif quality > params.target + params.slack then
        share = share - params.step
      end
      share = math.max(0, math.min(params.most, share))
    elseif state.share or params.first == 0 then
      return nil
    end
    state.share = share
    local weights = { [params.small] = 100 - share, [params.large] = share }
    return { desired = observation.instances.desired, weights = weights, reason = why }
  end,
}
