import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';
import { commandCases } from './cases/commandCases.js';
import { casePrelude, type HostileCase } from './cases/hostileCase.js';
import { inputCases } from './cases/inputCases.js';
import { policyCases } from './cases/policyCases.js';
import { expectHarmless } from './expectHarmless.js';

/** What is tried, and what must come of it; where some files lie that help. */
const folder = process.env.DRYSCALE_HOSTILE ?? join(root, '../shared/hostile');
const list = join(folder, 'cases.json');
const isHere = existsSync(list);

interface StatedCase {
  readonly id: string;
  readonly input: string;
  readonly expect: { readonly exit_code: number; readonly max_seconds: number };
}

// safe: a file of the project's own, and what is missing in it fails a test below.
const stated = isHere ? (JSON.parse(readFileSync(list, 'utf8')) as readonly StatedCase[]) : [];
const cases: readonly HostileCase[] = [...inputCases, ...policyCases, ...commandCases];

/** Of what does not exist, by its reason. */
const absent: Readonly<Record<string, readonly string[]>> = {
  'there is no MCP server': ['hv079', 'hv080', 'hv081', 'hv082', 'hv083'],
};

describe('what may be tried on the command', () => {
  it('has a case for each that is stated, and none twice', ({ skip }) => {
    if (!isHere) return skip('no cases.json: DRYSCALE_HOSTILE');
    expect(stated.length).toBeGreaterThan(0);
    const known = [...cases.map(({ id }) => id), ...Object.values(absent).flat()];
    expect(known.toSorted()).toEqual(stated.map(({ id }) => id).toSorted());
  });

  const tried = stated.flatMap((one) => {
    const own = cases.find(({ id }) => id === one.id);
    return own === undefined ? [] : [{ ...one, own }];
  });
  for (const { tags, part } of sampled(tried, 8, ({ own }) => own.isLong === true)) {
    it.runIf(isHere).for(part)(
      '$id: $input',
      { tags },
      async ({ own, expect: { exit_code, max_seconds } }, { skip }) => {
        const reason = own.skip?.();
        if (reason !== undefined) return skip(reason);
        const { exit = [exit_code], seconds = Math.min(max_seconds, 30) } = own;
        await expectHarmless({ ...own, files: [], exit, seconds, line: `${casePrelude}\n${own.line}` }, folder);
      },
    );
  }
});
