import { fengari } from '../../../fengariApi.js';
import { pushLuaModule } from '../../luaModule.js';
import { nativeSend } from '../../nativeSend.js';
import { setRefusedFunctions } from '../../refusedApi.js';
import { checkMayWait, phaseOf } from '../phases.js';
import { textFunctions } from '../text.js';
const { lua } = fengari;
/**
 * lua-resty-http 0.17: https://github.com/ledgetech/lua-resty-http, README.md and lib/resty/http.lua.
 *
 * A connection is only an address: connecting takes no time and never fails. A request takes the latency of the
 * provider's API; one that takes longer than the read timeout has its effect and is answered nil, "timeout".
 */
const source = `
local native = ...
local http = { _VERSION = "0.17.2", _USER_AGENT = "lua-resty-http/0.17.2 (Lua) ngx_lua/10028" }
local class = { __index = http }
local lower, upper = string.lower, string.upper
local expects_body = { POST = true, PUT = true, PATCH = true }

local function new_headers()
  local names = {}
  return setmetatable({}, {
    __index = function(t, k)
      local name = names[lower(k)]
      return name and rawget(t, name)
    end,
    __newindex = function(t, k, v)
      local name = names[lower(k)]
      if not name then
        name = k
        names[lower(k)] = k
      end
      rawset(t, name, v)
    end,
  })
end

function http.new()
  return setmetatable({ keepalive = true, read_timeout = 60000, phase = native.open() }, class)
end

function http.debug() end

function http:set_timeout(time) self.read_timeout = time end

function http:set_timeouts(_, _, read) self.read_timeout = read or self.read_timeout end

function http:set_proxy_options() end

function http:parse_uri(uri, query_in_path)
  local scheme, rest = uri:match("^(https?)://(.+)$")
  local host, tail
  if rest then
    host, tail = rest:match("^(%[.+%])(.*)$")
    if not host then host, tail = rest:match("^([^%[%]:/?]+)(.*)$") end
  end
  if not host then
    if uri:sub(1, 2) == "//" then return nil, "schemaless URIs require a request context: " .. uri end
    return nil, "bad uri: " .. uri
  end
  local port, path = tail:match("^:(%d+)(.*)$")
  local query
  path, query = (path or tail):match("^([^?]*)%??(.*)$")
  if path == "" then path = "/" end
  if query_in_path ~= false and query ~= "" then
    path, query = path .. "?" .. query, nil
  end
  return { scheme, host, tonumber(port) or (scheme == "https" and 443 or 80), path, query }
end

function http:connect(options, port)
  if type(options) ~= "table" then options = { host = options, port = port, scheme = "http" } end
  if options.host == nil then return nil, "no host given" end
  if options.port and not options.scheme then return nil, "'scheme' is required when providing a port" end
  native.connect(self.phase)
  self.scheme, self.host = options.scheme or "http", options.host
  self.port = options.port or (self.scheme == "https" and 443 or 80)
  self.is_open = true
  return 1
end

http.tcp_only_connect = http.connect

function http:ssl_handshake()
  self.scheme = "https"
  return true
end

function http:set_keepalive()
  if not self.is_open then return nil, "closed" end
  self.is_open = false
  return 1
end

function http:close()
  if not self.is_open then return nil, "closed" end
  self.is_open = false
  return 1
end

function http:get_reused_times() return 0 end

local function body_text(body)
  if type(body) == "table" then
    local parts = {}
    for i, part in ipairs(body) do parts[i] = tostring(part) end
    return table.concat(parts)
  elseif type(body) == "function" then
    local parts = {}
    for part in body do parts[#parts + 1] = part end
    return table.concat(parts)
  end
  return body ~= nil and tostring(body) or ""
end

local function read_body(res)
  local parts = {}
  repeat
    local part = res.body_reader()
    parts[#parts + 1] = part
  until not part
  return table.concat(parts)
end

local function reader_of(text)
  local at = 1
  return function(size)
    if at > #text then return nil end
    local first = at
    at = size and at + size or #text + 1
    return text:sub(first, at - 1)
  end
end

function http:request(params)
  if not self.is_open then return nil, "closed" end
  local headers = new_headers()
  for name, value in pairs(params.headers or {}) do headers[name] = value end
  local method, body = params.method or "GET", params.body
  if not headers["Content-Length"] and not headers["Transfer-Encoding"] then
    if type(body) == "function" then
      return nil, "Request body is a function but a length or chunked encoding is not specified"
    elseif body == nil and expects_body[upper(method)] then
      return nil, "Request body is nil but " .. upper(method)
        .. ' method expects a body. Use an empty string "" if you want to send an empty body.'
    end
  end
  local text = body_text(body)
  local is_usual = self.port == 80 and self.scheme == "http" or self.port == 443 and self.scheme == "https"
  local address = self.host .. (is_usual and "" or ":" .. self.port)
  headers["Host"] = headers["Host"] or address
  local query = params.query
  if type(query) == "table" then query = native.encode_args(query) end
  local path = params.path or "/"
  if query and query ~= "" then path = path .. "?" .. query end
  local status, reason, answer, fields = native.send(
    method, self.scheme .. "://" .. address .. path, headers, text, self.read_timeout)
  if not status then
    self.is_open = false
    return nil, reason
  end
  local res = { status = status, reason = reason, headers = new_headers(), read_trailers = function() end }
  for name, value in pairs(fields) do
    res.headers[(name:gsub("%f[%w]%l", upper))] = value
  end
  res.headers["Content-Length"] = tostring(#answer)
  res.has_body = upper(method) ~= "HEAD" and status ~= 204 and status ~= 304
  res.read_body = read_body
  res.body_reader = reader_of(res.has_body and answer or "")
  return res
end

function http:request_uri(uri, params)
  local parsed, err = self:parse_uri(uri, false)
  if not parsed then return nil, err end
  local all = {}
  for name, value in pairs(params or {}) do all[name] = value end
  all.scheme, all.host, all.port = parsed[1], parsed[2], parsed[3]
  all.path, all.query = all.path or parsed[4], all.query or parsed[5]
  local ok, failure = self:connect(all)
  if not ok then return nil, failure end
  local res, why = self:request(all)
  if not res then return nil, why end
  res.body = res:read_body()
  self.is_open = false
  return res
end

function http:request_pipeline(requests)
  local responses = {}
  for i, params in ipairs(requests) do
    local res, err = self:request(params)
    if not res then return nil, err end
    responses[i] = res
  end
  return responses
end

return http
`;
/** Pushes `resty.http`. */
export function pushRestyHttp(L, run) {
    const natives = {
        open: open(run),
        connect: connect(run),
        send: nativeSend(run),
        encode_args: textFunctions(run).encode_args,
    };
    pushLuaModule(L, run, { name: 'resty.http', source, natives });
    const instead = 'there is no client whose request could be passed on. Use request_uri';
    setRefusedFunctions(L, 'resty.http', {
        connect_proxy: 'there are no proxies here. Leave it out',
        get_client_body_reader: instead,
        proxy_request: instead,
        proxy_response: instead,
    });
}
/** `http.new()` opens a socket: where the object was made, which OpenResty holds its user to. */
function open(run) {
    return (L) => {
        checkMayWait(L, run, 'ngx.socket.tcp');
        lua.lua_pushboolean(L, isAtLoad(run));
        return 1;
    };
}
function connect(run) {
    return (L) => {
        checkMayWait(L, run, 'tcpsock:connect');
        if (lua.lua_toboolean(L, 1) && !isAtLoad(run) && phaseOf(run) === 'timer') {
            run.note('an object of resty.http that is made while the file loads is used in a timer: OpenResty may answer "bad request". Call http.new() where you use it.');
        }
        return 0;
    };
}
function isAtLoad(run) {
    const phase = run.threads.current?.task.phase;
    return phase === undefined ? run.mode !== 'decide' : phase === 'main';
}
