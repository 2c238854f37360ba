-- A router: the first target of the route while money lasts, the last one whenever spending is ahead of an even pace.
-- Use it as `choose: { lua: cost-cap.lua }`. All providers of the route together stay below `cap` in a period where the last one alone does.
return {
  name = "cost-cap",
  params = {
    cap = 40, -- USD in a period
    period = 3600, -- seconds; 86400 for a day
    burst = 0.05, -- share of the cap that may be spent ahead of the pace at the begin of a period
    hold = 60, -- seconds until a request is surely on the bill: the longest answer and a scrape
  },
  route = function(request, context)
    local params, state, targets = context.params, context.state, context.targets
    local first, last = targets[1], targets[#targets]
    if state.targets ~= targets then -- a scrape: what has been billed
      state.targets, state.billed = targets, 0
      for _, target in ipairs(targets) do
        state.billed = state.billed + (target.metrics.spent_usd or 0)
      end
    end
    local period = math.floor(context.time / params.period)
    if state.period ~= period then
      state.period, state.before = period, state.billed
    end
    -- What is under way counts as dear as it can become, for nobody knows how long an answer will be.
    local open = state.open or { from = 1, to = 0, usd = 0 }
    state.open = open
    while open.from <= open.to and open[open.from].time <= context.time - params.hold do
      open.usd = open.usd - open[open.from].usd
      open[open.from] = nil
      open.from = open.from + 1
    end
    local function most(target)
      local price = target.price or { input = 0, output = 0 }
      return (request.promptTokens * price.input + request.maxOutputTokens * price.output) / 1e6
    end
    local passed = context.time / params.period - period
    local allowed = params.cap * (passed + params.burst * (1 - passed))
    local spent = state.billed - state.before + open.usd
    local target = spent + most(first) <= allowed and first or last
    open.to = open.to + 1
    open[open.to] = { time = context.time, usd = most(target) }
    open.usd = open.usd + most(target)
    return target.name
  end,
}
