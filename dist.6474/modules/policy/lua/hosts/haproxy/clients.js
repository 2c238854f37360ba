import { fengari } from '../../fengariApi.js';
import { checkText, raise } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushLuaModule } from '../luaModule.js';
import { nativeSend } from '../nativeSend.js';
import { checkIsTask } from './tasks.js';
const { lua } = fengari;
/**
 * `core.httpclient()`, `core.tcp()` and `core.concat()`: doc/lua-api/index.rst, "HTTPClient class", "Socket class",
 * "Concat class"; src/http_client.c, hlua_httpclient_send.
 *
 * A socket speaks HTTP to the simulated API: what is sent is a request as soon as something is to be received. The answer
 * comes in the latency of the API, and the connection stays open unless either side says close.
 */
const source = `
local native = ...
local M = {}

local client = {}
local function requester(method)
  return function(self, request)
    native.check("httpclient:" .. method:lower())
    if type(request) ~= "table" then native.fail("'get' needs a table as argument") end
    for name, value in pairs(request) do
      local wanted = ({ url = "string", body = "string", timeout = "number", headers = "table", dst = "string" })[name]
      if not wanted then native.fail("'" .. tostring(name) .. "' invalid parameter name") end
      if type(value) ~= wanted then native.fail("invalid parameter in '" .. name .. "', must be a " .. wanted) end
    end
    if not request.url then native.fail("'get' need a 'url' argument") end
    local headers = {}
    for name, values in pairs(request.headers or {}) do
      if type(values) == "table" then
        headers[name] = table.concat(values, ", ")
      else
        native.note_header(tostring(name))
      end
    end
    local status, reason, body, fields = native.send(method, request.url, headers, request.body or "", request.timeout or 60000)
    if not status then return { status = 0, reason = reason, headers = {}, body = "" } end
    local received = {}
    for name, value in pairs(fields) do received[name] = { [0] = value, value } end
    return { status = status, reason = reason, headers = received, body = body }
  end
end
for _, method in ipairs({ "GET", "HEAD", "PUT", "POST", "DELETE" }) do client[method:lower()] = requester(method) end
client.__index = client
function M.httpclient()
  native.check("core.httpclient")
  return setmetatable({}, client)
end

local socket = {}
socket.__index = socket
function M.tcp()
  native.check("core.tcp")
  return setmetatable({ timeout = 60000, sent = "", buffer = "" }, socket)
end

function socket:connect(address, port)
  native.check("socket:connect")
  if address == nil then native.fail("connect: need at least 2 arguments") end
  if self.host then native.fail("connect: connect already performed") end
  local host, inner = tostring(address):match("^([^:]+):(%d+)$")
  if not (port or inner) then native.fail("connect: port missing") end
  self.host, self.port, self.is_open = (host or address):gsub("^ipv[46]@", ""), port or inner, true
  self.scheme = self.scheme or "http"
  return 1
end

function socket:connect_ssl(address, port)
  self.scheme = "https"
  return self:connect(address, port)
end

function socket:settimeout(seconds)
  if seconds < 0 then native.fail("settimeout: cannot set negatives values") end
  self.timeout = math.max(seconds * 1000, 1)
  return 1
end

function socket:setoption() return 1 end
function socket:getpeername() return self.host and self.host .. ":" .. self.port end
function socket:getsockname() return self.host and "127.0.0.1:49152" end
function socket:close() self.is_open = false end

function socket:send(data, first, last)
  if not self.is_open then return nil, "closed", 0 end
  if self.buffer == "" then self.is_answered = false end
  local part = tostring(data):sub(first or 1, last or -1)
  self.sent = self.sent .. part
  return (first or 1) + #part - 1
end

-- A whole request of what was sent: its first line, headers and body. What follows waits for the next answer.
local function take_request(self)
  local head, rest = self.sent:match("^(.-\\r?\\n)\\r?\\n(.*)$")
  if not head then return nil end
  local method, path = head:match("^(%S+) (%S+) HTTP/%d")
  if not method then native.fail("the simulated hosts speak HTTP only, and this is no request: " .. head:sub(1, 60)) end
  local headers = {}
  for name, value in head:gmatch("\\n([^:\\r\\n]+):%s*([^\\r\\n]*)") do headers[name:lower()] = value end
  local length = tonumber(headers["content-length"]) or 0
  if #rest < length then return nil end
  self.sent = rest:sub(length + 1)
  self.closes = (headers.connection or ""):lower() == "close" or head:find("HTTP/1.0", 1, true) ~= nil
  return method, path, headers, rest:sub(1, length)
end

local function fill(self)
  if self.is_answered then return nil, "closed" end
  local method, path, headers, body = take_request(self)
  if not method then return nil, "timeout" end
  local url = path:find("^https?://") and path or self.scheme .. "://" .. (headers.host or self.host .. ":" .. self.port) .. path
  local status, reason, answer, fields = native.send(method, url, headers, body, self.timeout)
  if not status then return nil, reason end
  local lines = { "HTTP/1.1 " .. string.format("%d", status) .. " " .. reason }
  for name, value in pairs(fields) do lines[#lines + 1] = name .. ": " .. value end
  lines[#lines + 1] = "content-length: " .. #answer
  lines[#lines + 1] = "connection: " .. (self.closes and "close" or "keep-alive")
  self.buffer = self.buffer .. table.concat(lines, "\\r\\n") .. "\\r\\n\\r\\n" .. (method == "HEAD" and "" or answer)
  self.is_answered = true
  return true
end

function socket:receive(pattern, prefix)
  native.check("socket:receive")
  if not self.is_open then return nil, "closed", "" end
  if self.buffer == "" then
    local ok, err = fill(self)
    if not ok then
      if err == "timeout" then native.wait(self.timeout) end
      return nil, err, ""
    end
  end
  local found, rest
  if pattern == nil or pattern == "*l" then
    found, rest = self.buffer:match("^([^\\n]*)\\n(.*)$")
    if not found then
      found, rest = nil, self.buffer
    else
      found = found:gsub("\\r", "")
    end
  elseif pattern == "*a" then
    found, rest = self.buffer, ""
    if not self.closes then native.note_keepalive() end
  else
    local count = tonumber(pattern) or native.fail("Unsupported pattern.")
    if #self.buffer >= count then found, rest = self.buffer:sub(1, count), self.buffer:sub(count + 1) end
  end
  if not found then
    local partial = self.buffer
    self.buffer = ""
    if not self.closes then native.wait(self.timeout) end
    return nil, self.closes and "closed" or "timeout", partial
  end
  self.buffer = rest
  return (prefix or "") .. found
end

local concat = {}
concat.__index = concat
function concat:add(text) self[#self + 1] = text end
function concat:dump() return table.concat(self) end
function M.concat() return setmetatable({}, concat) end
return M
`;
/** Sets `httpclient`, `tcp` and `concat` in the table on top of the stack. */
export function pushClients(L, run) {
    pushLuaModule(L, run, {
        name: 'core',
        source,
        natives: {
            send: nativeSend(run),
            wait: (thread) => run.wait(thread, lua.lua_tonumber(thread, 1) / 1_000, () => 0),
            check(thread) {
                checkIsTask(thread, run, checkText(thread, 1));
                return 0;
            },
            fail: (thread) => raise(thread, checkText(thread, 1)),
            note_header(thread) {
                const name = checkText(thread, 1).slice(0, 100);
                run.note(`HAProxy's httpclient leaves out the header "${name}": a header is a list, headers = { ["${name}"] = { "value" } }.`);
                return 0;
            },
            note_keepalive() {
                run.note('socket:receive("*a") waits until the server closes: send "Connection: close", or the task hangs there.');
                return 0;
            },
        },
    });
    for (const name of ['httpclient', 'tcp', 'concat']) {
        lua.lua_getfield(L, -1, luaText.key(name));
        lua.lua_setfield(L, -3, luaText.key(name));
    }
    lua.lua_pop(L, 1);
}
