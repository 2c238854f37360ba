import { expect, it } from 'vitest';
import type { Problem } from '../../src/base/problem.js';
import { showWarnings } from '../../src/cli/showWarnings.js';

function shown(warnings: readonly Problem[], verbose = false): string[] {
  const lines: string[] = [];
  const output = {
    color: false,
    unicode: true,
    isInteractive: false,
    write: async () => {},
    command: async () => {},
    say: (text: string | readonly string[]) => void lines.push(...[text].flat()),
    note: (text: string | readonly string[]) => void lines.push(...[text].flat()),
    rewriteLine: () => {},
  };
  showWarnings(warnings, { output, verbose });
  return lines;
}

const warning = (parts: Partial<Problem> = {}): Problem => ({
  code: 'slow-growth',
  where: { file: 'hpa.yaml', line: 10, column: 3, path: 'spec.metrics.0' },
  what: 'it grows slowly',
  why: 'Why not.',
  fix: 'lower the target.',
  ...parts,
});

it('says each warning once, a line each, and how to see the rest', () => {
  expect(shown([warning(), warning(), warning({ what: 'other', where: {} })])).toEqual([
    'warning: hpa.yaml:10:3  spec.metrics.0  it grows slowly  [slow-growth]',
    'warning: other  [slow-growth]',
    '  why and what to do: --verbose',
  ]);
});

it('says the same about several places in one line', () => {
  const places = ['a', 'b', 'c', 'd', 'e'].map((folder) =>
    warning({ where: { file: `${folder}/hpa.yaml`, line: 1, column: 2 } }),
  );
  expect(shown(places.slice(0, 2))[0]).toBe('warning: a/hpa.yaml:1:2, b/hpa.yaml:1:2  it grows slowly  [slow-growth]');
  expect(shown(places)[0]).toContain('c/hpa.yaml:1:2 and 2 more  it grows');
});

it('names the key that it is about, once where all places have it', () => {
  const at = (line: number, path?: string) =>
    warning({ where: { file: 'a.yaml', line, column: 3, ...(path === undefined ? {} : { path }) } });
  const lineOf = (...warnings: readonly Problem[]) => shown(warnings)[0].split('  ').slice(0, -2).join('  ');
  expect(lineOf(at(4, 'traffic.day.rate'))).toBe('warning: a.yaml:4:3  traffic.day.rate');
  expect(lineOf(at(4, 'rate'), at(9, 'rate'))).toBe('warning: a.yaml:4:3, a.yaml:9:3  rate');
  expect(lineOf(at(4, 'a.rate'), at(9, 'b.rate'))).toBe('warning: a.yaml:4:3 a.rate, a.yaml:9:3 b.rate');
  expect(lineOf(at(4), at(9, 'b.rate'))).toBe('warning: a.yaml:4:3, a.yaml:9:3 b.rate');
  expect(lineOf(warning({ where: { path: 'slo' } }))).toBe('warning: slo');
});

it('counts what it leaves out', () => {
  const many = Array.from({ length: 9 }, (_, index) => warning({ what: `warning ${index}` }));
  expect(shown(many)).toHaveLength(7);
  expect(shown(many).at(-1)).toBe('  3 more warnings, why and what to do: --verbose');
});

it('says why and what to do with --verbose, of each place', () => {
  const lines = shown([warning(), warning({ where: { file: 'b.yaml' } }), warning()], true);
  expect(lines).toHaveLength(6);
  expect(lines[1]).toContain('Why not.');
  expect(lines[2]).toContain('Fix: lower the target.');
});

it('says nothing where there is nothing to say', () => {
  expect(shown([])).toEqual([]);
});
