import { describe, expect, it } from 'vitest';
import { probeNames } from '../../../../src/policy/lua/scan/probeNames.js';
import { scanLua } from '../../../../src/policy/lua/scan/scanLua.js';

function standingsOf(code: string) {
  const { modules, paths } = probeNames({ fileName: 'p.lua', code }, scanLua(code));
  return [...modules, ...paths];
}

describe('how a name stands in the environment of a policy', () => {
  it.each<[string, string, string, RegExp]>([
    ['require "resty.http"', 'resty.http', 'simulated', /^$/],
    ['require "resty.redis"', 'resty.redis', 'refused', /Redis/i],
    ['require "mine"', 'mine', 'unknown', /package\.preload/],
    ['require("socket").tcp()', 'socket.tcp', 'refused', /not available/],
    ['require("dryscale").scale_too(1)', 'dryscale.scale_too', 'unknown', /nil here/],
    ['ngx.timer.every(1, f)', 'ngx.timer.every', 'simulated', /^$/],
    ['ngx.timer.evry(1, f)', 'ngx.timer.evry', 'unknown', /nil here/],
    ['ngx.req.get_method()', 'ngx.req.get_method', 'refused', /serves no request/],
    ['ngx.redirect("/")', 'ngx.redirect', 'refused', /serves no request/],
    ['ngx.shared.locks:add("a", 1)', 'ngx.shared.locks.add', 'simulated', /^$/],
    ['string.format("%d", 1)', 'string.format', 'simulated', /^$/],
    ['io.open("x")', 'io.open', 'refused', /no files/],
    ['os.exit(1)', 'os.exit', 'refused', /return/],
    ['redis.call("GET")', 'redis', 'unknown', /nil here/],
    ['unpack({})', 'unpack', 'simulated', /^$/],
  ])('%s', (code, name, status, advice) => {
    const found = standingsOf(code).find((standing) => standing.name === name);
    expect(found).toMatchObject({ status });
    expect(found?.advice).toMatch(advice);
  });

  it('runs nothing of the policy', () => {
    expect(standingsOf('while true do ngx.sleep(1) end error("run")')).toMatchObject([
      { name: 'ngx.sleep', status: 'simulated' },
      { name: 'error', status: 'simulated' },
    ]);
  });
});
