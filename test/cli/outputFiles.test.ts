import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { checkOutputFolder, writeFileAtomically } from '../../src/cli/outputFiles.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dryscale-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function exitCodeOf(action: () => void): number {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.exitCode;
    throw thrown;
  }
  return 0;
}

describe('output files', () => {
  it('are whole and leave nothing beside them', () => {
    const path = join(folder, 'report.json');
    writeFileAtomically(path, 'old');
    writeFileAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('leave the old file and no temporary one when they cannot be put in place', () => {
    mkdirSync(join(folder, 'report.json'));
    expect(exitCodeOf(() => writeFileAtomically(join(folder, 'report.json'), 'x'))).toBe(106);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('get their folder made before anything runs', () => {
    checkOutputFolder(join(folder, 'a', 'b'), ['report.json']);
    expect(readdirSync(join(folder, 'a'))).toEqual(['b']);
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual([]);
  });

  it.each([
    ['a file stands where the folder should be', 'file'],
    ['a file stands in the middle of the path', 'file/deeper'],
  ])('are refused with exit code 106 when %s', (_, path) => {
    writeFileSync(join(folder, 'file'), '');
    expect(exitCodeOf(() => checkOutputFolder(join(folder, path), []))).toBe(106);
  });

  it('are refused when a folder has the name of a report', () => {
    mkdirSync(join(folder, 'report.json'));
    expect(exitCodeOf(() => checkOutputFolder(folder, ['report.json']))).toBe(106);
  });
});
