import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/runCli.js';

it.skipIf(process.env.DRYSCALE_LONG === undefined)('docs/validation.md states what scripts/gaps.mjs measures', () => {
  const page = readFileSync(join(root, 'docs/validation.md'), 'utf8').replaceAll(',', '');
  const [least, random, poisson, gamma, calm, idle, constant, varied, ...formulas] = execFileSync(
    process.execPath,
    [join(root, 'scripts/gaps.mjs')],
    { encoding: 'utf8' },
  )
    .trim()
    .split('\n')
    .map((line) => [...(line.split(': ').at(-1) ?? '').matchAll(/(?<![\w.])[\d.]+/g)].map(Number));
  expect(page).toContain(`p99 ${least[0]} -> ${random[0]} ms`);
  expect(page).toContain(`p99 ${poisson[0]} -> ${gamma[0]} ms`);
  expect(page).toContain(`${calm[1]} -> ${idle[1].toFixed(1)} instances`);
  expect(page).toContain(`p99 ${constant[0]} -> ${varied[0]} ms`);
  for (const [number] of formulas) expect(page).toContain(String(number));
});
