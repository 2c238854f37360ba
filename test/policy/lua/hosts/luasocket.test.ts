import { describe, expect, it } from 'vitest';
import { ourOutput } from '../luaOutput.js';
import { runScript } from './hostRun.js';

const printed = (code: string) => ourOutput(code).join('\n').replaceAll('\t', ' ');

describe('socket.url', () => {
  // The example of https://lunarmodules.github.io/luasocket/url.html#parse and of its tests.
  it.each([
    [
      'http://www.example.com/cgilua/index.lua?a=2#there',
      'scheme=http authority=www.example.com host=www.example.com path=/cgilua/index.lua query=a=2 fragment=there',
    ],
    [
      'ftp://root:passwd@unsafe.org/pub/virus.exe;type=i',
      'scheme=ftp authority=root:passwd@unsafe.org userinfo=root:passwd user=root password=passwd host=unsafe.org path=/pub/virus.exe params=type=i',
    ],
    ['https://[::1]:8443/x', 'scheme=https authority=[::1]:8443 host=::1 port=8443 path=/x'],
    ['/only/a/path', 'path=/only/a/path'],
  ])('parses %s', (url, expected) => {
    const code = `
      local parts, texts = require("socket.url").parse("${url}"), {}
      for _, name in ipairs { "scheme", "authority", "userinfo", "user", "password", "host", "port", "path", "params", "query", "fragment" } do
        if parts[name] then texts[#texts + 1] = name .. "=" .. parts[name] end
      end
      print(table.concat(texts, " "))
      print(require("socket.url").build(parts))`;
    expect(printed(code)).toBe(`${expected}\n${url}`);
  });

  it('escapes all but letters, digits and _', () => {
    expect(printed('local url = require("socket.url") print(url.escape("a b/ä"), url.unescape("%41%2f+%zz"))')).toBe(
      'a%20b%2f%c3%a4 A/+%zz',
    );
  });
});

describe('ltn12', () => {
  it('pumps a source into a sink, through a filter', () => {
    const code = `
      local ltn12 = require("ltn12")
      local list = {}
      local upper = ltn12.filter.cycle(function(state, chunk) return chunk and chunk:upper(), state end)
      local source = ltn12.source.cat(ltn12.source.string("one "), ltn12.source.table { "two", " three" })
      print(ltn12.pump.all(source, ltn12.sink.chain(upper, ltn12.sink.table(list))))
      print(table.concat(list))
      print(pcall(function() return ltn12.sink.file() end))`;
    expect(printed(code)).toBe(
      '1\nONE TWO THREE\nfalse p.lua:9: ltn12.sink.file is not available in a policy, which has no files',
    );
  });
});

describe('socket', () => {
  it('protects: errors of try become nil and a message, others pass', () => {
    const code = `
      local socket = require("socket")
      local cleaned = 0
      local try = socket.newtry(function() cleaned = cleaned + 1 end)
      print(socket.protect(function() try(1) return try("a", "b") end)())
      print(socket.protect(function() try(nil, "closed") end)())
      print(cleaned, pcall(socket.protect(function() error("mine", 0) end)))
      print(socket.skip(2, "a", "b", "c"))`;
    expect(printed(code)).toBe('a b\nnil closed\n1 false mine\nc');
  });

  it("sleeps by select, and its clock is the run's", () => {
    const { lines } = runScript(`
      local socket = require("socket")
      local begin = socket.gettime()
      print(#(socket.select(nil, nil, 2.5)), select(3, socket.select({}, nil, 1)))
      socket.sleep(0.5)
      print(socket.gettime() - begin)`);
    expect(lines).toEqual(['3.5 0\ttimeout', '4 4.0']);
  });

  it('refuses sockets by name', () => {
    expect(printed('print(pcall(function() return require("socket").tcp() end))')).toMatch(
      /socket\.tcp is not available/,
    );
  });
});

it('mime encodes an Authorization header', () => {
  expect(printed('local mime = require("mime") print((mime.b64("user:pass")), (mime.unb64("dXNlcjpwYXNz")))')).toBe(
    'dXNlcjpwYXNz user:pass',
  );
});
