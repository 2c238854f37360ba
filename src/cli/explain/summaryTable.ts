import { visibleLine } from '../../base/visible.js';
import type { FoundManifest } from '../../platforms/documentSet.js';
import type { Lint } from '../../platforms/platform.js';
import { fitName, fitNames } from '../../report/policyNames.js';
import type { ExplainedFile, Explanation } from './explanation.js';

/** What a file, a name and the targets keep of it, where they have as much. */
const LEAST_WIDTH = { file: 24, name: 16, targets: 20 } as const;

interface Row {
  readonly file: string;
  readonly name: string;
  readonly platform: string;
  readonly range: string;
  readonly targets: string;
  readonly surprises: string;
}

const columns = ['file', 'name', 'platform', 'range', 'targets', 'surprises'] as const;
const head: Row = {
  file: 'file',
  name: 'name',
  platform: 'platform',
  range: 'min..max',
  targets: 'targets',
  surprises: 'surprises',
};

/**
 * All manifests, a line each, with those files that are refused, and how many there are.
 *
 * @param width of the terminal; without one nothing is cut
 */
export function summaryTable({ files }: Explanation, width: number | undefined): string {
  const all = files.flatMap(rowsOf);
  const rows = width === undefined ? all : fitted(all, width);
  const widthOf = (key: keyof Row) => Math.max(...[head, ...rows].map((row) => row[key].length));
  const lineOf = (row: Row) =>
    columns
      .map((key) => (key === 'range' ? row[key].padStart(widthOf(key)) : row[key].padEnd(widthOf(key))))
      .join('  ');
  return [...[head, ...rows].map(lineOf), '', totals(files)].map((line) => `  ${line}`.trimEnd()).join('\n');
}

/** `12 manifests: 2 errors, 9 warnings. 1 file refused.` */
function totals(files: readonly ExplainedFile[]): string {
  const manifests = files.flatMap((file) => file.manifests);
  const refused = files.filter(({ problems }) => problems.length > 0).length;
  const lints = manifests.flatMap(({ manifest }) => manifest.lint());
  const sum = `${counted(manifests.length, 'manifest')}: ${levelsOf(lints) || 'no surprises'}.`;
  return refused === 0 ? sum : `${sum} ${counted(refused, 'file')} refused.`;
}

/** `1 error, 2 warnings`; empty for none. */
function levelsOf(lints: readonly Lint[]): string {
  const levels = (['error', 'warning'] as const).map((level) => {
    const count = lints.filter((lint) => lint.level === level).length;
    return count === 0 ? '' : counted(count, level);
  });
  return levels.filter((text) => text !== '').join(', ');
}

function rowsOf({ file, manifests, problems }: ExplainedFile): Row[] {
  const refused = {
    file,
    name: '-',
    platform: 'refused',
    range: '-',
    targets: '-',
    surprises: counted(problems.length, 'error'),
  };
  return [...manifests.map((one) => rowOf(file, one)), ...(problems.length === 0 ? [] : [refused])].map((row) => ({
    ...row,
    file: visibleLine(row.file),
    name: visibleLine(row.name),
    targets: visibleLine(row.targets),
  }));
}

function rowOf(file: string, { platform, manifest }: FoundManifest): Row {
  const { name, bounds, hasBounds, targets } = manifest;
  return {
    file,
    name,
    platform: platform.name,
    range: hasBounds ? `${bounds.minCount}..${bounds.maxCount}` : '-',
    targets: targets.join(', ') || '-',
    surprises: levelsOf(manifest.lint()) || 'none',
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The rows within the line's width: names are cut in the middle and stay different, targets lose their end. */
function fitted(rows: readonly Row[], width: number): Row[] {
  const widthOf = (key: keyof Row) => Math.max(...[head, ...rows].map((row) => row[key].length));
  let excess = columns.reduce((sum, key) => sum + widthOf(key) + 2, 0) - width;
  const shrink = (key: keyof typeof LEAST_WIDTH): number => {
    const cut = Math.max(0, Math.min(excess, widthOf(key) - LEAST_WIDTH[key]));
    excess -= cut;
    return widthOf(key) - cut;
  };
  const targetsWidth = shrink('targets');
  const nameWidth = shrink('name');
  const fileWidth = shrink('file');
  const files = [...new Set(rows.map(({ file }) => file))];
  const shown = fitNames(files, fileWidth);
  return rows.map((row) => ({
    ...row,
    file: shown[files.indexOf(row.file)],
    name: fitName(row.name, nameWidth),
    targets: row.targets.length <= targetsWidth ? row.targets : `${row.targets.slice(0, targetsWidth - 2)}..`,
  }));
}
