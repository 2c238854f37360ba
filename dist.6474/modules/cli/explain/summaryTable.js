import { visibleLine } from '../../base/visible.js';
import { fitName, fitNames } from '../../report/policyNames.js';
/** What a file, a name and the targets keep of it, where they have as much. */
const LEAST_WIDTH = { file: 24, name: 16, targets: 20 };
const columns = ['file', 'name', 'platform', 'range', 'targets', 'surprises'];
const head = {
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
export function summaryTable({ files }, width) {
    const all = files.flatMap(rowsOf);
    const rows = width === undefined ? all : fitted(all, width);
    const widthOf = (key) => Math.max(...[head, ...rows].map((row) => row[key].length));
    const lineOf = (row) => columns
        .map((key) => (key === 'range' ? row[key].padStart(widthOf(key)) : row[key].padEnd(widthOf(key))))
        .join('  ');
    return [...[head, ...rows].map(lineOf), '', totals(files)].map((line) => `  ${line}`.trimEnd()).join('\n');
}
/** `12 manifests: 2 errors, 9 warnings. 1 file refused.` */
function totals(files) {
    const manifests = files.flatMap((file) => file.manifests);
    const refused = files.filter(({ problems }) => problems.length > 0).length;
    const lints = manifests.flatMap(({ manifest }) => manifest.lint());
    const sum = `${counted(manifests.length, 'manifest')}: ${levelsOf(lints) || 'no surprises'}.`;
    return refused === 0 ? sum : `${sum} ${counted(refused, 'file')} refused.`;
}
/** `1 error, 2 warnings`; empty for none. */
function levelsOf(lints) {
    const levels = ['error', 'warning'].map((level) => {
        const count = lints.filter((lint) => lint.level === level).length;
        return count === 0 ? '' : counted(count, level);
    });
    return levels.filter((text) => text !== '').join(', ');
}
function rowsOf({ file, manifests, problems }) {
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
function rowOf(file, { platform, manifest }) {
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
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** The rows within the line's width: names are cut in the middle and stay different, targets lose their end. */
function fitted(rows, width) {
    const widthOf = (key) => Math.max(...[head, ...rows].map((row) => row[key].length));
    let excess = columns.reduce((sum, key) => sum + widthOf(key) + 2, 0) - width;
    const shrink = (key) => {
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
