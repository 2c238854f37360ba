-- The script of article.lua, with the measured CPU in place of its constant: 85 % up, 65 % down, once a minute.
-- Use it to see what the script style does under load; it adds one instance at a time and waits for nothing.
local os = require("os")
local http = require("socket.http")
local dryscale = require("dryscale")
local function get_cpu_utilization()
  local ratio = dryscale.metric("cpu_utilization")
  return ratio and ratio * 100
end
local function scale_resources()
  local utilization = get_cpu_utilization()
  if not utilization then
    return -- no metric: hold
  end
  if utilization > 85 then
    http.request("https://cloudprovider.com/scaleup", "")
  elseif utilization < 65 and dryscale.instances().desired > 1 then
    http.request("https://cloudprovider.com/scaledown", "")
  end
end
while true do
  scale_resources()
  os.execute("sleep 60")
end
