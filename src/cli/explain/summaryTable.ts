import { visibleLine } from '../../base/visible.js';
import type { FoundManifest } from '../../platforms/documentSet.js';
import { fitName, fitNames } from '../../report/policyNames.js';
import type { ExplainedFile, Explanation } from './explanation.js';

/** Characters of a line; the columns of names give way. */
const LINE_WIDTH = 120;
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

/** All manifests, a line each, with those files that are refused. */
export function summaryTable({ files }: Explanation): string {
  const rows = fitted(files.flatMap(rowsOf));
  const widthOf = (key: keyof Row) => Math.max(...[head, ...rows].map((row) => row[key].length));
  const lineOf = (row: Row) =>
    columns
      .map((key) => (key === 'range' ? row[key].padStart(widthOf(key)) : row[key].padEnd(widthOf(key))))
      .join('  ');
  return [head, ...rows].map((row) => `  ${lineOf(row)}`.trimEnd()).join('\n');
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
  const lints = manifest.lint();
  const levels = (['error', 'warning'] as const).flatMap((level) => {
    const count = lints.filter((lint) => lint.level === level).length;
    return count === 0 ? [] : [counted(count, level)];
  });
  return {
    file,
    name,
    platform: platform.name,
    range: hasBounds ? `${bounds.minCount}..${bounds.maxCount}` : '-',
    targets: targets.join(', ') || '-',
    surprises: levels.join(', ') || 'none',
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The rows within the line's width: names are cut in the middle and stay different, targets lose their end. */
function fitted(rows: readonly Row[]): Row[] {
  const widthOf = (key: keyof Row) => Math.max(...[head, ...rows].map((row) => row[key].length));
  let excess = columns.reduce((sum, key) => sum + widthOf(key) + 2, 0) - LINE_WIDTH;
  const shrink = (key: keyof typeof LEAST_WIDTH): number => {
    const width = widthOf(key);
    const cut = Math.max(0, Math.min(excess, width - LEAST_WIDTH[key]));
    excess -= cut;
    return width - cut;
  };
  const targetsWidth = shrink('targets');
  const fileWidth = shrink('file');
  const nameWidth = shrink('name');
  const files = [...new Set(rows.map(({ file }) => file))];
  const shown = fitNames(files, fileWidth);
  return rows.map((row) => ({
    ...row,
    file: shown[files.indexOf(row.file)],
    name: fitName(row.name, nameWidth),
    targets: row.targets.length <= targetsWidth ? row.targets : `${row.targets.slice(0, targetsWidth - 2)}..`,
  }));
}
