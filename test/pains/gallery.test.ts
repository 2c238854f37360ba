// @module-tag ci
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/runCli.js';
import { pains } from './painRuns.js';

it('docs/pains.md and its pictures are those of the runs', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/pains.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: 'page and pictures are those of the runs\n',
    stderr: '',
  });
}, 600_000);

it('the page has every pain, with its figure and what mends it', () => {
  const page = readFileSync(join(root, 'docs/pains.md'), 'utf8');
  for (const { id, name, figure, fix } of pains) {
    for (const text of [`## ${id} ${name}\n`, figure, fix]) expect(page).toContain(text);
  }
});
