-- The saturation rule of llm-d's Workload Variant Autoscaler, version 1, for one variant: up while spare capacity is small.
-- Use it to see what WVA would do. Spare is threshold less use, a mean over replicas that are not saturated; all by peaks
-- of a minute (docs/saturation-analyzer.md of llm-d-workload-variant-autoscaler). The HPA behind WVA is left out.
return {
  name = "wva-saturation",
  every = "15s",
  params = {
    kvThreshold = 0.80, -- saturated from this share of the KV memory on
    queueThreshold = 5, -- or from so many that wait
    kvSpare = 0.10, -- one more where the mean spare is below
    queueSpare = 3,
    interval = 60, -- seconds between two decisions
  },
  decide = function(observation, context)
    local params, state, now = context.params, context.state, observation.time
    local seen, kept, free, kv, queue, count = state.seen or {}, {}, 0, 0, 0, 0
    for _, replica in ipairs(observation.perInstance) do
      local metrics = replica.metrics
      if replica.phase == "ready" and metrics.kv_utilization and metrics.requests_waiting then
        local points, peakKv, peakQueue = {}, metrics.kv_utilization, metrics.requests_waiting
        for _, point in ipairs(seen[replica.id] or {}) do
          if point.time > now - 60 then
            points[#points + 1] = point
            peakKv, peakQueue = math.max(peakKv, point.kv), math.max(peakQueue, point.queue)
          end
        end
        points[#points + 1] = { time = now, kv = metrics.kv_utilization, queue = metrics.requests_waiting }
        kept[replica.id], count = points, count + 1
        if peakKv < params.kvThreshold and peakQueue < params.queueThreshold then
          free, kv, queue = free + 1, kv + peakKv, queue + peakQueue
        end
      end
    end
    state.seen = kept
    local instances = observation.instances
    -- An earlier wish stays until it is fulfilled: nothing is asked for while replicas are on their way.
    local isOnTheWay = instances.desired ~= instances.ready or instances.starting + instances.pending > 0
    if count == 0 or isOnTheWay or now < (state.nextAt or 0) then return nil end
    state.nextAt = now + params.interval

    local spareKv = free > 0 and params.kvThreshold - kv / free or 0
    local spareQueue = free > 0 and params.queueThreshold - queue / free or 0
    local reason = string.format("%d of %d not saturated, spare KV %.2f, queue %.1f", free, count, spareKv, spareQueue)
    if spareKv < params.kvSpare or spareQueue < params.queueSpare then return { desired = count + 1, reason = reason } end
    local leftKv = free > 1 and params.kvThreshold - kv / (free - 1) or 0
    local leftQueue = free > 1 and params.queueThreshold - queue / (free - 1) or 0
    local isSafe = free > 1 and leftKv >= params.kvSpare and leftQueue >= params.queueSpare
    return { desired = isSafe and count - 1 or count, reason = reason }
  end,
}
