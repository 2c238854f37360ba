import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanLua } from '../../../../src/policy/lua/scan/scanLua.js';
import { root } from '../../../support/runCli.js';

const pathsOf = (code: string) => scanLua(code).paths.map(({ name }) => name);
const modulesOf = (code: string) => scanLua(code).modules.map(({ name }) => name);

describe('what a Lua file uses, by its text', () => {
  it.each<[string, string, string[]]>([
    ['a global and its fields', 'print(ngx.timer.every(1, f))', ['f', 'ngx.timer.every', 'print']],
    ['not a local', 'local ngx = {} ngx.x()', []],
    ['a local of the same name sees the global first', 'local print = print print(1)', ['print']],
    ['a local that stands for a field', 'local sleep = ngx.sleep sleep(1)', ['ngx.sleep']],
    ['a field of what a local stands for', 'local t = ngx.timer t.at(0, nil)', ['ngx.timer', 'ngx.timer.at']],
    ['a method', 'ngx.shared.locks:add("a", 1)', ['ngx.shared.locks.add']],
    ['a key that is a text', 'ngx.shared["my dict"]:get("x")', ['ngx.shared.my dict.get']],
    ['a path ends where the key is computed', 'local k = 1 ngx.shared[k].get()', ['ngx.shared']],
    ['a path ends at a call', 'ngx.location.capture("/x").body.y = 2', ['ngx.location.capture']],
    ['not a global that the file defines', 'function go() stop() end stop = 1 go()', []],
    ['not a parameter, nor a loop variable', 'return function(a, ...) for i, v in b(a) do a(i, v) end end', ['b']],
    ['a scope ends with its block', 'do local x = 1 end x()', ['x']],
    ['repeat sees its locals in the condition', 'repeat local done = f() until done', ['f']],
    ['strings and comments are no code', '--[[ a.b() ]] local s = "c.d()" -- e()\nreturn [==[ f() ]==]', []],
    ['table keys are none', 'return { key = value, [other] = 1, third }', ['value', 'other', 'third']],
    ['labels and goto', '::top:: x = 1 goto top', []],
    ['_G itself', '_G.redis.call("GET")', ['redis.call']],
    ['self of a method is a parameter', 'local o = {} function o:m() return self.x, arg end', ['arg']],
    ['operators of every kind', 'return not a == #b .. -c // d ~ e << 1', ['a', 'b', 'c', 'd', 'e']],
    [
      'fields of a module',
      'local h = require "resty.http" local c = h.new() c:request_uri("x")',
      ['require', 'resty.http.new'],
    ],
    ['fields of a module without a local', 'require("dryscale").metric("x")', ['require', 'dryscale.metric']],
  ])('%s: %s', (_, code, expected) => {
    expect(pathsOf(code)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['local a = require "x.y"', ['x.y']],
    ["local ok, a = pcall(require, 'x')", ['x']],
    ['require [[x]]', ['x']],
    ['local require = require local a = require("x")', ['x']],
    ['-- require("x")\nlocal s = "require(1)"', []],
  ])('modules: %s', (code, expected) => {
    expect(modulesOf(code)).toEqual(expected);
  });

  it('knows the environment, addresses and computed modules, each with its lines', () => {
    const code = `local token = os.getenv("TOKEN")
      local get = os.getenv
      local url = "https://api.example/v1/" .. get('REGION')
      http.request("https://api.example/v1/")
      require("a" .. b)`;
    expect(scanLua(code)).toMatchObject({
      environment: [
        { name: 'TOKEN', lines: [1] },
        { name: 'REGION', lines: [3] },
      ],
      urls: [{ name: 'https://api.example/v1/', lines: [3, 4] }],
      computedModules: [5],
      unreadFromLine: undefined,
    });
  });

  it('says from which line on it could not read', () => {
    expect(scanLua('local a = b\n\nlocal = 3').unreadFromLine).toBe(3);
    expect(scanLua('local a = 1 $ b()').unreadFromLine).toBe(1);
    expect(scanLua('a()\nlocal s = [[ b()').unreadFromLine).toBe(2);
    expect(scanLua(`return ${'('.repeat(300)}1${')'.repeat(300)}`).unreadFromLine).toBe(1);
  });

  it('ends on any text, soon', () => {
    const words = [
      'local',
      'function',
      'end',
      'if',
      'then',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '=',
      ',',
      '.',
      ':',
      'a',
      '"s"',
      '[[',
      ']]',
      '--',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), fc.string(), (soup, text) => {
        expect(scanLua(soup.join(' ')).paths.length).toBeLessThanOrEqual(60);
        scanLua(text);
      }),
    );
    const { user: begun } = process.cpuUsage();
    for (const text of ['[[', '--[==[', '"', '(', 'a.', '{', 'function ', 'x = ', '[', '\\'])
      scanLua(text.repeat(20_000));
    expect(process.cpuUsage().user - begun).toBeLessThan(10e6);
  });

  it('reads long chains and every shipped policy to the end', () => {
    expect(scanLua(`return ${'a .. '.repeat(5000)}a`).unreadFromLine).toBeUndefined();
    const folder = join(root, 'policies');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.lua'));
    expect(files.length).toBeGreaterThan(4);
    for (const file of files)
      expect(scanLua(readFileSync(join(folder, file), 'utf8')).unreadFromLine, file).toBeUndefined();
  });
});
