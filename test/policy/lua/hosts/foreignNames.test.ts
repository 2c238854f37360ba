import { describe, expect, it } from 'vitest';
import { loadLuaPolicy } from '../../../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../../fakeHost.js';
import { ourOutput } from '../luaOutput.js';

function messageOf(code: string): string {
  try {
    runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), new FakeHost(), 60);
  } catch (thrown) {
    if (thrown instanceof PolicyFault) return thrown.message;
    throw thrown;
  }
  throw new Error('expected a PolicyFault');
}

describe('a file of another program', () => {
  it.each([
    ['return redis.call("GET", KEYS[1])', 'redis is a name of Redis'],
    ['local key = KEYS[1] return key', 'KEYS is a name of Redis'],
    ['wrk.method = "POST"', 'wrk is a name of the load generator wrk'],
    ['if obj.status ~= nil then return {} end', 'obj is a name of Argo CD'],
    ['kong.log.info("x")', 'kong is a name of the Kong gateway'],
    ['function envoy_on_request(handle) end', 'a filter of Envoy, not a policy'],
    ['local n = arg[1]', '--policy file.lua?name=value'],
    ['setfenv(1, {})', 'give load a table as its fourth argument'],
    ['module("x")', 'A policy is one file'],
    ['vim.fn.x()', 'vim is a name of Neovim'],
  ])('%s', (code, sentence) => {
    const message = messageOf(code);
    expect(message).toContain(sentence);
    expect(message).toMatch(/^p\.lua/);
  });

  it('says no more of a name that is only misspelt', () => {
    expect(messageOf('obect.x = 1')).toBe("p.lua:1: attempt to index a nil value (global 'obect')");
  });
});

describe('modules', () => {
  it.each([
    ['lib.scale', 'package.preload["lib.scale"]'],
    ['lfs', 'file system'],
    ['dkjson', 'require("cjson")'],
    ['resty.redis', 'ngx.shared'],
    ['ffi', 'require("bit")'],
  ])('require("%s") says what to do', (name, sentence) => {
    expect(messageOf(`local m = require("${name}")`)).toContain(sentence);
  });

  it('shows the modules of the same library', () => {
    expect(messageOf('require("socket.ftp")')).toContain('There are: socket.http, socket.url.');
    expect(messageOf('require("mine")')).toMatch(/There are: bit, bit32, cjson, dryscale, .*socket\b/);
  });

  it('takes a policy of several files that was bundled into one', () => {
    const code = `
      package.path = package.path .. ";/opt/lua/?.lua"
      package.preload["lib.scale"] = function(name, how)
        print(name, how)
        local M = {}
        function M.double(n) return n * 2 end
        return M
      end
      package.preload["lib.nothing"] = function() end
      print(require("lib.scale").double(4), require("lib.scale") == package.loaded["lib.scale"], require("lib.nothing"))`;
    expect(ourOutput(code)).toEqual(['lib.scale\t:preload:', '8\ttrue\ttrue']);
  });

  it('has no loaders', () => {
    expect(messageOf('return package.loadlib("x", "y")')).toContain('package.loadlib is not available in a policy');
  });
});
