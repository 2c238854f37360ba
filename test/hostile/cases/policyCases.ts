import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ResultDocument } from '../../../src/results/results.js';
import type { HostileCase } from './hostileCase.js';

/** Runs one policy of the folder. */
const policy = (id: string, file: string, says: readonly RegExp[], more: Partial<HostileCase> = {}): HostileCase => ({
  id,
  line: `policy ${file}`,
  says,
  ...more,
});

/** Policies in Lua and TypeScript. */
export const policyCases: readonly HostileCase[] = [
  policy('hv042', 'loop-load.lua', [/loop-load\.lua.*budget/], { isLong: true }),
  policy('hv043', 'loop-decide.lua', [/^loop-decide\.lua:1: .*budget.*\(virtual time 15 s\)$/m], { isLong: true }),
  policy('hv044', 'loop-pcall.lua', [/loop-pcall\.lua.*budget/], { isLong: true }),
  policy('hv045', 'loop-coroutine.lua', [/loop-coroutine\.lua.*budget/], { isLong: true }),
  policy('hv046', 'strrep.lua', [/strrep\.lua:1: .*memory limit/]),
  policy('hv047', 'double.lua', [/double\.lua:2: .*memory limit/]),
  policy('hv048', 'growtable.lua', [/growtable\.lua.*(memory limit|budget|out of memory)/], { isLong: true }),
  policy('hv049', 'badsort.lua', [/badsort\.lua:3: invalid order function/]),
  policy('hv050', 'recurse.lua', [/recurse\.lua:1: stack overflow/]),
  policy('hv051', 'syntax.lua', [/syntax\.lua:3: syntax error/]),
  policy('hv052', 'errtable.lua', [/errtable\.lua:1: the error raised is a table/]),
  policy('hv053', 'oslib.lua', [/oslib\.lua:1: os\.execute\("touch dryscale-pwned"\) is not available/], {
    never: [/root:/],
    check: (_, folder) => expect(existsSync(join(folder, 'dryscale-pwned'))).toBe(false),
  }),
  {
    id: 'hv054',
    isLong: true,
    line: `scenario > s.yaml; echo 'return { decide = function(o) for k in pairs({1}) do return #("x"):rep(2) end end }' > good.lua
      D compare s.yaml --policy poison.lua --policy good.lua --runs 2 --workers 1 --json > both.json
      D compare s.yaml --policy good.lua --runs 2 --workers 1 --json > alone.json`,
    says: [],
    check: (_, folder) => {
      const [both, alone] = ['both.json', 'alone.json'].map(
        (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ResultDocument, // safe: our own documents
      );
      const of = ({ scenarios }: ResultDocument) => scenarios[0].policies.find(({ name }) => name === 'good');
      expect(of(alone)).toHaveProperty('measures');
      expect(of(both)).toEqual(of(alone));
    },
  },
  policy('hv055', 'badreturn.lua', [
    /badreturn\.lua: at virtual time 15 s the returned value is NaN, expected integer >= 0/,
  ]),
  policy('hv056', 'apiflood.lua', [/apiflood\.lua:2: the API call limit of 1,000/]),
  policy('hv057', 'flood.lua', [/flood\.lua:1: the output limit of 100 kB/]),
  policy('hv058', 'loop.mjs', [/loop\.mjs: .*time limit/], { isLong: true }),
  {
    id: 'hv059',
    line: 'scenario > s.yaml; D compare s.yaml --policy none --policy exit.mjs --runs 1',
    says: [/^exit\.mjs:1: process\.exit is not available/m, /none: 99\.\d % good/],
  },
  policy('hv060', 'hang.mjs', [/hang\.mjs: .*decide returned a promise/]),
  policy('hv061', 'throwundef.mjs', [/throwundef\.mjs: thrown value undefined/]),
  policy('hv062', 'noexport.mjs', [/noexport\.mjs: expected export .*found exports: decidee/]),
  {
    id: 'hv063',
    line: `policy mutate.mjs && D run s.yaml --policy none --runs 1`,
    says: [],
    check: ({ stdout }) => {
      const shares = [...stdout.matchAll(/^ {2}(?:mutate|none): ([\d.]+ % good)/gm)].map(([, share]) => share);
      expect(shares).toHaveLength(2);
      expect(new Set(shares).size).toBe(1);
    },
  },
];
