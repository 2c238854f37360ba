-- A stand-alone Lua loop with LuaSocket: asks Prometheus for CPU, its company's API for the pool, and sets the pool's size.
-- Use it as it stands beside a cron-like supervisor. It raises at once and lowers by one after five quiet minutes.
local http = require("socket.http")
local ltn12 = require("ltn12")
local socket = require("socket")
local url = require("socket.url")

local prometheus = os.getenv("PROMETHEUS_URL") or "http://prometheus:9090"
local pool = (os.getenv("SCALER_API_URL") or "https://api.mycloud.example/v1") .. "/pools/web"
local token = os.getenv("SCALER_TOKEN") or ""
local target, period, quiet = 0.6, 15, 300

local function call(method, address, body)
  local parts = {}
  local headers = { authorization = "Bearer " .. token, ["content-type"] = "application/json" }
  if body then
    headers["content-length"] = #body
  end
  local ok, code = http.request({
    method = method,
    url = address,
    headers = headers,
    source = body and ltn12.source.string(body),
    sink = ltn12.sink.table(parts),
  })
  if not ok or code >= 300 then
    print(string.format("%s %s: %s", method, address, tostring(code)))
    return nil
  end
  return table.concat(parts)
end

local function cpu_utilization()
  local query = "avg(cpu_utilization)"
  local answer = call("GET", prometheus .. "/api/v1/query?query=" .. url.escape(query))
  return answer and tonumber(answer:match('"value":%[[^,]+,"([^"]+)"'))
end

local lowered_at = socket.gettime()
while true do
  local cpu, answer = cpu_utilization(), call("GET", pool)
  local size = answer and tonumber(answer:match('"size":(%d+)'))
  local ready = answer and tonumber(answer:match('"ready":(%d+)'))
  if cpu and size and ready and ready > 0 then
    local wish = math.max(1, math.ceil(ready * cpu / target))
    local now = socket.gettime()
    if wish > size and cpu > target * 1.1 then
      call("PUT", pool, string.format('{"size":%d}', wish))
      lowered_at = now
    elseif wish < size and now - lowered_at >= quiet then
      call("PUT", pool, string.format('{"size":%d}', size - 1))
      lowered_at = now
    end
  end
  socket.sleep(period)
end
