import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityBytes, SharedDictionary } from '../../../../src/policy/lua/hosts/openresty/sharedDictionary.js';
import { printed, runScript, TimedHost } from './hostRun.js';

const bytes = (length: number) => new Uint8Array(length);
const set = { ttlMs: 0, flags: 0, rule: 'set', isSafe: false } as const;
const dict = 'local d = ngx.shared.scaling ';

describe('ngx.shared', () => {
  it.each([
    ['print(d:set("k", 8), d:get("k"))', 'true\t8'],
    ['print(d:set("k", 8))', 'true\tnil\tfalse'],
    ['print(d:get("nothing"))', 'nil'],
    ['d:set("k", "v") d:set("b", false) d:set("n", 1.5) print(d:get("k"), d:get("b"), d:get("n"))', 'v\tfalse\t1.5'],
    ['d:set("k", 1, 0, 7) print(d:get("k"))', '1\t7'],
    ['d:set("k", 1) d:set("k", nil) print(d:get("k"))', 'nil'],
    ['print(d:set(7, 1), d.get(d, "7"))', 'true\t1'],
    ['print(d:set(nil, 1))', 'nil\tnil key'],
    ['print(d:get(""))', 'nil\tempty key'],
    ['print(d:set("k", {}))', 'nil\tbad value type'],
    ['print(d:add("k", 1), (select(2, d:add("k", 2))), d:get("k"))', 'true\texists\t1'],
    ['print(d:replace("k", 1))', 'false\tnot found\tfalse'],
    ['d:set("k", 1) print(d:replace("k", 2), d:get("k"))', 'true\t2'],
    ['print(d:incr("k", 1))', 'nil\tnot found'],
    ['print(d:incr("k", 1, 0), d:incr("k", 2))', '1\t3'],
    ['print(d:incr("k", 1, 0))', '1\tnil\tfalse'],
    ['d:set("k", "x") print(d:incr("k", 1))', 'nil\tnot a number'],
    ['print(pcall(d.incr, d, "k", 1, nil, 5))', 'false\ts.lua:1: must provide "init" when providing "init_ttl"'],
    ['print(d:lpush("l", "a"), d:rpush("l", "b"), d:lpush("l", 3), d:llen("l"))', '1\t2\t3\t3'],
    ['d:rpush("l", "a") d:rpush("l", "b") print(d:lpop("l"), d:rpop("l"), d:lpop("l"), d:llen("l"))', 'a\tb\tnil\t0'],
    ['d:set("k", 1) print(d:lpush("k", 1))', 'nil\tvalue not a list'],
    ['d:lpush("l", 1) print(d:get("l"))', 'nil\tvalue is a list'],
    ['print(d:ttl("k"))', 'nil\tnot found'],
    ['d:set("k", 1) print(d:ttl("k"))', '0'],
    ['print(d:expire("k", 1))', 'nil\tnot found'],
    ['d:set("a", 1) d:set("b", 1) print(table.concat(d:get_keys(), ","), #d:get_keys(1))', 'a,b\t1'],
    ['d:set("a", 1) d:flush_all() print(d:get("a"), d:flush_expired(), #d:get_keys())', 'nil\t1\t0'],
    ['print(d:capacity(), d:free_space())', '10485760\t10485760'],
    ['print(pcall(d.get, "k"))', 'false\ts.lua:1: bad "zone" argument: write dict:get(key), with a colon'],
    ['print(pcall(d.set, d, "k", 1, -1))', 'false\ts.lua:1: bad "exptime" argument'],
    ['print(ngx.shared.scaling == d, ngx.shared.other == d)', 'true\tfalse'],
  ])('%s', (code, expected) => {
    expect(printed(dict + code)).toEqual([expected]);
  });

  it('lets entries expire in virtual time, in the millisecond they are due', () => {
    const code = `${dict} d:set("k", "v", 10) d:incr("n", 1, 0, 5)
      ngx.sleep(4) print(d:ttl("k"), d:get("n"))
      ngx.sleep(5.999) print(d:get("k"), d:get("n"), d:get_stale("n"))
      ngx.sleep(0.001) print(d:get("k"), d:add("k", 2))
      d:expire("k", 3) ngx.sleep(2) print(d:get("k")) ngx.sleep(2) print(d:get("k"))`;
    expect(runScript(code).lines).toEqual([
      '4 6\t1',
      '9.999 v\tnil\t1\tnil\ttrue',
      '10 nil\ttrue\tnil\tfalse',
      '12 2',
      '14 nil',
    ]);
  });

  it('is one for all controllers whose host shares it, else each policy has its own', () => {
    const code = `ngx.timer.every(10, function() print((ngx.shared.s:incr("n", 1, 0))) end)`;
    const sharedData = new Map<string, unknown>();
    const counts = () =>
      runScript(code, { host: Object.assign(new TimedHost(), { sharedData }), untilSeconds: 20 }).host.lines;
    expect([counts(), counts()]).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(runScript(code, { untilSeconds: 10 }).host.lines).toEqual(['1']);
  });

  it('holds no more than its size, and no more dictionaries than 16', () => {
    const fill = `${dict} local text = ("x"):rep(1000000)
      for i = 1, 10 do assert(d:set("k" .. i, text)) end
      d:get("k1") print(d:set("last", text)) print(d:get("k2"), #d:get("k1"))
      print(d:safe_set("safe", text))`;
    expect(printed(fill)).toEqual(['true\tnil\ttrue', 'nil\t1000000', 'false\tno memory\tfalse']);
    expect(() => runScript('ngx.sleep(1) for i = 1, 17 do ngx.shared["d" .. i]:set("k", 1) end')).toThrow(
      's.lua:1: ngx.shared.d17 would be dictionary 17',
    );
  });
});

describe('a shared dictionary', () => {
  it('counts its bytes right whatever is done to it, and never holds more than it may', () => {
    const command = fc.record({
      kind: fc.constantFrom('set', 'add', 'replace', 'safe', 'delete', 'push', 'pop', 'flush', 'wait'),
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      length: fc.constantFrom(1, 1_000, capacityBytes / 3, capacityBytes),
      ttlMs: fc.constantFrom(0, 5, 50),
    });
    const run = (commands: readonly { kind: string; key: string; length: number; ttlMs: number }[]) => {
      const dictionary = new SharedDictionary();
      let nowMs = 0;
      for (const { kind, key, length, ttlMs } of commands) {
        const value = bytes(length);
        if (kind === 'wait') nowMs += ttlMs;
        else if (kind === 'delete') dictionary.delete(key);
        else if (kind === 'push') dictionary.push(key, value, { isHead: ttlMs > 0, nowMs });
        else if (kind === 'pop') dictionary.pop(key, { isHead: ttlMs > 0, nowMs });
        else if (kind === 'flush') dictionary.flushExpired(1, nowMs);
        else if (kind === 'add' || kind === 'replace') {
          dictionary.store({ ...set, key, value, ttlMs, rule: kind }, nowMs);
        } else dictionary.store({ ...set, key, value, ttlMs, isSafe: kind === 'safe' }, nowMs);
        expect(dictionary.freeBytes).toBeGreaterThanOrEqual(0);
        expect(dictionary.freeBytes).toBeLessThanOrEqual(capacityBytes);
      }
      for (const key of ['a', 'b', 'c', 'd']) dictionary.delete(key);
      expect(dictionary.freeBytes).toBe(capacityBytes);
    };
    fc.assert(fc.property(fc.array(command, { maxLength: 40 }), run));
  });
});
