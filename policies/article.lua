local os = require("os")
local http = require("socket.http")
local function get_cpu_utilization()  -- Implement logic to fetch CPU utilization
  return 80                           -- Placeholder value
end
local function scale_resources()
  local utilization = get_cpu_utilization()
  if utilization > 85 then
    http.request("POST", "https://cloudprovider.com/scaleup", "", "")
  elseif utilization < 65 then
    http.request("POST", "https://cloudprovider.com/scaledown", "", "")
  end
end
while true do
  scale_resources()
  os.execute("sleep 60")
end
