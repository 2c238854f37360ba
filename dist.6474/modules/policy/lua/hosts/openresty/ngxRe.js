import { pushLuaModule } from '../luaModule.js';
import { setRefusedFunctions } from '../refusedApi.js';
import { pushNgx } from './ngx.js';
/**
 * `ngx.re.split`: lua-resty-core, lib/ngx/re.md. A text between two matches is a part, the first group of a match another;
 * empty parts at the end are left out where there is no limit.
 */
const source = `
local native = ...
local re = native.ngx.re
local M = { version = "0.1.31" }

function M.split(subject, regex, options, ctx, max, res)
  subject, max = tostring(subject), max or 0
  local parts, count, begin = res or {}, 0, ctx and ctx.pos or 1
  local at, cuts = { pos = begin }, 1
  while begin <= #subject and (max <= 0 or cuts < max) do
    local from, to, err = re.find(subject, regex, options or "", at)
    if err then return nil, err end
    if not from then break end
    if to < from then at.pos = from + 1 end
    if from > #subject then break end
    if to >= from or from > begin then
      count, cuts = count + 1, cuts + 1
      parts[count] = subject:sub(begin, from - 1)
      local first, last = re.find(subject, regex, options or "", { pos = from }, 1)
      if first then
        count = count + 1
        parts[count] = subject:sub(first, last)
      end
      begin = to + 1
    end
  end
  if max > 0 or begin <= #subject then
    count = count + 1
    parts[count] = subject:sub(begin)
  end
  if max <= 0 then
    while count > 0 and parts[count] == "" do
      parts[count] = nil
      count = count - 1
    end
  end
  parts[count + 1] = nil
  return parts
end

return M
`;
/** Pushes the module `ngx.re`. */
export function pushNgxRe(L, run) {
    pushLuaModule(L, run, { name: 'ngx.re', source, values: { ngx: pushNgx } });
    setRefusedFunctions(L, 'ngx.re', { opt: 'there is no JIT compiler here. Leave it out' });
}
