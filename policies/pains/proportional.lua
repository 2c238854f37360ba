-- As many as the cluster has nodes for: one instance for `perInstance` nodes, whatever the load. For clusters that never change.
return {
  name = "proportional",
  every = "60s",
  params = { nodes = 24, perInstance = 4 },
  decide = function(_, context)
    local params = context.params
    return { desired = math.ceil(params.nodes / params.perInstance), reason = string.format("%d nodes", params.nodes) }
  end,
}
