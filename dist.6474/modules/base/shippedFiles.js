import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { nearest } from './nearest.js';
import { packageFolder } from './packageFolder.js';
/**
 * The file that a bare name means: one of the user's with an ending that was left out, else one that this package brings along.
 *
 * @returns its absolute path; undefined for whatever is a path as it stands, and for an unknown name
 */
export function namedFile({ kind, name, baseFolder, endings }) {
    const own = resolve(baseFolder, name);
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)?$/.test(name) || existsSync(own))
        return undefined;
    const file = filesOf(kind).find((one) => [one, withoutEnding(one), basename(one), withoutEnding(basename(one))].includes(name));
    if (file === undefined)
        return undefined;
    const ending = endings.find((one) => existsSync(`${own}.${one}`));
    return ending === undefined ? join(folderOf(kind), ...file.split('/')) : `${own}.${ending}`;
}
/** Whether a file is one of this package. */
export function isShipped(kind, path) {
    const folder = folderOf(kind);
    return folder !== '' && path.startsWith(folder + sep);
}
/** How messages call it: `dryscale/policies/target-cpu.lua`. */
export function shippedLabel(kind, path) {
    return `dryscale/${kind}/${path.slice(folderOf(kind).length + 1).replaceAll('\\', '/')}`;
}
/** The fix for a name that is none: what was probably meant, and all there are. */
export function shippedHint(kind, name) {
    const names = filesOf(kind).map((file) => withoutEnding(basename(file)));
    const close = nearest(withoutEnding(name), names);
    const meant = close === undefined ? '' : `Did you mean ${close}? `;
    return names.length === 0 ? '' : `${meant}With dryscale come: ${names.sort().join(', ')}.`;
}
function withoutEnding(file) {
    return file.replace(/\.[^./]+$/, '');
}
function filesOf(kind) {
    const folder = folderOf(kind);
    if (folder === '' || !existsSync(folder))
        return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
        const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
        return entry.isFile() ? [path.replaceAll('\\', '/')] : [];
    });
}
function folderOf(kind) {
    const root = packageFolder();
    return root === '' ? '' : join(root, kind);
}
