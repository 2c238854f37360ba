-- OpenResty's init_worker_by_lua_file: a timer asks Prometheus with resty.http and sets the size of a pool; cjson reads the answers.
-- Use it as it stands. One worker at a time holds the lock, and the cooldown lies in the same shared dictionary.
local cjson = require("cjson.safe")
local http = require("resty.http")

local prometheus = os.getenv("PROMETHEUS_URL") or "http://prometheus:9090"
local pool = (os.getenv("SCALER_API_URL") or "https://api.mycloud.example/v1") .. "/pools/web"
local target, period, cooldown = 0.6, 15, 300

local function call(method, url, options)
  local client = http.new()
  client:set_timeout(2000)
  options.method = method
  local response, err = client:request_uri(url, options)
  if not response then
    return nil, err
  end
  if response.status >= 300 then
    return nil, method .. " " .. url .. " answered " .. response.status
  end
  return cjson.decode(response.body)
end

local function set_size(size)
  local body = cjson.encode({ size = size })
  local _, err = call("PUT", pool, { body = body, headers = { ["Content-Type"] = "application/json" } })
  if err then
    ngx.log(ngx.ERR, "resize to ", size, " failed: ", err)
  end
end

local function check(premature)
  if premature then
    return
  end
  local shared = ngx.shared.scaler
  if not shared:add("lock", ngx.worker.id(), period - 1) then
    return -- another worker is at it
  end
  local answer = call("GET", prometheus .. "/api/v1/query", { query = { query = "avg(cpu_utilization)" } })
  local series = answer and answer.data.result[1]
  local state, err = call("GET", pool, {})
  if not series or not state then
    ngx.log(ngx.WARN, "no data: ", err or "empty series")
    return
  end
  local cpu, size = tonumber(series.value[2]), state.size
  local wish = math.max(1, math.ceil(state.ready * cpu / target))
  if wish > size and cpu > target * 1.1 then
    set_size(wish)
    shared:set("quiet", true, cooldown)
  elseif wish < size and not shared:get("quiet") then
    set_size(size - 1)
    shared:set("quiet", true, cooldown)
  end
end

ngx.timer.every(period, check)
