// @module-tag ci
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/runCli.js';
import { isSkipped, skipLine } from './recordedRun.js';

const folder = resolve(process.env.DRYSCALE_REAL ?? join(root, '../shared/real'), 'hpa-k3s');

describe.skipIf(isSkipped)('the real runs with which docs/validation.md opens', () => {
  it('are what `backtest` makes of them now, and the picture too', () => {
    const printed = execFileSync(process.execPath, ['scripts/realRuns.mjs', folder], { cwd: root, encoding: 'utf8' });
    const [table, picture] = printed.split(/\n(?=the picture)/);
    expect(readFileSync(join(root, 'docs/validation.md'), 'utf8')).toContain(`<!-- real -->\n${table}\n<!-- /real -->`);
    expect(picture.trim()).toBe('the picture is the same');
    const errors = [...table.matchAll(/^\| (falling|varied) \| \S+ \| (\S+) \| (\S+) \|/gm)];
    expect(errors).toHaveLength(2);
    for (const [, , own, formula] of errors) expect(Number(own)).toBeLessThanOrEqual(0.6 * Number(formula));
  });
});

if (isSkipped) it.skip(skipLine, () => {});
