import { hosts } from '../../src/policy/lua/hosts/hosts.js';
import { loadLuaPolicy } from '../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../policy/fakeHost.js';

/** Lua's own libraries, as an expression each. */
const own = ['_G', 'string', 'table', 'math', 'utf8', 'os', 'coroutine', 'require("dryscale")'];

/** All functions that a policy can call, each as an expression: asked of the libraries themselves, so that none is forgotten. */
export function luaFunctionNames(): string[] {
  const roots = [
    ...own,
    ...hosts.flatMap(({ globals, modules }) => [
      ...Object.keys(globals),
      ...Object.keys(modules).map((name) => `require("${name}")`),
    ]),
  ];
  return [...new Set(roots.flatMap(functionsOf))].sort();
}

function functionsOf(root: string): string[] {
  const host = new FakeHost();
  const code = `return { decide = function()
    local seen = {}
    local function walk(path, value, depth)
      if type(value) == "function" then print(path) end
      if type(value) ~= "table" or depth > 2 or seen[value] then return end
      seen[value] = true
      for key, inner in pairs(value) do
        if type(key) == "string" and key:find("^[%a_][%w_]*$") and key ~= "_G" and key ~= "package" then
          walk(path .. "." .. key, inner, depth + 1)
        end
      end
    end
    local found, value = pcall(function() return ${root} end)
    if found then walk(${JSON.stringify(root)}, value, 0) end
  end }`;
  runPolicy(loadLuaPolicy({ fileName: 'names.lua', code, params: {} }), host, 20);
  return host.lines.map((line) => line.replace(/^_G\./, ''));
}
