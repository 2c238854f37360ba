import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../support/runCli.js';
import { kinds } from './kinds/index.js';
import { type Finding, runCase } from './runCase.js';
import type { TheoryCase } from './theoryCase.js';

/**
 * Every reference that the scenario format can express, through the public API; every second file of them, so that two
 * processors share them.
 *
 * `DRYSCALE_THEORY` names the folder of the references and makes a missing one a failure. The quick cases of the list below
 * run in npm test, the others in npm run check:ci, those that take minutes where others show the same in npm run check:long.
 */
const asked = process.env.DRYSCALE_THEORY;
const folder = resolve(asked ?? join(root, '../shared/theory'));
const quick = new Set(['mm1-v1', 'mg1ps-v3', 'mginf-v1']);

const slow = new Set(['mt_m_inf-v2', 'power_of_d-v3', 'mm1-v4', 'mmpp2_mmc-v2', 'mmc-v5', 'fluid_step-v2']);

function tagsOf(id: string): ('ci' | 'long')[] {
  if (quick.has(id)) return [];
  return [slow.has(id) ? 'long' : 'ci'];
}

const allFiles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** @param half 0 or 1: which of the files */
export function theoryTests(half: 0 | 1): void {
  const files = allFiles.filter((_, index) => index % 2 === half);
  const cases = files.flatMap((name): TheoryCase[] => {
    const { kind, cases: list } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      kind: string;
      cases: TheoryCase[];
    };
    if (list.length === 0) throw new Error(`${name} has no cases`);
    return list.map((one) => ({ ...one, kind }));
  });

  const table = new Map<string, { cases: number; numbers: number; farthest: number; worst: number }>();

  function note(kind: string, findings: readonly Finding[]): void {
    const row = table.get(kind) ?? { cases: 0, numbers: 0, farthest: 0, worst: 0 };
    table.set(kind, {
      cases: row.cases + 1,
      numbers: row.numbers + findings.length,
      farthest: Math.max(row.farthest, ...findings.map(({ relativeDistance }) => relativeDistance)),
      worst: Math.max(row.worst, ...findings.map(({ deviation }) => deviation)),
    });
  }

  afterAll(() => {
    const triedCount = [...table.values()].reduce((sum, row) => sum + row.cases, 0);
    if (asked === undefined && triedCount <= quick.size) return;
    const rows = [...table].map(
      ([kind, { cases, numbers, farthest, worst }]) =>
        `| ${kind} | ${cases} | ${numbers} | ${(farthest * 100).toFixed(2)} % | ${worst.toFixed(2)} |`,
    );
    const head = '| kind | cases | numbers | farthest from theory | worst beyond the allowed bias, standard errors |';
    console.log([head, '|---|---|---|---|---|', ...rows].join('\n'));
  });

  describe('queues with known answers', () => {
    it.skipIf(asked === undefined && files.length === 0)('has its references (skipped: no ../shared/theory)', () => {
      expect(files.length, `no references in ${folder}`).toBeGreaterThan(0);
      expect(cases.length).toBeGreaterThan(0);
      expect([...new Set(cases.map(({ kind }) => kind))].filter((kind) => !(kind in kinds))).toEqual([]);
    });

    for (const one of cases) {
      const setups = kinds[one.kind]?.(one) ?? [];
      if ('because' in setups) {
        it.skip(`${one.id}: not expressible, ${setups.because}`);
        continue;
      }
      it(one.id, { tags: tagsOf(one.id) }, () => {
        const findings = setups.flatMap(runCase);
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.filter(({ deviation, isPrecise }) => !(deviation <= 4) || !isPrecise)).toEqual([]);
        note(one.kind, findings);
      });
    }
  });
}
