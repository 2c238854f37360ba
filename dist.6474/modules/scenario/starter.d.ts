/**
 * The scenario that `dryscale init` writes.
 *
 * @param schemaPath where its JSON Schema lies, from the folder of the file
 */
export declare const starterScenario: (schemaPath: string) => string;
/** The policy that \`dryscale init\` writes beside it. */
export declare const starterPolicy = "-- Keeps mean CPU near the target; shrinks only after five calm minutes.\nreturn {\n  name = \"target-cpu\", every = \"15s\", params = { target = 0.5 },\n  decide = function(observation, context)\n    local cpu, instances = observation.metrics.cpu_utilization, observation.instances\n    if not cpu then return nil end\n    local wanted = math.max(1, math.ceil(instances.ready * cpu / context.params.target))\n    if wanted >= instances.desired then\n      context.state.calmSince = nil\n    else\n      context.state.calmSince = context.state.calmSince or observation.time\n      if observation.time - context.state.calmSince < 300 then return nil end\n    end\n    return { desired = wanted, reason = string.format(\"cpu %.0f %%\", cpu * 100) }\n  end,\n}\n";
