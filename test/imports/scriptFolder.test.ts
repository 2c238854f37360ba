import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { findInside, folderOf, readFound } from '../../src/imports/k6/scriptFolder.js';
import { temporaryFolder } from '../support/runCli.js';

const { path: top, remove } = temporaryFolder({ 'secret.js': 'secret', 'secret.txt': 'secret' });
const inner = join(top, 'in');
mkdirSync(join(inner, 'sub/deep'), { recursive: true });
for (const name of ['script.js', 'part.js', 'sub/part.js', 'sub/deep/part.js'])
  writeFileSync(join(inner, name), 'inside');
const links = {
  'link.js': '../secret.js',
  up: '..',
  'sub/up': '../..',
  self: '.',
  'sub/inner': '..',
  circle: 'circle',
  'far.js': '/etc/passwd',
};
for (const [name, target] of Object.entries(links)) symlinkSync(target, join(inner, name));
afterAll(remove);

const odd = fc.constantFrom('\0', 'x'.repeat(300), 'PART.JS', '%2e%2e', '~', 'circle', '');
const within = fc.constantFrom('..', '.', 'sub', 'deep', 'up', 'in', 'self', 'inner');
const names = fc.constantFrom('part.js', 'script.js', 'link.js', 'far.js', 'secret.js', 'up', 'sub');
const steps = fc.tuple(
  fc.array(fc.oneof({ weight: 12, arbitrary: within }, odd), { maxLength: 5 }),
  fc.oneof({ weight: 9, arbitrary: names }, odd),
);

describe('a path of a script', () => {
  const folder = folderOf(join(inner, 'script.js'));

  it('leads to a plain file below its folder, or to nothing that is read', () => {
    let foundCount = 0;
    fc.assert(
      fc.property(steps, fc.boolean(), ([folders, name], isAbsolute) => {
        const way = [...folders, name].join('/');
        const found = findInside(folder, resolve(isAbsolute ? '/' : folder, way));
        if (found.kind !== 'file') return;
        foundCount++;
        expect(found.path.startsWith(`${folder}${sep}`)).toBe(true);
        expect(realpathSync(found.path)).toBe(found.path);
        expect(readFound(found, 'x', 100).toString()).toBe('inside');
      }),
      { numRuns: 1000 },
    );
    expect(foundCount).toBeGreaterThan(20);
  });

  it('that was replaced by a link since is not read', () => {
    const path = join(folder, 'sub/part.js');
    expect(() => readFound({ kind: 'file', path: join(folder, 'link.js') }, 'link.js', 100)).toThrow(/link/);
    expect(() => readFound({ kind: 'file', path: join(folder, 'up/secret.js') }, 'up/secret.js', 100)).toThrow(
      /replaced/,
    );
    expect(readFound({ kind: 'file', path }, 'part.js', 100).toString()).toBe('inside');
    expect(dirname(path)).toBe(join(folder, 'sub'));
  });
});
