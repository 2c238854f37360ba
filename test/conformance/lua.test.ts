import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luaCalls } from '../support/anyLuaCall.js';
import { areas, type LuaCheck, readChecks, writeExpected } from '../support/luaChecks.js';
import { printedBy, printedHere } from '../support/luaChunks.js';
import { root } from '../support/runCli.js';

/**
 * Small chunks by area (`lua/*.txt`), against lua5.3, which is the reference, and lua5.4 and LuaJIT, which are counted.
 *
 * `DRYSCALE_UPDATE_LUA=1` writes what lua5.3 and what we print into the files and the table into docs/lua.md; a difference
 * then needs its reason by hand. Interpreters that are not installed are left out.
 */
const isUpdate = process.env.DRYSCALE_UPDATE_LUA === '1';
const others = ['lua5.4', 'luajit'];
const texts = new Map(areas.map((area) => [area, readChecks(area).map(({ chunk }) => chunk)]));
const here = new Map([...texts].map(([area, chunks]) => [area, printedHere(chunks)]));

if (isUpdate) {
  for (const [area, chunks] of texts) {
    const expected = printedBy('lua5.3', chunks);
    if (expected !== undefined) writeExpected(area, expected, here.get(area) ?? []);
  }
}
const checks = areas.flatMap(readChecks);
const checksOf = (area: string) => checks.filter((check) => check.area === area);
const printedOf = ({ expected, difference }: LuaCheck) => difference?.printed ?? expected;

describe.each(areas)('%s', (area) => {
  it('prints what the file says', () => {
    const said = checksOf(area).map((check) => ({ line: check.line, printed: printedOf(check) }));
    expect(said.map(({ line }, index) => ({ line, printed: here.get(area)?.[index] }))).toEqual(said);
  });

  it('says of lua5.3 what it prints', ({ skip }) => {
    const printed = printedBy('lua5.3', texts.get(area) ?? []);
    if (printed === undefined) return skip('lua5.3 is not installed');
    expect(printed).toEqual(checksOf(area).map(({ expected }) => expected));
  });
});

it('has enough checks, and a reason for every difference', () => {
  expect(checks.length).toBeGreaterThan(800);
  expect(
    checks.filter(({ difference }) => difference?.reason === '?').map(({ area, line }) => `${area}:${line}`),
  ).toEqual([]);
});

/** Shows values one by one, on one line whatever they hold. */
const shown = `local function shown(...)
  local n, t = select("#", ...), { ... }
  for i = 1, n do t[i] = (tostring(t[i]):gsub("[^ -~]", function(c) return "\\\\" .. c:byte() end)) end
  print(table.concat(t, " ", 1, n))
end
`;

describe('calls made at random print what lua5.3 prints', () => {
  // One decision may print 100 kB.
  const programCalls = 200;
  const programCount = process.env.DRYSCALE_LONG === undefined ? 1 : 10;
  const sampled = Object.entries(luaCalls).flatMap(([name, call]) => {
    const calls = fc.sample(call, programCalls * programCount);
    return Array.from({ length: programCount }, (_, part) => ({
      name,
      calls: calls.slice(part * programCalls, (part + 1) * programCalls),
    }));
  });
  const programs = sampled.map(
    ({ calls }) => `${shown}${calls.map((call) => `shown(pcall(function() return ${call} end))`).join('\n')}`,
  );
  const expected = printedBy('lua5.3', programs);

  it.for(sampled.map(({ name, calls }, index) => ({ name, calls, index })))('$name', ({ calls, index }, { skip }) => {
    if (expected === undefined) return skip('lua5.3 is not installed');
    const theirs = linesOf(expected[index]);
    const ours = linesOf(printedHere([programs[index]])[0]);
    const differing = calls.map((call, at) => ({ call, expected: theirs[at], printed: ours[at] }));
    expect(differing.filter(({ expected, printed }) => expected !== printed)).toEqual([]);
    expect(theirs.length).toBe(programCalls);
  });

  /** The sign of what is no number is the processor's. */
  function linesOf(printed: string): string[] {
    return printed.replaceAll('-nan', 'nan').split('\n');
  }
});

const page = join(root, 'docs/lua.md');
const block = /(<!-- lua conformance -->\n)[\s\S]*?(<!-- end of lua conformance -->)/;

it('docs/lua.md states the table', ({ skip }) => {
  if (!existsSync(page)) return skip('there is no docs/lua.md');
  const rows = conformanceRows();
  if (rows === undefined) return skip('lua5.4 or luajit is not installed');
  const text = readFileSync(page, 'utf8');
  const stated = text.replace(block, `$1${rows.join('\n')}\n$2`);
  if (isUpdate) writeFileSync(page, stated);
  expect(block.test(text), 'the page has the block').toBe(true);
  expect(isUpdate ? stated : text).toBe(stated);
});

/** Per area how many checks print the same, then the differences to lua5.3 by reason. */
function conformanceRows(): string[] | undefined {
  const printed = others.map((interpreter) => printedBy(interpreter, [...texts.values()].flat()));
  if (printed.some((outputs) => outputs === undefined)) return undefined;
  const sameAs = (area: string | undefined, outputs: readonly (string | undefined)[]) =>
    checks.filter((check, index) => (area ?? check.area) === check.area && outputs[index] === printedOf(check)).length;
  const columns = [checks.map(({ expected }) => expected), ...printed.map((outputs) => outputs ?? [])];
  const row = (name: string, area: string | undefined) =>
    `| ${[name, (area === undefined ? checks : checksOf(area)).length, ...columns.map((column) => sameAs(area, column))].join(' | ')} |`;
  const reasons = new Map<string, LuaCheck[]>();
  for (const check of checks) {
    if (check.difference === undefined) continue;
    reasons.set(check.difference.reason, [...(reasons.get(check.difference.reason) ?? []), check]);
  }
  return [
    `| area | checks | as lua5.3 | ${others.map((name) => `as ${name}`).join(' | ')} |`,
    '|---|---|---|---|---|',
    ...areas.map((area) => row(area, area)),
    row('all', undefined),
    '',
    ...[...reasons].map(
      ([reason, { length, 0: first }]) => `- ${length} × ${reason}: \`${first.chunk.split('\n')[0]}\``,
    ),
  ];
}
