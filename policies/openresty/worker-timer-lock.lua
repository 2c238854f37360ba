-- worker-timer.lua with a lock in a shared dictionary: of all workers that share it, the first one acts and the others do nothing.
-- Use it where a timer runs in every worker; nginx shares a dictionary within one gateway, so each gateway still acts once.
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
  -- add() succeeds for one worker; the entry is gone before the next period, also when that worker dies.
  if not ngx.shared.scaler:add("lock", true, period - 1) then
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
