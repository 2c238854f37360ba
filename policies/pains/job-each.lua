-- An instance for each job: adds as many as there are jobs that wait. `counts` says what it takes for there already:
-- "ready" nothing that is on its way, "all" the instances that start. Gives all back once nothing waits and nothing runs.
return {
  name = "job-each",
  every = "15s",
  params = { counts = "all" },
  decide = function(observation, context)
    local instances, metrics = observation.instances, observation.metrics
    if not metrics.queue_depth then return nil end
    local missing = metrics.queue_depth
    if context.params.counts == "all" then
      missing = missing - instances.starting - instances.pending
    end
    if missing > 0 then
      return { desired = instances.desired + missing, reason = string.format("%d jobs without an instance", missing) }
    end
    if (metrics.in_flight or 0) == 0 and metrics.queue_depth == 0 then return { desired = 0, reason = "no jobs" } end
  end,
}
