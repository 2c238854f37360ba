-- AIBrix's own pod autoscaler (APA): proportional to a metric over its target, with a tolerance and at most twofold steps.
-- Use it to see what APA would do with KV memory. As there, replicas that start count as if they served: a slow start
-- overshoots (pkg/controller/podautoscaler/algorithm/apa.go and context of vllm-project/aibrix).
return {
  name = "aibrix-apa",
  every = "15s",
  params = {
    metric = "kv_utilization",
    target = 0.5,
    upTolerance = 0.1,
    downTolerance = 0.1,
    maxScaleUpRate = 2,
    maxScaleDownRate = 2,
    window = "180s", -- the metric is its mean
    downCooldown = 300, -- seconds; shrink only to the largest wish of this span
  },
  decide = function(observation, context)
    local params, state, now = context.params, context.state, observation.time
    local points, sum = observation:history(params.metric, params.window), 0
    if not observation.metrics[params.metric] or #points == 0 then return nil end
    for _, point in ipairs(points) do
      sum = sum + point[2]
    end
    local use, current = sum / #points, observation.instances.desired
    local ratio, wish = use / params.target, current
    if ratio > 1 + params.upTolerance then
      wish = math.min(math.ceil(current * ratio), math.ceil(params.maxScaleUpRate * current))
    elseif ratio < 1 - params.downTolerance then
      wish = math.max(math.ceil(current * ratio), math.floor(current / params.maxScaleDownRate))
    end

    local wishes, largest = {}, wish
    for _, past in ipairs(state.wishes or { { time = now, count = current } }) do
      if past.time > now - params.downCooldown then
        wishes[#wishes + 1] = past
        largest = math.max(largest, past.count)
      end
    end
    wishes[#wishes + 1] = { time = now, count = wish }
    state.wishes = wishes
    local desired = wish < current and math.min(largest, current) or wish
    return { desired = desired, reason = string.format("%s %.2f, target %.2f", params.metric, use, params.target) }
  end,
}
