/**
 * The scenario that `dryscale init` writes.
 *
 * @param schemaPath where its JSON Schema lies, from the folder of the file
 */
export const starterScenario = (schemaPath) => `# You will see: whether a CPU target of 50 % keeps up when traffic triples within five minutes.
# yaml-language-server: $schema=${schemaPath}
name: my-service
description: Replace the numbers with yours; each says where to find it.
duration: 1h
warmup: 5m
policies: [target-cpu.lua]

traffic:
  users:
    executor: ramping-arrival-rate        # k6's words; or diurnal, flash-crowd, trace (a recorded CSV)
    startRate: 50                         # requests a second: your load balancer's metrics
    stages:
      - { duration: 20m, target: 50 }
      - { duration: 5m, target: 150 }
      - { duration: 35m, target: 150 }

requests:
  page:
    route: web
    cpu: { lognormal: { mean: 30ms, cv: 1 } }   # CPU seconds / requests, from a profile or a load test
    io: { constant: 20ms }                      # the rest of the latency of an idle instance

services:
  web:
    instance:
      vcpus: 2
      cpuRequest: 2
      concurrency: 64                     # threads, workers or the like
      queue: 128
      startup: { lognormal: { median: 40s, p95: 90s } }  # launch to ready: your deployment's events
      drain: 30s
      price: 0.096                        # US dollars an instance-hour
    zones: 3
    scaling: { min: 2, max: 30, initial: 2 }

gateway: { balancer: random }                         # as kube-proxy does; least-requests or power-of-two for a proxy that counts
slo: { latency: 300ms, objective: 0.99 }

thresholds:
  latency_all_ms: ['p(99)<1000']
  http_req_failed: ['rate<0.01']
`;
/** The policy that \`dryscale init\` writes beside it. */
export const starterPolicy = `-- Keeps mean CPU near the target; shrinks only after five calm minutes.
return {
  name = "target-cpu", every = "15s", params = { target = 0.5 },
  decide = function(observation, context)
    local cpu, instances = observation.metrics.cpu_utilization, observation.instances
    if not cpu then return nil end
    local wanted = math.max(1, math.ceil(instances.ready * cpu / context.params.target))
    if wanted >= instances.desired then
      context.state.calmSince = nil
    else
      context.state.calmSince = context.state.calmSince or observation.time
      if observation.time - context.state.calmSince < 300 then return nil end
    end
    return { desired = wanted, reason = string.format("cpu %.0f %%", cpu * 100) }
  end,
}
`;
