-- A plugin of Apache APISIX: init registers a timer that asks Prometheus with resty.http and sets the size of a pool.
-- Use it as it stands in apisix/plugins/. It runs in every worker; the API takes an absolute size, so the same wish twice is harmless.
local core = require("apisix.core")
local http = require("resty.http")

local plugin_name = "pool-scaler"
local prometheus = os.getenv("PROMETHEUS_URL") or "http://prometheus:9090"
local pool = (os.getenv("SCALER_API_URL") or "https://api.mycloud.example/v1") .. "/pools/web"
local target, period, quiet = 0.6, 15, 300

local _M = {
  version = 0.1,
  priority = 10,
  name = plugin_name,
  schema = { type = "object", properties = {} },
}

local changed_at = ngx.now()

local function call(method, url, params)
  local client = http.new()
  client:set_timeout(2000)
  params.method = method
  local response, err = client:request_uri(url, params)
  if not response or response.status >= 300 then
    core.log.error(method, " ", url, ": ", err or response.status)
    return nil
  end
  return core.json.decode(response.body)
end

local function check()
  local answer = call("GET", prometheus .. "/api/v1/query", { query = { query = "avg(cpu_utilization)" } })
  local series = answer and answer.data.result[1]
  local state = call("GET", pool, {})
  if not series or not state then
    return
  end
  local cpu, size = tonumber(series.value[2]), state.size
  local wish = math.max(1, math.ceil(state.ready * cpu / target))
  if wish > size and cpu > target * 1.1 then
    call("PUT", pool, { body = core.json.encode({ size = wish }) })
    changed_at = ngx.now()
  elseif wish < size and ngx.now() - changed_at >= quiet then
    call("PUT", pool, { body = core.json.encode({ size = size - 1 }) })
    changed_at = ngx.now()
  end
end

function _M.init()
  local ok, err = ngx.timer.every(period, function(premature)
    if not premature then
      check()
    end
  end)
  if not ok then
    core.log.error("no timer: ", err)
  end
end

return _M
