import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A file's path from the root of the repository that the working folder is in, as code hosts name it; else as it was given. */
export function repositoryPath(file: string): string {
  const root = repositoryRoot(process.cwd());
  const path = root === undefined ? file : relative(root, resolve(file));
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (isOutside ? file : path).split(sep).join('/');
}

function repositoryRoot(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    // A file in a worktree or submodule, else a folder.
    if (existsSync(join(here, '.git'))) return here;
    if (here === dirname(here)) return undefined;
  }
}
