-- A timer in every worker of a gateway, as init_worker_by_lua starts it: one instance more when CPU is high, one less when it is low.
-- Use it to see what "one more" becomes where every worker says it; worker-timer-lock.lua is the same with a lock.
local http = require("resty.http")
local cjson = require("cjson.safe")

local prometheus = "http://prometheus:9090/api/v1/query?query=cpu_utilization"
local cloud = "https://cloud.example/v1/web"
local period = 30

local function cpu_utilization()
  local answer = http.new():request_uri(prometheus)
  local body = answer and answer.status == 200 and cjson.decode(answer.body)
  local sample = body and body.data.result[1]
  return sample and tonumber(sample.value[2])
end

local function call(path)
  local answer, err = http.new():request_uri(cloud .. path, { method = "POST", body = "" })
  if not answer or answer.status ~= 200 then
    ngx.log(ngx.WARN, path, ": ", answer and answer.status or err)
  end
end

local function check(premature)
  if premature then
    return
  end
  local cpu = cpu_utilization()
  if not cpu then
    return -- no metric: hold
  end
  if cpu > 0.7 then
    call("/scaleup")
  elseif cpu < 0.3 then
    call("/scaledown")
  end
end

ngx.timer.every(period, check)
