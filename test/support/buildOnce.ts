import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** All tests run what is built (vitest.config.ts), never what an older source made: it is built when a source is newer. */
export function setup(): void {
  const built = join(root, 'dist/cli/main.js');
  if (existsSync(built) && statSync(built).mtimeMs >= newest(join(root, 'src'))) return;
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('dist could not be built: no test ran');
}

/** Of folders, too, which are newer where a file was renamed or removed. */
function newest(folder: string): number {
  const inside = readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );
  return [folder, ...inside].reduce((latest, path) => Math.max(latest, statSync(path).mtimeMs), 0);
}
