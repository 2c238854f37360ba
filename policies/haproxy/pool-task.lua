-- HAProxy's lua-load: a task asks Prometheus with core.httpclient and sets the size of a pool.
-- Use it as it stands; tasks of lua-load run once per process, those of lua-load-per-thread once per thread.
local prometheus = os.getenv("PROMETHEUS_URL") or "http://prometheus:9090"
local pool = (os.getenv("SCALER_API_URL") or "https://api.mycloud.example/v1") .. "/pools/web"
local target, period, quiet = 0.6, 15, 300

local function get(url)
  local response = core.httpclient():get({ url = url, timeout = 2000 })
  if not response or response.status ~= 200 then
    core.log(core.err, "GET " .. url .. ": " .. tostring(response and response.status))
    return nil
  end
  return response.body
end

local function set_size(size)
  local body = string.format('{"size":%d}', size)
  local headers = { ["content-type"] = { "application/json" } }
  local response = core.httpclient():put({ url = pool, headers = headers, body = body, timeout = 2000 })
  if not response or response.status >= 300 then
    core.log(core.err, "resize to " .. size .. ": " .. tostring(response and response.status))
  end
end

local function scale()
  local changed_at = core.now().sec
  while true do
    local answer, state = get(prometheus .. "/api/v1/query?query=avg(cpu_utilization)"), get(pool)
    local cpu = answer and tonumber(answer:match('"value":%[[^,]+,"([^"]+)"'))
    local size = state and tonumber(state:match('"size":(%d+)'))
    local ready = state and tonumber(state:match('"ready":(%d+)'))
    if cpu and size and ready and ready > 0 then
      local wish = math.max(1, math.ceil(ready * cpu / target))
      local now = core.now().sec
      if wish > size and cpu > target * 1.1 then
        set_size(wish)
        changed_at = now
      elseif wish < size and now - changed_at >= quiet then
        set_size(size - 1)
        changed_at = now
      end
    end
    core.msleep(period * 1000)
  end
end

core.register_task(scale)
