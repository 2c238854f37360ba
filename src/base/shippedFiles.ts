import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { isThere } from './confinement.js';
import { nearest } from './nearest.js';
import { packageFolder } from './packageFolder.js';

/** What the package brings along, by its folder. */
type ShippedKind = 'policies' | 'scenarios';

interface BareName {
  readonly kind: ShippedKind;
  /** Such as `target-cpu`, `target-cpu.lua` or `control/pid`. */
  readonly name: string;
  readonly baseFolder: string;
  /** Of the files that the name may mean, without dot. */
  readonly endings: readonly string[];
}

/**
 * The file that a bare name means: one of the user's with an ending that was left out, else one that this package brings along.
 *
 * @returns its absolute path; undefined for whatever is a path as it stands, and for an unknown name
 */
export function namedFile({ kind, name, baseFolder, endings }: BareName): string | undefined {
  const own = resolve(baseFolder, name);
  if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)?$/.test(name) || isThere(own)) return undefined;
  const file = filesOf(kind).find((one) =>
    [one, withoutEnding(one), basename(one), withoutEnding(basename(one))].includes(name),
  );
  if (file === undefined) return undefined;
  const ending = endings.find((one) => isThere(`${own}.${one}`));
  return ending === undefined ? join(folderOf(kind), ...file.split('/')) : `${own}.${ending}`;
}

/** Whether a file is one of this package. */
export function isShipped(kind: ShippedKind, path: string): boolean {
  const folder = folderOf(kind);
  return folder !== '' && path.startsWith(folder + sep);
}

/** How messages call it: `dryscale/policies/target-cpu.lua`. */
export function shippedLabel(kind: ShippedKind, path: string): string {
  return `dryscale/${kind}/${path.slice(folderOf(kind).length + 1).replaceAll('\\', '/')}`;
}

/** The fix for a name that is none: what was probably meant, and all there are. */
export function shippedHint(kind: ShippedKind, name: string): string {
  const names = filesOf(kind).map((file) => withoutEnding(basename(file)));
  const close = nearest(withoutEnding(name), names);
  const meant = close === undefined ? '' : `Did you mean ${close}? `;
  return names.length === 0 ? '' : `${meant}With dryscale come: ${names.sort().join(', ')}.`;
}

/** Absolute paths of the scenarios. */
export function shippedScenarios(): string[] {
  return filesOf('scenarios').map((file) => join(folderOf('scenarios'), ...file.split('/')));
}

/** What comes along of a kind, by the name that means it; sorted. */
export function shippedFiles(kind: ShippedKind): { readonly name: string; readonly path: string }[] {
  const files = filesOf(kind).sort((a, b) => (a < b ? -1 : 1));
  return files.map((file) => ({ name: withoutEnding(file), path: join(folderOf(kind), ...file.split('/')) }));
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}

/** What stands beside scenarios, such as a server of their contexts, is none. */
function filesOf(kind: ShippedKind): string[] {
  const folder = folderOf(kind);
  if (folder === '' || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const isOne = entry.isFile() && (kind === 'policies' || path.endsWith('.yaml'));
    return isOne ? [path.replaceAll('\\', '/')] : [];
  });
}

function folderOf(kind: ShippedKind): string {
  const root = packageFolder();
  return root === '' ? '' : join(root, kind);
}
