import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hosts } from '../../../src/policy/lua/hosts/hosts.js';
import { type LuaAttack, luaAttacks } from '../../support/luaAttacks.js';
import { root } from '../../support/runCli.js';
import { runScript } from './hosts/hostRun.js';

/** `DRYSCALE_UPDATE_LUA=1` writes the blocks of docs/lua.md that say what is simulated. */
const isUpdate = process.env.DRYSCALE_UPDATE_LUA === '1';
const page = join(root, 'docs/lua.md');

function expectBlock(name: string, rows: readonly string[]): void {
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`(<!-- lua ${name} -->\n)[\\s\\S]*?(<!-- end of lua ${name} -->)`);
  expect(text, `docs/lua.md has the block ${name}`).toMatch(block);
  const stated = text.replace(block, (_, begin, end) => `${begin}${rows.join('\n')}\n${end}`);
  if (isUpdate) writeFileSync(page, stated);
  else expect(text).toBe(stated);
}

const printed = (code: string): string[] =>
  runScript(`${code}\nrequire("dryscale").sleep(1)`).host.lines.map((line) => line.trim());

/** Modules that `require` gives: those that only say what to do instead are left out. */
function modulesOf(names: readonly string[]): string[] {
  const list = names.map((name) => `"${name}"`).join(', ');
  return printed(`for _, name in ipairs { ${list} } do if pcall(require, name) then print(name) end end`);
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

it('docs/lua.md lists the hosts with the modules and globals that work', () => {
  expectBlock('hosts', [
    '| written for | `require` | globals |',
    '|---|---|---|',
    '| dryscale | `dryscale` | |',
    ...hosts.map(({ name, modules, globals }) => {
      const working = modulesOf(Object.keys(modules)).filter((module) => !/^resty\.core\./.test(module));
      return `| ${name} | ${code(working.sort())} | ${code(Object.keys(globals).filter((global) => global !== 'Map'))} |`;
    }),
  ]);
});

it('docs/lua.md lists the functions of ngx that work', () => {
  // A function that is not simulated says so when it is called, whatever it is given.
  const lines = printed(`
    local function show(path, object)
      for name, value in pairs(object) do
        if type(value) == "function" then
          local _, message = pcall(value)
          if not tostring(message):find("is not simulated") then print(path .. "." .. name) end
        elseif path == "ngx" and type(value) == "table" and name ~= "shared" then
          pcall(show, path .. "." .. name, value)
        end
      end
    end
    local names = ngx
    show("ngx", names)
    print("ngx.shared")`);
  expect(lines).toContain('ngx.timer.every');
  expectBlock('ngx', [wrapped(lines.filter((line) => /^ngx\.\w+(\.\w+)?$/.test(line)).sort())]);
});

/** Names as code, in lines of at most 140 characters. */
function wrapped(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 135) lines[lines.length - 1] = `${last}, \`${name}\``;
    else lines.push(`\`${name}\``);
  }
  return lines.join(',\n');
}

it('docs/lua.md says how the attacks end, which other tests hold', () => {
  const columns: readonly [string, (attack: LuaAttack) => boolean][] = [
    ['tried', () => true],
    ['budget', ({ end }) => 'fault' in end && end.fault === 'budget'],
    ['memory', ({ end }) => 'fault' in end && end.fault === 'memory'],
    ['an error of Lua', ({ end }) => 'error' in end],
    ['nothing to end', ({ end }) => 'desired' in end],
  ];
  const row = (name: string, attacks: readonly LuaAttack[]) =>
    `| ${[name, ...columns.map(([, isCounted]) => attacks.filter(isCounted).length || '')].join(' | ')} |`;
  const areas = [...new Set(luaAttacks.map(({ area }) => area))];
  expectBlock('attacks', [
    `| area | ${columns.map(([title]) => title).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...areas.map((area) =>
      row(
        area,
        luaAttacks.filter((attack) => attack.area === area),
      ),
    ),
    row('all', luaAttacks),
  ]);
});

it('docs/lua.md states the limits of the guard', () => {
  const guard = readFileSync(join(root, 'src/policy/lua/guard.ts'), 'utf8');
  const limits = readFileSync(page, 'utf8');
  const stated = (text: string) => expect(limits).toContain(text);
  for (const [source, text] of [
    ['instructionLimit = 100_000_000', '100 million'],
    ['memoryLimitBytes = 256 * 2 ** 20', '256 MB'],
    ['stringLimitBytes = 2 ** 20', '1 MiB'],
    ['outputLimitBytes = 100_000', '100 kB'],
    ['callLimitCount = 1_000', '1,000'],
  ]) {
    expect(guard).toContain(source);
    stated(text);
  }
});
